"""Put the lines of a PDF back together to paragraphs, undoing line breaks and hyphens."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpora.readers.pdf_layout import Block, TextLine

_WIDER_GAP = 1.35
"""A gap this many times the usual one between two lines begins a paragraph."""
_FULL_LINE = 0.8
"""A line shorter than this share of its block that ends a sentence ends a paragraph."""
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”\u2019)\]]*$")
_BULLET = re.compile(r"(?:\(cid:\d+\)|[•▪●■◦‣\uf0b7])\s*")  # Word's bullet has no letter
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010]$")
_KEEPS_HYPHEN = {"all", "co", "cross", "ex", "half", "high", "long", "low", "non", "self", "well"}


def paragraphs(blocks: Sequence[Block]) -> list[str]:
    """Return the paragraphs of blocks in reading order, over the ends of columns and pages."""
    whole = " ".join(line.text for block in blocks for line in block.lines)
    compounds = set(re.findall(r"[^\W\d_]+-[^\W\d_]+", whole.casefold()))
    result: list[str] = []
    for block in blocks:
        for number, lines in enumerate(_split(block)):
            text = ""
            for line in lines:
                text = _joined(text, line.text, compounds)
            text = _BULLET.sub("- ", text, count=1) if _BULLET.match(text) else text
            if number == 0 and result and _goes_on(result[-1], text):
                result[-1] = _joined(result[-1], text, compounds)
            else:
                result.append(text)
    return result


def _split(block: Block) -> Iterator[list[TextLine]]:
    """Part the lines of a block where a wider gap, a short last line or a bullet shows it."""
    lines = block.lines
    gaps = sorted(above.bottom - below.bottom for above, below in pairwise(lines))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    width = block.right - block.left
    paragraph = [lines[0]]
    for above, below in pairwise(lines):
        is_short = above.right - block.left < _FULL_LINE * width
        if (
            above.bottom - below.bottom > _WIDER_GAP * usual
            or (is_short and _ENDS_SENTENCE.search(above.text))
            or _BULLET.match(below.text)
        ):
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph


def _goes_on(before: str, text: str) -> bool:
    """Whether a paragraph was broken by the end of a column or page."""
    return text[:1].islower() and not _ENDS_SENTENCE.search(before)


def _joined(before: str, line: str, compounds: set[str]) -> str:
    if not before:
        return line
    if before.endswith("\xad"):  # a hyphen that is there only because the line ends
        return before[:-1] + line
    hyphenated = _HYPHENATED.search(before)
    if hyphenated is None or not line[:1].islower():
        return f"{before} {line}"
    first = hyphenated.group(1).casefold()
    second = re.match(r"[^\W\d_]*", line)
    compound = f"{first}-{second.group() if second else ''}".casefold()
    if first in _KEEPS_HYPHEN or compound in compounds:
        return before + line
    return before[:-1] + line
