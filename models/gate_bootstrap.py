"""How sure a gain or a loss is: a paired bootstrap over the held-out passages.

Both taggers are measured on the same draws, so what makes a passage hard for both cancels out
(Efron & Tibshirani 1993, ch. 16). Letters: N passages, L labels, R draws.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.calibration import Floats
from models.evaluation import HEADLINE_FACETS, MIN_SUPPORT
from models.gate_outcomes import Bools, Outcomes
from models.gate_settings import RESAMPLES, GateConfig
from models.labels import LabelLayout

Weights: TypeAlias = NDArray[np.float32]
HEADLINE = "headline"


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
    tested = _tested(champion)
    weights = draw_weights(len(champion.gold), settings.seed)
    before, now = _f1(champion, weights), _f1(challenger, weights)  # (1 + R, L)
    first = macro_f1(champion, layout, weights).get(HEADLINE)
    second = macro_f1(challenger, layout, weights).get(HEADLINE)
    return Comparison(
        labels={
            f"{facet}.{label}": _change(before[:, at], now[:, at], settings.confidence)
            for at, (facet, label) in enumerate(layout.names())
            if tested[at]
        },
        headline=None
        if first is None or second is None
        else _change(first, second, settings.confidence),
    )


def headline(outcomes: Outcomes, layout: LabelLayout) -> float | None:
    """Return the mean macro-F1 of the headline facets; None without enough positives."""
    once = np.ones((1, len(outcomes.gold)), dtype=np.float32)
    found = macro_f1(outcomes, layout, once)
    return float(found[HEADLINE][0]) if HEADLINE in found else None


def draw_weights(passages: int, seed: int) -> Weights:
    """Return (1 + R, N): all passages once, then how often each is in each draw."""
    draw = np.random.default_rng(seed)
    drawn = draw.multinomial(passages, np.full(passages, 1 / max(passages, 1)), RESAMPLES)
    once = np.ones((1, passages), dtype=np.float32)
    return np.concatenate([once, drawn.astype(np.float32)])


def macro_f1(outcomes: Outcomes, layout: LabelLayout, weights: Weights) -> dict[str, Floats]:
    """Return facet -> (1 + R,) macro-F1, and the headline, as `models.evaluation` defines them.

    Which labels count is settled by all passages. A facet without such a label is left out.
    """
    f1, tested = _f1(outcomes, weights), _tested(outcomes)
    found: dict[str, Floats] = {}
    for facet, part in layout.slices():
        counted = tested[part] & (np.array(facet.label_names) != (facet.absent or ""))
        if counted.any():
            found[facet.name] = np.asarray(f1[:, part][:, counted].mean(1))
    if heads := [found[name] for name in HEADLINE_FACETS if name in found]:
        found[HEADLINE] = np.asarray(np.mean(heads, axis=0))
    return found


def interval(values: Floats, confidence: float = 0.95) -> tuple[float, float]:
    """Return the middle share of what the draws gave; values (1 + R,), all passages first."""
    outside = (1 - confidence) / 2
    low, high = np.quantile(values[1:], [outside, 1 - outside])
    return float(low), float(high)


def p_not_above(one: Floats, other: Floats) -> float:
    """Return the one-sided p of `one` being above `other`, from the same draws; both (1 + R,).

    All passages count as a draw, so that p is never 0 (Davison & Hinkley 1997, ch. 4.2).
    """
    return float((1 + (one[1:] <= other[1:]).sum()) / len(one))


def _tested(outcomes: Outcomes) -> Bools:
    """Return (L,) True for labels with enough positives."""
    return np.asarray((outcomes.gold & outcomes.known).sum(0) >= MIN_SUPPORT)


def _f1(outcomes: Outcomes, weights: Weights) -> Floats:
    """F1 of every label under every weighting of the passages. weights (R, N) -> (R, L)."""
    gold, given = outcomes.gold & outcomes.known, outcomes.given & outcomes.known
    hit = weights @ (gold & given).astype(np.float32)  # (R, L)
    total = weights @ (gold.astype(np.float32) + given.astype(np.float32))  # (R, L)
    return np.asarray(2 * hit / np.maximum(total, 1), dtype=np.float64)


def _change(before: Floats, now: Floats, confidence: float) -> Change:
    return Change(float(before[0]), float(now[0]), *interval(before - now, confidence))
