"""Rows of `storylode tag` and `storylode mine` before they are tagged: ids, places and texts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpora.story import Passage, Record, Rejected
from pipelines.tag_columns import Row

if TYPE_CHECKING:
    from corpora.redaction import Redactor
    from pipelines.shown_ids import ShownIds

Item = tuple[str, Record | Rejected]
"""What was read, and the name of its file inside the source."""


def whole_rows(
    items: Sequence[Item], redactor: "Redactor | None", ids: "ShownIds | None"
) -> list[Row]:
    """Make a row of each item, redacted together; what fails is rejected, the others go on.

    Without `ids` personal data may be shown: ids and texts stay as they are in the source.
    """
    rows = [_whole_row(name, item, ids) for name, item in items]
    wanted = [row for row in rows if "rejected" not in row]
    if redactor is not None:
        said = redactor.redact_all([str(row["text"]) for row in wanted])
        for row, redacted in zip(wanted, said, strict=True):
            if isinstance(redacted, Exception):
                del row["text"]
                row["rejected"] = f"redact: {type(redacted).__name__}"
            else:
                row["text"] = redacted.text
    return rows


def passage_rows(
    name: str, record: Record, passages: Sequence[Passage], ids: "ShownIds | None"
) -> list[Row]:
    """Make a row of each passage of the record, which was read from the file `name`."""
    record_id = ids.of(record, name) if ids else record.native_id
    return [
        {
            "id": f"{record_id}:{number}",
            "record_id": record_id,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
        }
        for number, passage in enumerate(passages, start=1)
    ]


def _whole_row(name: str, item: Record | Rejected, ids: "ShownIds | None") -> Row:
    if isinstance(item, Rejected):
        return {"id": item.where, "rejected": f"{item.stage}: {item.reason}"}
    # The id as the table gives it; one that holds all of a file is known by the file's name.
    own_id = item.native_id.removeprefix(f"{name}#")
    if ids is None:  # as it is, untouched
        return {"id": own_id, "text": item.text}
    from corpora.cleaning import clean

    row: Row = {"id": ids.of(item, name)}
    try:
        return row | {"text": clean(item.text).text}
    except Exception as error:  # the edge: one row must not end the others
        return row | {"rejected": f"clean: {type(error).__name__}"}
