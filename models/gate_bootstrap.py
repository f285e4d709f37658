"""How sure a gain or a loss is: a paired bootstrap over the held-out passages.

Both taggers are measured on the same draws, so what makes a passage hard for both cancels out
(Efron & Tibshirani 1993, ch. 16). Letters: N passages, L labels, R draws.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.calibration import Floats
from models.evaluation import HEADLINE_FACETS, MIN_SUPPORT
from models.gate_outcomes import Bools, Outcomes
from models.gate_settings import RESAMPLES, GateConfig
from models.labels import LabelLayout


@dataclass(frozen=True, slots=True)
class Change:
    """A score of the champion and of the challenger, and the interval of what was lost."""

    before: float
    now: float
    low: float
    """Lower end of the interval of champion minus challenger; negative is a gain."""
    high: float

    def as_json(self) -> dict[str, object]:
        """Return plain numbers for the decision record."""
        return {
            "champion": round(self.before, 4),
            "challenger": round(self.now, 4),
            "loss_interval": [round(self.low, 4), round(self.high, 4)],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Champion and challenger on the same passages."""

    labels: dict[str, Change]
    """`facet.label` -> change of its F1, for labels with enough positives"""
    headline: Change | None
    """Change of the headline; None where no label that counts has enough positives."""


def compare(
    champion: Outcomes, challenger: Outcomes, layout: LabelLayout, settings: GateConfig
) -> Comparison:
    """Measure both on the same draws of passages."""
    passages = len(champion.gold)
    support = (champion.gold & champion.known).sum(0)  # (L,)
    tested = support >= MIN_SUPPORT
    once = np.ones((1, passages), dtype=np.float32)
    draw = np.random.default_rng(settings.seed)
    drawn = draw.multinomial(passages, np.full(passages, 1 / max(passages, 1)), RESAMPLES)
    weights = np.concatenate([once, drawn.astype(np.float32)])  # (1 + R, N), all passages first
    before, now = _f1(champion, weights), _f1(challenger, weights)  # (1 + R, L)
    counted = headline_columns(layout, tested)
    return Comparison(
        labels={
            f"{facet}.{label}": _change(before[:, at], now[:, at], settings.confidence)
            for at, (facet, label) in enumerate(layout.names())
            if tested[at]
        },
        headline=_change(_headline(before, counted), _headline(now, counted), settings.confidence)
        if counted
        else None,
    )


def headline(outcomes: Outcomes, layout: LabelLayout) -> float | None:
    """Return the mean macro-F1 of the headline facets; None without enough positives."""
    once = np.ones((1, len(outcomes.gold)), dtype=np.float32)
    tested = (outcomes.gold & outcomes.known).sum(0) >= MIN_SUPPORT
    counted = headline_columns(layout, tested)
    return float(_headline(_f1(outcomes, once), counted)[0]) if counted else None


def headline_columns(layout: LabelLayout, tested: Bools) -> list[list[int]]:
    """Return the label positions that count, for each headline facet that has any."""
    found = [
        [
            part.start + at
            for at, name in enumerate(facet.label_names)
            if tested[part.start + at] and name != facet.absent
        ]
        for facet, part in layout.slices()
        if facet.name in HEADLINE_FACETS
    ]
    return [columns for columns in found if columns]


def _f1(outcomes: Outcomes, weights: NDArray[np.float32]) -> Floats:
    """F1 of every label under every weighting of the passages. weights (R, N) -> (R, L)."""
    gold, given = outcomes.gold & outcomes.known, outcomes.given & outcomes.known
    hit = weights @ (gold & given).astype(np.float32)  # (R, L)
    total = weights @ (gold.astype(np.float32) + given.astype(np.float32))  # (R, L)
    return np.asarray(2 * hit / np.maximum(total, 1), dtype=np.float64)


def _headline(f1: Floats, counted: list[list[int]]) -> Floats:
    """Mean of the facets' means. f1 (R, L) -> (R,)."""
    return np.asarray(np.mean([f1[:, columns].mean(1) for columns in counted], axis=0))


def _change(before: Floats, now: Floats, confidence: float) -> Change:
    outside = (1 - confidence) / 2
    low, high = np.quantile((before - now)[1:], [outside, 1 - outside])
    return Change(float(before[0]), float(now[0]), float(low), float(high))
