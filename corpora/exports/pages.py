"""Renders the templates: HTML that needs no script, no image and no other file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar table."""

    label: str
    count: int
    width_percent: float
    """0..100, of the longest bar that there could be."""
    note: str = ""
    title: str = ""
    href: str = ""
    style: int | None = None


def bars(
    counts: Sequence[tuple[str, int]],
    notes: Mapping[str, str] | None = None,
    style: int | None = None,
) -> list[Bar]:
    """Return bars as long as their counts, the highest count taking the whole width."""
    longest = max((count for _, count in counts), default=0) or 1
    notes = notes or {}
    return [
        Bar(label, count, round(100 * count / longest, 1), notes.get(label, ""), style=style)
        for label, count in counts
    ]


def render(template: str, values: Mapping[str, object]) -> bytes:
    """Return the page as UTF-8. Every value is escaped."""
    page = _environment().get_template(template).render(values)
    # A lone surrogate has no UTF-8 form; one such character must not cost the whole page.
    return page.encode("utf-8", errors="replace")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # late: only pages need it

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
