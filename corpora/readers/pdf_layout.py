"""The blocks of text on a PDF page: running headers and footers dropped, columns put in order.

Coordinates are points (1/72 inch) from the lower left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

_MARGIN = 0.12
"""Share of the page height at top and bottom where running headers and footers stand."""
_PAGE_NUMBER = re.compile(
    r"(?:page )?[-\u2013|\s]*\d{1,4}[-\u2013|\s]*(?:(?:of|/) ?\d{1,4})?", re.IGNORECASE
)
_GUTTER = 6.0
"""Least gap between two columns, points."""
_MAX_SPANNING_SHARE = 0.4
_MAX_BLOCKS = 400
"""Pages with more blocks than this are tables, which are read row by row."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as set on the page."""

    text: str = field(repr=False)
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand close together, from the top down; at least one."""

    lines: tuple[TextLine, ...]
    page_height: float

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return max(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return min(line.bottom for line in self.lines)


def without_margins(pages: Sequence[list[Block]]) -> list[list[Block]]:
    """Drop page numbers, and what stands in the margin of at least half of the pages."""
    repeated = Counter(
        key for page in pages for key in {_key(block) for block in page if _in_margin(block)}
    )
    enough = max(2, (len(pages) + 1) // 2)
    return [
        [block for block in page if not _is_running(block, repeated[_key(block)] >= enough)]
        for page in pages
    ]


def in_reading_order(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks column by column where the page has columns, else from the top down.

    Blocks that span the columns, such as titles, part what is above them from what is below.
    """
    ordered = sorted(blocks, key=lambda block: (-block.top, block.left))
    gutter = _gutter(ordered) if len(ordered) <= _MAX_BLOCKS else None
    if gutter is None:
        return ordered
    result: list[Block] = []
    left: list[Block] = []
    right: list[Block] = []
    for block in ordered:
        if block.right <= gutter:
            left.append(block)
        elif block.left >= gutter:
            right.append(block)
        else:
            result += [*in_reading_order(left), *in_reading_order(right), block]
            left, right = [], []
    return [*result, *in_reading_order(left), *in_reading_order(right)]


def _is_running(block: Block, is_repeated: bool) -> bool:
    if not _in_margin(block):
        return False
    return is_repeated or _PAGE_NUMBER.fullmatch(block.lines[0].text) is not None


def _in_margin(block: Block) -> bool:
    margin = _MARGIN * block.page_height
    return len(block.lines) <= 3 and (
        block.bottom >= block.page_height - margin or block.top <= margin
    )


def _key(block: Block) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text for line in block.lines))


def _gutter(blocks: Sequence[Block]) -> float | None:
    """Return the x between two columns that the fewest blocks span, or None without columns."""
    best: tuple[int, float] | None = None
    for edge in sorted({block.right for block in blocks}):
        left = [block for block in blocks if block.right <= edge]
        right = [block for block in blocks if block.left >= edge + _GUTTER]
        spanning = len(blocks) - len(left) - len(right)
        if spanning > _MAX_SPANNING_SHARE * len(blocks) or not _stand_beside(left, right):
            continue
        if best is None or spanning < best[0]:
            best = (spanning, edge)
    return None if best is None else best[1] + _GUTTER / 2


def _stand_beside(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Whether both hold running text, several lines long, at the same height of the page."""
    if min(sum(len(block.lines) for block in side) for side in (left, right)) < 4:
        return False
    if any(2 * len(side) > sum(len(block.lines) for block in side) for side in (left, right)):
        return False  # cells of a table, mostly one line each
    top = min(max(block.top for block in side) for side in (left, right))
    bottom = max(min(block.bottom for block in side) for side in (left, right))
    return top > bottom
