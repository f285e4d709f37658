"""Cut a long document where stories begin and end; leave a short record whole.

A passage is whole sentences. Where to cut is weighed between every two sentences: paragraphs,
headings and interview questions, words that open a story or leave it, how far the words before and
after are the same; and over each passage: whether it tells (past tense, people, speech) or argues
(present tense, rules) throughout. A dynamic programme takes the best cuts under the length limits.
"""

from itertools import pairwise

from corpora.segmentation.cuts import best_cuts
from corpora.segmentation.gaps import gap_scores, is_separator
from corpora.segmentation.layout import Unit, lay_out
from corpora.segmentation.telling import tellings
from corpora.story import Passage

__all__ = ["MAX_WORDS", "MIN_WORDS", "SEGMENTER_VERSION", "segment"]

SEGMENTER_VERSION = "1"
"""Raised whenever the same cleaned text may be cut otherwise."""
MIN_WORDS = 30
MAX_WORDS = 350


def segment(text: str) -> list[Passage]:
    """Return the passages in order; together they hold every sentence.

    A text of up to `MAX_WORDS` words is one passage, unless lines of dashes or stars part it. In a
    longer text each passage has `MIN_WORDS` to `MAX_WORDS` words.
    """
    units = lay_out(text)
    if not units:
        return []
    if sum(unit.words for unit in units) <= MAX_WORDS:
        cuts = _parted(units)
    else:
        cuts = best_cuts(units, tellings(units), gap_scores(units), (MIN_WORDS, MAX_WORDS))
    bounds = [0, *cuts, len(units)]
    return [
        _passage(text, units[first].start, units[last - 1].end) for first, last in pairwise(bounds)
    ]


def _parted(units: list[Unit]) -> list[int]:
    """Return the cuts behind separator lines that leave no part too short to be a story."""
    cuts: list[int] = []
    words = 0
    left = sum(unit.words for unit in units)
    for number, unit in enumerate(units[:-1], start=1):
        words, left = words + unit.words, left - unit.words
        if is_separator(unit) and words >= MIN_WORDS and left >= MIN_WORDS:
            cuts.append(number)
            words = 0
    return cuts


def _passage(text: str, start: int, end: int) -> Passage:
    return Passage(start, end, text[start:end])
