"""The gate: a challenger becomes champion only if nothing speaks against it.

It sees what both gave on every held-out passage. All held-out text is judged, and the real text in
it (own files, reviewed stories) on its own: authored text must not outvote it.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

import numpy as np

from models.gate_bootstrap import Change, Comparison, compare, headline
from models.gate_calibration import CalibrationFigure, calibration_figures
from models.gate_checks import Check
from models.gate_outcomes import Bools, Outcomes
from models.gate_settings import GateConfig
from models.labels import LabelLayout


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to promote, and every reason against."""

    is_promoted: bool
    reasons: tuple[str, ...]
    figures: dict[str, object] = field(default_factory=dict)
    """What the reasons rest on, by part of the held-out text; plain JSON."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What was measured on the held-out passages. N passages."""

    layout: LabelLayout
    is_real: Bools
    """(N,) False for text that was written for the project"""
    challenger: Outcomes
    champion: Outcomes | None
    """None where there is no champion that these labels could be asked of."""
    baseline: Outcomes | None = None
    """TF-IDF on the same passages, where it is asked for."""


def judge(held_out: HeldOut, settings: GateConfig, checks: Sequence[Check] = ()) -> Decision:
    """Compare challenger and champion passage by passage; every reason against is a sentence."""
    challenger = held_out.challenger
    if not len(challenger.gold):
        return Decision(False, ("no held-out passages: nothing was measured",))
    if not np.isfinite(challenger.chances).all():
        return Decision(False, ("the challenger's probabilities are not all numbers",))
    real = held_out.is_real
    parts = {"all held-out text": np.ones_like(real)} | ({"real text": real} if real.any() else {})
    if real.all():
        del parts["all held-out text"]
    reasons: list[str] = []
    figures: dict[str, object] = {}
    for name, rows in parts.items():
        said, numbers = _judge_part(name, rows, held_out, settings)
        reasons += said
        figures[name] = numbers
    first, *_ = parts
    if headline(challenger.of(parts[first]), held_out.layout) is None:
        reasons.append("no label of the headline has enough positives: nothing was measured")
    bounds = {
        "authored text": (~real, settings.max_calibration_error_authored),
        "real text": (real, settings.max_calibration_error_real),
    }
    for name, (rows, bound) in bounds.items():
        found = calibration_figures(challenger.of(rows), held_out.layout, bound, settings)
        figures[f"calibration on {name}"] = {facet: f.as_json() for facet, f in found.items()}
        reasons += [
            _calibration_reason(name, facet, figure)
            for facet, figure in found.items()
            if not figure.is_within
        ]
    reasons += [f"{check.name}: {check.detail}" for check in checks if not check.passed]
    figures["checks"] = [asdict(check) for check in checks]
    return Decision(not reasons, tuple(reasons), figures)


def _judge_part(
    name: str, rows: Bools, held_out: HeldOut, settings: GateConfig
) -> tuple[list[str], dict[str, object]]:
    layout, now = held_out.layout, held_out.challenger.of(rows)
    reasons: list[str] = []
    numbers: dict[str, object] = {"passages": int(rows.sum()), "headline": headline(now, layout)}
    if held_out.champion is not None:
        found = compare(held_out.champion.of(rows), now, layout, settings)
        reasons += _losses(name, found, settings)
        if found.headline is not None:
            numbers["headline"] = found.headline.as_json()
        numbers["labels"] = {label: change.as_json() for label, change in found.labels.items()}
    if held_out.baseline is not None:
        least, own = headline(held_out.baseline.of(rows), layout), headline(now, layout)
        numbers["tfidf_headline"] = least
        if least is not None and own is not None and not own > least:
            reasons.append(f"{name}: headline {own:.3f} is not above TF-IDF's {least:.3f}")
    return reasons, numbers


def _losses(name: str, found: Comparison, settings: GateConfig) -> list[str]:
    share = f"{settings.confidence:.0%}"
    reasons = [
        f"{name}: {label} fell from {change.before:.3f} to {change.now:.3f} F1, a loss of "
        f"{change.low:.3f} to {change.high:.3f} with {share} confidence; "
        f"{settings.max_label_loss:.3f} is allowed"
        for label, change in found.labels.items()
        if not change.low <= settings.max_label_loss
    ]
    head: Change | None = found.headline
    if head is not None and not head.now >= head.before:
        reasons.append(
            f"{name}: headline {head.now:.3f} is below the champion's {head.before:.3f} "
            f"({share} interval of the loss {head.low:+.3f} to {head.high:+.3f})"
        )
    return reasons


def _calibration_reason(name: str, facet: str, figure: CalibrationFigure) -> str:
    if math.isnan(figure.error):
        return f"{name}: the probabilities of {facet} are not numbers"
    return (
        f"{name}: {facet} has an expected calibration error of {figure.error:.3f}, above the "
        f"bound of {figure.bound:.3f} (chance alone gives up to {figure.by_chance:.3f})"
    )
