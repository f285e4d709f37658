"""Cut messy text into sentences: reviews, chats, transcripts, notes without capitals or stops.

The words that keep their full stop, the emoticons and the commonest words come from spaCy's blank
English pipeline; the rules are ours, for text that nobody edited. Bounds are looked for only where
a sentence can end, so no text is tokenized as a whole.
"""

import re
from itertools import pairwise

from corpora.sentences.length import shorten
from corpora.sentences.lines import line_bounds
from corpora.sentences.marks import BULLETS, DASHES
from corpora.sentences.stops import stop_bounds
from corpora.sentences.turns import turn_bounds
from corpora.story import Span

__all__ = ["sentence_spans"]

_INLINE_BULLET = re.compile(rf"(?<=\s)[{BULLETS}](?=\s)")
_MARKER_ALONE = re.compile(rf"\W{{0,3}}(?:\d{{1,3}}|[A-Za-z])[.)]|[*{BULLETS}{DASHES}]")
"""An item's number or bullet: `1.`, `b)`, `-`. It belongs to what follows."""


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences in order, without the blanks around them; all else is covered.

    No sentence has more than `length.MAX_WORDS` words, whatever its punctuation.
    """
    bounds = {0, len(text)}
    bounds.update(line_bounds(text))
    bounds.update(stop_bounds(text))
    bounds.update(turn_bounds(text))
    bounds.update(bullet.start() for bullet in _INLINE_BULLET.finditer(text))
    pieces = [
        piece for start, end in pairwise(sorted(bounds)) if (piece := _trim(text, start, end))
    ]
    return [Span(*part) for piece in _join(text, pieces) for part in shorten(text, *piece)]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    start += piece.index(inner[0])
    return start, start + len(inner)


def _join(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join item numbers to what follows on their line, bare emoticons to what is before."""
    joined: list[tuple[int, int]] = []
    carried: int | None = None  # where a marker that waits for its sentence begins
    for number, (start, end) in enumerate(pieces):
        following = pieces[number + 1][0] if number + 1 < len(pieces) else None
        same_line = following is not None and "\n" not in text[end:following]
        first, carried = (start if carried is None else carried), None
        if same_line and _MARKER_ALONE.fullmatch(text, start, end):
            carried = first
        elif joined and _is_bare(text, joined[-1][1], first, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined


def _is_bare(text: str, previous_end: int, start: int, end: int) -> bool:
    words = any(character.isalnum() for character in text[start:end])
    return not words and "\n" not in text[previous_end:start]
