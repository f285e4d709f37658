"""Sentence bounds at line ends: which newlines end a sentence, and which only wrap it."""

import re
from collections.abc import Iterator

from corpora.sentences.marks import BULLETS, CLOSING, DASHES, STOPS

_NEWLINE = re.compile(r"(?<!\s)[^\S\n]*\n\s*")
_ITEM = re.compile(rf"(?:[*>#{BULLETS}{DASHES}]+|\(?\d{{1,3}}[.)]|\(?[A-Za-z][.)])\s")
_ENDS_LINE = re.compile(rf"[{STOPS}:;][{CLOSING}]*$")
_RUNS_ON = re.compile(r"\b(?:a|an|the|and|or|of|to|in|for|with|my|our|their|his|her)$")
_FIRST_WORD = re.compile(r"\S+")
_SHORT_LINE = 40
"""Characters. A shorter line without a stop at its end is a heading or an item, not wrapped."""
_NARROWEST_WRAP, _WIDEST_WRAP = 25, 100
"""Characters. Mail, PDF and newspaper columns wrap between them; longer lines are paragraphs."""
_MIN_BREAKS = 4
_WRAPPED_SHARE = 0.8
_UNFINISHED_SHARE = 0.4
_FULL_LINE_SHARE = 0.6
"""Share of the usual line length under which a line ended because its writer wanted it to."""


def line_bounds(text: str) -> Iterator[int]:
    """Yield where a sentence begins because a line does."""
    breaks = list(_NEWLINE.finditer(text))
    width = _wrap_width(text, breaks)
    for number, match in enumerate(breaks):
        line_start = breaks[number - 1].end() if number else 0
        line = text[line_start : match.start()]
        if _is_blank_line(match) or not _runs_on(line, match, width):
            yield match.end()


def wrap_width(text: str) -> int | None:
    """Return the usual line length of wrapped text, in characters; None where lines are lines."""
    return _wrap_width(text, list(_NEWLINE.finditer(text)))


def _is_blank_line(newline: re.Match[str]) -> bool:
    return newline[0].count("\n") > 1


def _runs_on(line: str, newline: re.Match[str], width: int | None) -> bool:
    """Say whether the sentence at the end of `line` goes on after the newline."""
    text, start = newline.string, newline.end()
    if _ENDS_LINE.search(line) or _ITEM.match(text, start) or start == len(text):
        return False
    if _RUNS_ON.search(line) or (width is not None and len(line) >= _FULL_LINE_SHARE * width):
        return True
    return text[start].islower() and (len(line) >= _SHORT_LINE or line.endswith(","))


def _wrap_width(text: str, breaks: list[re.Match[str]]) -> int | None:
    """Return the median length of wrapped lines.

    Wrapped text is known by its newlines: most come in the middle of a sentence, before a small
    letter, or nearly each comes where the next word had no room.
    """
    starts = [0, *(match.end() for match in breaks)]
    inner = [
        (match.start() - start, match)
        for start, match in zip(starts, breaks, strict=False)
        if not _is_blank_line(match)
    ]
    if len(inner) < _MIN_BREAKS - 1:
        return None
    lengths = sorted(length for length, _ in inner)
    median, widest = lengths[len(lengths) // 2], lengths[-1]
    if not _NARROWEST_WRAP <= median <= _WIDEST_WRAP:
        return None
    unfinished = sum(text[match.end() : match.end() + 1].islower() for _, match in inner)
    is_full = sum(_had_no_room(length, match, widest) for length, match in inner)
    is_wrapped = (len(inner) >= _MIN_BREAKS and unfinished >= _UNFINISHED_SHARE * len(inner)) or (
        _SHORT_LINE < widest <= _WIDEST_WRAP and is_full >= _WRAPPED_SHARE * len(inner)
    )
    return median if is_wrapped else None


def _had_no_room(length: int, newline: re.Match[str], width: int) -> bool:
    """Say whether the first word of the next line would have overflowed this one."""
    word = _FIRST_WORD.match(newline.string, newline.end())
    return length + 1 + (len(word[0]) if word else 0) > width
