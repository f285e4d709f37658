"""The sentences of a document with their place on the page: lines, paragraphs, headings."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from corpora.sentences import sentence_spans
from corpora.sentences.lines import wrap_width

_FEW_WORDS = 12
_MANY_WORDS = 60
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[Qq]\d{0,3})[.):]\s")
_ASKER = re.compile(r"(?:q|question|interviewer|host|moderator)(?: ?\d{1,3})?\s*[:.)]\s", re.I)
_SPEAKER = re.compile(r"[*_]{0,2}\[?[A-Za-z][\w' -]{0,24}\]?[*_]{0,2}:")
_QUOTE = re.compile(r"[\"'\u201c\u2018*]")
_ITEM = re.compile(r"[-*\u2022\u2013\u2014>#]")
_UNFINISHED = re.compile(r"[^.!,;:\u2026)\"'\u201d\u2019?]$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence and what stands before it."""

    start: int
    end: int
    text: str = field(repr=False)
    words: int
    newlines_before: int
    """0 in the middle of a line, 1 at the start of one, 2 after an empty line."""
    is_heading: bool
    """Part of a heading or of an interviewer's question: it belongs to what follows."""


def lay_out(text: str) -> list[Unit]:
    """Return the sentences of a cleaned text."""
    spans = sentence_spans(text)
    width = wrap_width(text)
    places: list[tuple[int, int, int]] = []  # start, end, newlines before
    previous_end = 0
    for span in spans:
        newlines = min(2, text.count("\n", previous_end, span.start)) if places else 2
        if newlines == 1 and width is not None and not _line_is_short(text, previous_end, width):
            newlines = 0  # wrapped text: this newline is there because the line was full
        places.append((span.start, span.end, newlines))
        previous_end = span.end
    return _with_headings(text, places) if places else []


def _line_is_short(text: str, end: int, width: int) -> bool:
    return end - (text.rfind("\n", max(0, end - width), end) + 1) < width * 0.7


def _with_headings(text: str, places: list[tuple[int, int, int]]) -> list[Unit]:
    line_number = 0
    numbered: list[tuple[int, tuple[int, int, int]]] = []
    for place in places:
        line_number += place[2] > 0
        numbered.append((line_number, place))
    lines = [[place for _, place in group] for _, group in groupby(numbered, lambda pair: pair[0])]
    units: list[Unit] = []
    for line, following in zip(lines, [*lines[1:], []], strict=True):
        own = text[line[0][0] : line[-1][1]]
        after = text[following[0][0] : following[-1][1]] if following else ""
        heading = _is_heading(own, after)
        units += [
            Unit(start, end, text[start:end], len(text[start:end].split()), newlines, heading)
            for start, end, newlines in line
        ]
    return units


def _is_heading(line: str, after: str) -> bool:
    """Say whether a line heads the next one: a title, or a question that gets an answer."""
    words = len(line.split())
    if words > _MANY_WORDS or len(after.split()) < _FEW_WORDS:
        return False
    if _ASKER.match(line):
        return True
    is_question = line.endswith("?")
    if _NUMBERED.match(line):
        return is_question or not _NUMBERED.match(after)
    if _SPEAKER.match(line) or _QUOTE.match(line) or _ITEM.match(line) or not line[0].isupper():
        return False
    return is_question or (words <= _FEW_WORDS and bool(_UNFINISHED.search(line)))
