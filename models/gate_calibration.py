"""Is the calibration error within its bound, or above it by no more than chance gives?

Letters: N passages, L labels of all facets, D decisions of a facet.
"""

from dataclasses import dataclass

import numpy as np

from models.calibration import Floats
from models.evaluation import CALIBRATION_BINS, calibration_error
from models.gate_outcomes import Bools, Outcomes
from models.gate_settings import GateConfig
from models.labels import LabelLayout

_DRAWS = 200
"""Tries of a perfectly calibrated tagger; the bound is what 19 of 20 stay below."""
_CHANCE = 0.95


@dataclass(frozen=True, slots=True)
class CalibrationFigure:
    """The expected calibration error of one facet on one part of the held-out text."""

    error: float
    by_chance: float
    """What a perfectly calibrated tagger stays below in 19 of 20 tries on as many passages."""
    bound: float
    is_within: bool

    def as_json(self) -> dict[str, object]:
        """Return plain numbers for the decision record."""
        return {
            "error": round(self.error, 4),
            "by_chance": round(self.by_chance, 4),
            "bound": self.bound,
            "is_within": self.is_within,
        }


def calibration_figures(
    given: Outcomes, layout: LabelLayout, bound: float, settings: GateConfig
) -> dict[str, CalibrationFigure]:
    """Return the figure of every facet that was annotated; errors that are no numbers fail."""
    found: dict[str, CalibrationFigure] = {}
    for facet, part in layout.slices():
        rows = given.known[:, part].all(1)
        if not rows.any():
            continue
        sure, right = _decisions(given.chances[rows, part], given.gold[rows, part], facet.kind)
        if not np.isfinite(sure).all():
            found[facet.name] = CalibrationFigure(float("nan"), 0.0, bound, is_within=False)
            continue
        error, by_chance = calibration_error(sure, right), _by_chance(sure, settings.seed)
        limit = max(bound, by_chance) if settings.allow_chance_calibration_error else bound
        found[facet.name] = CalibrationFigure(error, by_chance, bound, error <= limit)
    return found


def _decisions(chances: Floats, gold: Bools, kind: str) -> tuple[Floats, Bools]:
    """Return (D,) probabilities and whether they came true, as `models.evaluation` counts them."""
    if kind == "single":
        return chances.max(1), gold[np.arange(len(gold)), chances.argmax(1)]
    return chances.ravel(), gold.ravel()


def _by_chance(sure: Floats, seed: int) -> float:
    """Return the error that 95 of 100 taggers do not exceed whose probabilities are right."""
    draw = np.random.default_rng(seed)
    at = np.minimum((sure * CALIBRATION_BINS).astype(int), CALIBRATION_BINS - 1)  # (D,)
    # |sum of probabilities - number that came true| per bin: `calibration_error` in one pass.
    gaps = (np.bincount(at, weights=sure - (draw.random(len(sure)) < sure)) for _ in range(_DRAWS))
    errors = [float(np.abs(gap).sum()) / len(sure) for gap in gaps]
    return float(np.quantile(errors, _CHANCE))
