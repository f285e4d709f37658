"""Ids of records that may be handed on: the source's own, or a place where that tells a person."""

from collections import Counter
from dataclasses import dataclass, field

from corpora.redaction.places import Places
from corpora.story import Record


@dataclass(slots=True)
class ShownIds:
    """Gives every record of a run an id without personal data."""

    places: Places
    has_file_names: bool
    """Whether an id holds the name of the file: rows of several files may have the same id."""
    _given: Counter[str] = field(default_factory=Counter)

    def of(self, record: Record, file_name: str) -> str:
        """Return the id of `record`, read from the file `file_name` of the source."""
        row_id = record.native_id.removeprefix(f"{file_name}#")
        has_row_id = row_id != record.native_id
        is_plain_file = record.where.removeprefix(file_name)[:1] in ("", ":")
        is_plain = is_plain_file or not self.has_file_names
        if has_row_id and is_plain and self.places.is_plain(row_id):
            return record.native_id if self.has_file_names else row_id
        # Two files may be alike once their names are masked, and hold the same bytes.
        self._given[record.where] += 1
        count = self._given[record.where]
        return record.where if count == 1 else f"{record.where} ({count})"
