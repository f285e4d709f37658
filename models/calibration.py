"""Probabilities that mean what they say: a temperature per facet, a threshold per label.

Temperature scaling after Guo et al. 2017, https://arxiv.org/abs/1706.04599; fitted on passages that
the network was not trained on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpora.taxonomy import Facet
from models.labels import LabelLayout
from models.thresholds import best_presence, best_thresholds, present_from

Floats = NDArray[np.float64]
REVIEW_SHARE = 0.2
"""At most this share of the calibration passages is flagged for review (bar Q3)."""
LEAST_REAL = 200
"""From this many passages of real text on, they alone set the thresholds of multi-label facets."""
_GRID = np.exp(np.linspace(np.log(0.25), np.log(4.0), 81))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was fitted."""

    temperatures: dict[str, float]
    """facet -> divisor of its logits"""
    thresholds: dict[str, dict[str, float]]
    """facet -> label -> least probability, 0..1, at which the label is given. Of a single-label
    facet that has an absent label (`none`), the most probable other label is given from its
    threshold on, or when it is the most probable of all; without thresholds that one alone."""
    review_below: float
    """Stories whose confidence is lower are flagged for review."""

    @classmethod
    def neutral(cls, layout: LabelLayout) -> "Calibration":
        """Return temperatures of 1 and thresholds of one half."""
        facets = layout.taxonomy.facets
        return cls(
            {facet.name: 1.0 for facet in facets},
            {f.name: dict.fromkeys(f.label_names, 0.5) for f in facets if f.kind == "multi"},
            0.0,
        )

    def probabilities(self, logits: Floats, layout: LabelLayout) -> Floats:
        """Turn (B, L) logits into (B, L) probabilities: softmax or sigmoid, facet by facet."""
        out = np.empty_like(logits)
        for facet, part in layout.slices():
            scaled = logits[:, part] / self.temperatures[facet.name]
            out[:, part] = softmax(scaled) if facet.kind == "single" else sigmoid(scaled)
        return out

    def chosen(self, probabilities: Floats, layout: LabelLayout) -> NDArray[np.bool_]:
        """Return (B, L) True where a label is given."""
        out = np.zeros(probabilities.shape, dtype=np.bool_)
        for facet, part in layout.slices():
            scores = probabilities[:, part]
            if facet.kind == "multi":
                out[:, part] = scores >= self._least(facet)
                continue
            choice = scores.argmax(1)
            if facet.absent is not None and facet.name in self.thresholds:
                choice = present_from(scores, self._least(facet), facet)
            out[np.arange(len(out)), part.start + choice] = True
        return out

    def _least(self, facet: Facet) -> Floats:
        return np.array([self.thresholds[facet.name].get(n, 1.0) for n in facet.label_names])

    def confidence(self, probabilities: Floats, layout: LabelLayout) -> Floats:
        """Return (B,) 0..1: the probability that every facet is right, were they independent."""
        sure = np.ones(len(probabilities))
        given = self.chosen(probabilities, layout)
        for facet, part in layout.slices():
            scores = probabilities[:, part]
            if facet.kind == "single":
                sure *= (scores * given[:, part]).sum(1)
            else:
                sure *= np.where(given[:, part], scores, 1 - scores).prod(1)
        return sure


def fit_calibration(
    logits: Floats,
    targets: Floats,
    known: NDArray[np.bool_],
    layout: LabelLayout,
    real: NDArray[np.bool_] | None = None,
) -> Calibration:
    """Fit on (B, L) logits, 0/1 targets and mask of annotated positions.

    `real` (B,) marks the rows whose text was not written for the project. Where there are
    `LEAST_REAL` of them, the thresholds of multi-label facets are fitted on those alone: on
    authored text a tagger is surer than on what it will see, and a threshold from there is too
    high. The flag for review is of all rows: sets of real text may hold few stories with many
    tags, and a flag from those alone would be on nearly every story worth telling.
    """
    decide = np.ones(len(logits), dtype=np.bool_)
    if real is not None and real.sum() >= LEAST_REAL:
        decide = real
    temperatures: dict[str, float] = {}
    thresholds: dict[str, dict[str, float]] = {}
    for facet, part in layout.slices():
        rows = known[:, part].all(1)
        seen, wanted = logits[rows, part], targets[rows, part]
        temperatures[facet.name] = _best_temperature(seen, wanted, facet.kind)
        if facet.kind == "multi":
            judged = rows & decide
            scores = sigmoid(logits[judged, part] / temperatures[facet.name])
            fitted = best_thresholds(scores, targets[judged, part])
            thresholds[facet.name] = dict(zip(facet.label_names, fitted, strict=True))
        elif facet.absent is not None and len(seen):
            chances = softmax(seen / temperatures[facet.name])
            least = best_presence(chances, wanted, facet)
            thresholds[facet.name] = {n: least for n in facet.label_names if n != facet.absent}
    fitted_so_far = Calibration(temperatures, thresholds, 0.0)
    sure = fitted_so_far.confidence(fitted_so_far.probabilities(logits, layout), layout)
    review_below = float(np.quantile(sure, REVIEW_SHARE)) if len(sure) else 0.0
    return Calibration(temperatures, thresholds, review_below)


def sigmoid(logits: Floats) -> Floats:
    """Logistic function without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * logits)))


def softmax(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True))


def _best_temperature(logits: Floats, targets: Floats, kind: str) -> float:
    """Return the temperature of the grid 0.25..4 with the least negative log likelihood."""
    if not len(logits):
        return 1.0
    losses = []
    for temperature in _GRID:
        if kind == "single":
            chance = softmax(logits / temperature)
            loss = -(targets * np.log(chance + 1e-9)).sum()
        else:
            chance = sigmoid(logits / temperature)
            likely = targets * np.log(chance + 1e-9) + (1 - targets) * np.log(1 - chance + 1e-9)
            loss = -likely.sum()
        losses.append(loss)
    return float(_GRID[int(np.argmin(losses))])
