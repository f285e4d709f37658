"""Choose the cuts that together are best: a dynamic programme over the gaps between sentences."""

import math
from collections.abc import Sequence
from itertools import accumulate

from corpora.segmentation.layout import Unit
from corpora.segmentation.telling import Telling

_CUT_COST = 2.6
"""What a cut must earn, by its gap and by making both sides more of one kind."""
_MIXTURE_WEIGHT = 1.0
"""Cost of a passage that both tells and argues: the weighted spread of its sentences' telling."""
_TOO_SHORT_COST = 50.0
"""More than any gap can earn: taken only where the whole text is too short."""
_FINE_WORDS = 8
_CLEAR_GAP = 1.5
"""Sentences under 8 words are put together, unless the gap between them is clear: it keeps the work
linear in the text's length when every word is a line."""


def best_cuts(
    units: Sequence[Unit],
    tellings: Sequence[Telling],
    gaps: Sequence[float],
    limits: tuple[int, int],
) -> list[int]:
    """Return the unit numbers that passages begin with, but for the first.

    `limits` are the fewest and the most words of a passage; a single longer unit stays whole.
    """
    bounds = _cuttable(units, gaps)
    words = list(accumulate((unit.words for unit in units), initial=0))
    weight = list(accumulate((t.weight for t in tellings), initial=0.0))
    first_moment = list(accumulate((t.weight * t.value for t in tellings), initial=0.0))
    second_moment = list(accumulate((t.weight * t.value**2 for t in tellings), initial=0.0))

    def mixture(start: int, end: int) -> float:
        total = weight[end] - weight[start]
        if total <= 0:
            return 0.0
        mean_part = (first_moment[end] - first_moment[start]) ** 2 / total
        return max(0.0, second_moment[end] - second_moment[start] - mean_part)

    least, most = limits
    cost = [0.0] + [math.inf] * (len(bounds) - 1)
    best_before = [0] * len(bounds)
    for here in range(1, len(bounds)):
        end = bounds[here]
        for there in range(here - 1, -1, -1):
            start = bounds[there]
            length = words[end] - words[start]
            if length > most and there < here - 1:
                break
            total = cost[there] + _MIXTURE_WEIGHT * mixture(start, end)
            total += _CUT_COST - gaps[start] if start else 0.0
            total += _TOO_SHORT_COST if length < least else 0.0
            if total < cost[here]:
                cost[here], best_before[here] = total, there
    return _trace(bounds, best_before)


def _cuttable(units: Sequence[Unit], gaps: Sequence[float]) -> list[int]:
    """Return the gaps to be considered, with both ends of the text."""
    bounds = [0]
    words = units[0].words
    for number in range(1, len(units)):
        if words >= _FINE_WORDS or gaps[number] >= _CLEAR_GAP:
            bounds.append(number)
            words = 0
        words += units[number].words
    return [*bounds, len(units)]


def _trace(bounds: list[int], best_before: list[int]) -> list[int]:
    cuts: list[int] = []
    here = best_before[-1]
    while here:
        cuts.append(bounds[here])
        here = best_before[here]
    return cuts[::-1]
