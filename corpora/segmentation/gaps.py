"""How good it would be to cut between two sentences: positive is for a cut, negative against."""

import re
from collections.abc import Sequence

from corpora.segmentation.cues import (
    IS_SPEECH,
    LEAVES_STORY,
    OPENS_EXAMPLE,
    OPENS_STORY,
    REFERS_BACK,
)
from corpora.segmentation.layout import Unit
from corpora.sentences.lexicon import lexicon

_NEWLINES_SCORE = (-0.8, 0.6, 1.0)
"""By newlines before: within a paragraph, a new line, a new paragraph."""
_BEFORE_HEADING = 3.0
_AFTER_HEADING = -3.0
_SEPARATOR = 2.0
_STORY_OPENS = 1.6
_EXAMPLE_OPENS = 0.5
_STORY_IS_LEFT = 0.6
_REFERS_BACK = -0.9
_SPEECH_GOES_ON = -1.0
_COHESION_WEIGHT = 2.0
_COHESION_LIMIT = 0.8
_WINDOW_WORDS = 60
"""Words on each side whose vocabulary is compared, as in TextTiling (Hearst 1997)."""

_SEPARATOR_LINE = re.compile(r"[-*_=~#+.\u2013\u2014\u2022 ]+")
_CONTENT_WORD = re.compile(r"[a-z]{4,}")
_STEM_LENGTH = 6
"""Letters that stand for a word: `customers` and `customer` are the same."""


def is_separator(unit: Unit) -> bool:
    """Say whether the unit is a line of dashes, stars or the like."""
    return unit.newlines_before > 0 and bool(_SEPARATOR_LINE.fullmatch(unit.text))


def gap_scores(units: Sequence[Unit]) -> list[float]:
    """Return the score of a cut before each unit; the first, where nothing can be cut, is 0."""
    cohesion = _cohesion(units)
    usual = sum(cohesion) / max(1, len(cohesion))
    scores = [0.0]
    for before, after, common in zip(units, units[1:], cohesion, strict=False):
        apart = _COHESION_WEIGHT * (usual - common)
        scores.append(
            _gap_score(before, after) + max(-_COHESION_LIMIT, min(_COHESION_LIMIT, apart))
        )
    return scores


def _gap_score(before: Unit, after: Unit) -> float:
    if before.is_heading:
        return _AFTER_HEADING
    score = _NEWLINES_SCORE[after.newlines_before]
    if after.is_heading:
        return score + _BEFORE_HEADING
    if is_separator(before) and not is_separator(after):
        return score + _SEPARATOR
    if OPENS_STORY.match(after.text):
        return score + (0.0 if OPENS_STORY.match(before.text) else _STORY_OPENS)
    if OPENS_EXAMPLE.match(after.text):
        return score + _EXAMPLE_OPENS
    if LEAVES_STORY.match(after.text):
        return score + _STORY_IS_LEFT
    if IS_SPEECH.match(before.text) and IS_SPEECH.match(after.text):
        score += _SPEECH_GOES_ON
    return score + (_REFERS_BACK if REFERS_BACK.match(after.text) else 0.0)


def _cohesion(units: Sequence[Unit]) -> list[float]:
    """Return, for each gap, the share of words that both sides have, 0..1."""
    common_words = lexicon().common
    stems = [
        {word[:_STEM_LENGTH] for word in _CONTENT_WORD.findall(unit.text.lower())} - common_words
        for unit in units
    ]
    shares: list[float] = []
    for gap in range(1, len(units)):
        left = _window(units, stems, range(gap - 1, -1, -1))
        right = _window(units, stems, range(gap, len(units)))
        smaller = min(len(left), len(right))
        shares.append(len(left & right) / smaller if smaller else 0.0)
    return shares


def _window(units: Sequence[Unit], stems: list[set[str]], numbers: range) -> set[str]:
    words = 0
    found: set[str] = set()
    for number in numbers:
        found |= stems[number]
        words += max(1, units[number].words)
        if words >= _WINDOW_WORDS:
            break
    return found
