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

    A table without a header has customer text where the names should be, so only what looks like
    a column name is listed, and nothing when anything in the row does not.
    """
    shown = [name.strip() for name in names]
    if not shown or not all(_COLUMN_LIKE.fullmatch(name) for name in shown):
        found = f"its first row has {len(shown)} cells that do not look like column names"
    else:
        more = f" and {len(shown) - _MAX_LISTED} more" if len(shown) > _MAX_LISTED else ""
        found = f"its columns are {', '.join(shown[:_MAX_LISTED])}{more}"
    return f"no column '{wanted.text}'; {found}; set text_column to the one with the text"


def _positions(names: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, name in enumerate(names):
        positions.setdefault(_folded(name), position)  # of equal names the first counts
    return positions


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())
