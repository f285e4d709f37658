"""Find the columns of a table by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpora.readers.items import Columns, Unreadable

USUAL_TEXT_COLUMNS = (
    "text",
    "comment",
    "comments",
    "review",
    "review_text",
    "story",
    "feedback",
    "message",
    "body",
    "verbatim",
    "content",
    "narrative",
    "response",
    "answer",
    "transcript",
    "description",
)
"""Tried in this order when the configured text column is absent."""

_MAX_LISTED = 20
_COLUMN_LIKE = re.compile(r"[^\W\d][\w.:/()?#-]{0,39}(?: [\w.:/()?#-]{1,20}){0,2}")


@dataclass(frozen=True, slots=True)
class FoundColumns:
    """Positions in the table's header; None where the table has no such column."""

    text: int
    id: int | None
    created_at: int | None


def find_columns(names: Sequence[str], wanted: Columns) -> FoundColumns:
    """Return where the wanted columns are.

    Raises Unreadable, listing the columns there are, when none can be the text.
    """
    positions = _positions(names)
    for name in (wanted.text, *USUAL_TEXT_COLUMNS):
        if (text := positions.get(_folded(name))) is not None:
            return FoundColumns(
                text=text,
                id=positions.get(_folded(wanted.id)),
                created_at=positions.get(_folded(wanted.created_at)),
            )
    raise Unreadable(missing_text_column(names, wanted))


def has_text_column(names: Sequence[str], wanted: Columns) -> bool:
    """Whether one of the names can be the text."""
    positions = _positions(names)
    return any(_folded(name) in positions for name in (wanted.text, *USUAL_TEXT_COLUMNS))


def missing_text_column(names: Sequence[str], wanted: Columns) -> str:
    """Say which column was expected and which there are.

    A table without a header has customer text where the names should be, so nothing is listed
    when anything in the row does not look like a column name, and of the rest only everyday words:
    "Anna Lind" may be a name too.
    """
    from corpora.redaction.place_words import is_everyday  # loads name lists: only when it is told

    names = [name.strip() for name in names]
    if not names or not all(_COLUMN_LIKE.fullmatch(name) for name in names):
        found = f"its first row has {len(names)} cells that do not look like column names"
    else:
        listed = [name for name in names if is_everyday(name)][:_MAX_LISTED]
        more = len(names) - len(listed)
        shown = [*listed, f"{more} that are not shown"] if more else listed
        found = f"its columns are {', '.join(shown)}"
    return f"no column '{wanted.text}'; {found}; set text_column to the one with the text"


def _positions(names: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, name in enumerate(names):
        positions.setdefault(_folded(name), position)  # of equal names the first counts
    return positions


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())
