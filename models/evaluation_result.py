"""What an evaluation found: values that retraining, the gate, the card and the report read."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.evaluation_coverage import Coverage
from models.reliability import ReliabilityBin

HEADLINE_FACETS = ("moment", "drivers", "personalization", "excuses")
MIN_SUPPORT = 10
"""A label with fewer positives in the test text does not count in its facet's macro-F1."""


@dataclass(frozen=True, slots=True)
class LabelScore:
    """One label on one test set."""

    f1: float
    support: int
    predicted: int


@dataclass(frozen=True, slots=True)
class FacetScore:
    """One facet on one test set."""

    macro_f1: float | None
    """Mean F1 of the labels with enough support, the absent one excluded; None without any."""
    calibration_error: float
    """Expected calibration error, 0..1, ten bins of equal width."""
    labels: Mapping[str, LabelScore]
    reliability: tuple[ReliabilityBin, ...] = ()
    """Of the given label of a single facet, of every label's probability of a multi facet."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A tagger on one test set."""

    passages: int
    facets: Mapping[str, FacetScore]
    evidence_f1: float
    """Mean token F1 of the evidence of tags that are right; 0 without any."""
    evidence_iou_f1: float = 0.0
    """Mean IoU-F1 of the same tags."""
    coverage: Coverage | None = None
    """None where no headline facet was annotated, or the confidence is not known."""

    @property
    def headline(self) -> float:
        """Mean macro-F1 of moment, drivers, personalization and excuses."""
        found = [self.facets[f].macro_f1 for f in HEADLINE_FACETS if f in self.facets]
        scores = [score for score in found if score is not None]
        return float(np.mean(scores)) if scores else 0.0

    def as_json(self) -> dict[str, object]:
        """Return plain numbers for metrics.json and decision records."""
        return {
            "passages": self.passages,
            "headline": round(self.headline, 4),
            "evidence_f1": round(self.evidence_f1, 4),
            "evidence_iou_f1": round(self.evidence_iou_f1, 4),
            "coverage": None if self.coverage is None else self.coverage.as_json(),
            "facets": {name: _facet_json(score) for name, score in self.facets.items()},
        }

    def reliability_json(self) -> dict[str, object]:
        """Return the points of the reliability diagrams."""
        return {
            name: [
                {
                    "confidence": round(each.confidence, 4),
                    "accuracy": round(each.accuracy, 4),
                    "count": each.count,
                }
                for each in score.reliability
            ]
            for name, score in self.facets.items()
        }


def _facet_json(score: FacetScore) -> dict[str, object]:
    return {
        "macro_f1": None if score.macro_f1 is None else round(score.macro_f1, 4),
        "calibration_error": round(score.calibration_error, 4),
        "labels": {
            label: {"f1": round(s.f1, 4), "support": s.support, "predicted": s.predicted}
            for label, s in score.labels.items()
        },
    }
