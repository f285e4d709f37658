"""The gate: a challenger becomes champion only if it is better, and nowhere clearly worse."""

import math
from dataclasses import dataclass

from models.evaluation import Evaluation

MAX_FACET_LOSS = 0.02
"""No facet may lose more than this much macro-F1, 0..1."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether to promote, and every reason against."""

    is_promoted: bool
    reasons: tuple[str, ...]


def judge(challenger: Evaluation, champion: Evaluation | None) -> Decision:
    """Compare two evaluations on the same held-out passages.

    Without a champion any finite score wins. The headline must be higher, and no facet may lose
    more than `MAX_FACET_LOSS`.
    """
    reasons: list[str] = []
    if not challenger.passages:
        reasons.append("no held-out passages: nothing was measured")
    if not math.isfinite(challenger.headline):
        reasons.append("the challenger's headline is not a number")
    # Scores that are no numbers leave F1 finite: some label is always the greatest.
    reasons += [
        f"{name}: the challenger's scores are not numbers"
        for name, score in challenger.facets.items()
        if not math.isfinite(score.calibration_error)
    ]
    if champion is not None:
        if challenger.passages != champion.passages:
            reasons.append(
                f"measured on {challenger.passages} and {champion.passages} passages: "
                "not the same held-out text"
            )
        if not challenger.headline > champion.headline:
            reasons.append(
                f"headline {challenger.headline:.3f} is not above the champion's "
                f"{champion.headline:.3f}"
            )
        reasons += _facet_losses(challenger, champion)
    return Decision(is_promoted=not reasons, reasons=tuple(reasons))


def _facet_losses(challenger: Evaluation, champion: Evaluation) -> list[str]:
    lost = []
    for name, score in champion.facets.items():
        before = score.macro_f1
        now = challenger.facets[name].macro_f1 if name in challenger.facets else None
        if before is None:
            continue
        # A missing or undefined score counts as a loss: fail closed.
        if now is None or not now >= before - MAX_FACET_LOSS:
            said = "nothing" if now is None else f"{now:.3f}"
            lost.append(f"{name}: {said} after {before:.3f}, a loss of more than {MAX_FACET_LOSS}")
    return lost
