"""Reliability: does what the tagger gives a probability of 0.8 come true eight times in ten?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CALIBRATION_BINS = 10


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The decisions whose probability lies in one bin; bins without any are left out."""

    confidence: float
    """Mean probability, 0..1."""
    accuracy: float
    """Share that came true, 0..1."""
    count: int


def reliability_bins(
    sure: NDArray[np.float64], right: NDArray[np.bool_]
) -> tuple[ReliabilityBin, ...]:
    """Sort (N,) probabilities with (N,) outcomes into ten bins of equal width."""
    at = np.clip((sure * CALIBRATION_BINS).astype(int), 0, CALIBRATION_BINS - 1)
    return tuple(
        ReliabilityBin(
            float(sure[at == b].mean()), float(right[at == b].mean()), int((at == b).sum())
        )
        for b in range(CALIBRATION_BINS)
        if (at == b).any()
    )


def calibration_error(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Expected calibration error (Naeini et al. 2015): mean |confidence - accuracy| over bins."""
    return mean_gap(reliability_bins(sure, right))


def mean_gap(bins: Sequence[ReliabilityBin]) -> float:
    """Return the gap between confidence and accuracy, each bin counting by its size."""
    total = sum(each.count for each in bins)
    gaps = (abs(each.confidence - each.accuracy) * each.count / total for each in bins)
    return float(sum(gaps))
