"""Risk and coverage: how much less often the tagger errs when it may leave the unsure stories out.

Selective classification after El-Yaniv & Wiener 2010 and Geifman & El-Yaniv 2017,
https://arxiv.org/abs/1705.08500: stories in the order of the confidence that sets `needs_review`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from corpora.story import Prediction

if TYPE_CHECKING:  # they bring torch, which the report has no use for
    from models.calibration import Calibration
    from models.labels import LabelLayout

Floats = NDArray[np.float64]
COVERAGE = 0.8
"""Share of the stories at which the error is set beside that of all (bar Q3: at most half)."""


@dataclass(frozen=True, slots=True)
class RiskCurve:
    """Mean error, 0..1, of the 1, 2, 3 ... surest stories."""

    risks: tuple[float, ...]
    best_risks: tuple[float, ...]
    """The same, had the stories been in the best order there is: the least error first."""

    @property
    def error(self) -> float:
        return self.risks[-1]

    @property
    def area(self) -> float:
        """Area under the curve, 0..1: the mean over all coverages."""
        return float(np.mean(self.risks))

    @property
    def error_at_80(self) -> float:
        return self.risks[_covered(len(self.risks)) - 1]

    @property
    def best_error_at_80(self) -> float:
        """What no confidence could better at 80%."""
        return self.best_risks[_covered(len(self.risks)) - 1]

    @property
    def ratio_at_80(self) -> float | None:
        """Error at 80% coverage as a share of that at 100%; None without an error."""
        return self.error_at_80 / self.error if self.error else None

    def as_json(self) -> dict[str, object]:
        """Return the figures, without the points of the curve."""
        ratio = self.ratio_at_80
        return {
            "stories": len(self.risks),
            "error": round(self.error, 4),
            "error_at_80": round(self.error_at_80, 4),
            "ratio_at_80": None if ratio is None else round(ratio, 4),
            "best_error_at_80": round(self.best_error_at_80, 4),
            "area": round(self.area, 4),
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """Curves of one test set; they share the stories' order."""

    stories: RiskCurve
    """A story's error is the mean over its annotated headline facets of 1 - right."""
    facets: Mapping[str, RiskCurve]
    kept_share: float
    """Share of the stories, 0..1, that the tagger does not flag for review."""
    kept_error: float | None
    """Mean error of those; None where all are flagged."""

    def as_json(self) -> dict[str, object]:
        kept = self.kept_error
        return {
            **self.stories.as_json(),
            "kept_share": round(self.kept_share, 4),
            "kept_error": None if kept is None else round(kept, 4),
            "facets": {name: curve.as_json() for name, curve in self.facets.items()},
        }


def confidences(
    said: Sequence[Prediction], calibration: "Calibration", layout: "LabelLayout"
) -> Floats:
    """Return (N,) confidences, from probabilities that are rounded to four digits."""
    names = layout.names()
    chances = np.array([[each.scores[f][n] for f, n in names] for each in said], dtype=float)
    return calibration.confidence(chances.reshape(len(said), layout.size), layout)


def measure_coverage(
    passages: Sequence[LabelledPassage],
    said: Sequence[Prediction],
    sure: Floats,
    facets: Sequence[str],
) -> Coverage | None:
    """Measure the error over `facets` as the surest are taken first; None where nothing counts."""
    errors = np.full((len(passages), len(facets)), np.nan)  # (N, F), nan where not annotated
    for row, (passage, prediction) in enumerate(zip(passages, said, strict=True)):
        for column, facet in enumerate(facets):
            if facet in passage.tags.labels:
                given = prediction.tags.labels.get(facet, ())
                errors[row, column] = set(given) != set(passage.tags.labels[facet])
    known = ~np.isnan(errors)
    rows = known.any(1)
    if not rows.any():
        return None
    means = np.nansum(errors, 1)[rows] / known.sum(1)[rows]
    kept = np.array([not each.needs_review for each in said])[rows]
    return Coverage(
        stories=risk_curve(sure[rows], means),
        facets={
            facet: risk_curve(sure[known[:, column]], errors[known[:, column], column])
            for column, facet in enumerate(facets)
            if known[:, column].any()
        },
        kept_share=float(kept.mean()),
        kept_error=float(means[kept].mean()) if kept.any() else None,
    )


def risk_curve(sure: Floats, errors: Floats) -> RiskCurve:
    """Return the curve of (N,) confidences and (N,) errors, 0..1; N is at least 1.

    Stories of equal confidence share their mean error, so that their order changes nothing.
    """
    _, group = np.unique(-sure, return_inverse=True)
    shared = (np.bincount(group, errors) / np.bincount(group))[group]
    return RiskCurve(_running_means(shared[np.argsort(group)]), _running_means(np.sort(errors)))


def _running_means(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple((np.cumsum(values) / np.arange(1, len(values) + 1)).tolist())


def _covered(stories: int) -> int:
    # Rounded first: 0.8 times 15 is a little over 12 in floating point.
    return math.ceil(round(COVERAGE * stories, 6))
