"""A story's text cut into pieces, each with the tags that it is evidence of.

Evidence may overlap in any way; HTML elements may not. So the text is split at every start and
end of evidence, and a piece carries all marks that cover it. A placeholder is never split.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from corpora.exports.placeholder_words import Reader
from corpora.story import Evidence

# Characters that show nothing, or turn the reading direction of what follows.
_INVISIBLE = dict.fromkeys(
    [*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


@dataclass(frozen=True, slots=True)
class Mark:
    """How the evidence of one tag is shown."""

    number: int
    """Ties the words to the tag's chip; unique in the story."""
    style: int
    """Colour and underline, the same for all tags of a facet."""
    title: str
    """What it is evidence of, e.g. `excuse: policy`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is covered by the same marks from start to end."""

    text: str = field(repr=False)
    marks: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()
    """Those of `marks` whose evidence ends here."""
    number: str = ""
    """Number of the placeholder that the piece stands for; empty for a piece of plain text."""


def pieces(text: str, evidence: Iterable[tuple[Evidence, Mark]]) -> list[Piece]:
    """Cut `text`; the pieces in order cover all of it. Evidence beyond its end is cut off."""
    shown = sorted(
        ((one.start, min(one.end, len(text)), mark) for one, mark in evidence),
        key=lambda one: (one[0], one[1], one[2].number),
    )
    shown = [one for one in shown if one[0] < one[1]]
    reader = Reader(text)
    placeholders = reader.spans()
    ends_by_start = dict(placeholders)
    cuts = {0, len(text)} | {edge for start, end, _ in shown for edge in (start, end)}
    for start, end in placeholders:
        cuts = {cut for cut in cuts if not start < cut < end} | {start, end}
    found = []
    for start, end in pairwise(sorted(cuts)):
        covering = [one for one in shown if one[0] < end and one[1] > start]
        marks = tuple({mark.number: mark for _, _, mark in covering}.values())
        closing = tuple({m.number: m for _, last, m in covering if last <= end}.values())
        if ends_by_start.get(start) == end:
            words, number = reader.words(start, end)
            found.append(Piece(words, marks, closing, number))
        else:
            found.append(Piece(text[start:end].translate(_INVISIBLE), marks, closing))
    return found
