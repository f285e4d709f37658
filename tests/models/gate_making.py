"""Outcomes with as many hits, misses and false alarms as a test asks for."""

import numpy as np

from models.gate import HeldOut
from models.gate_outcomes import Bools, Outcomes
from models.labels import LabelLayout

PASSAGES = 400
SURE = 0.97


def gold(layout: LabelLayout, passages: int = PASSAGES) -> Bools:
    """(N, L) every label of every facet holds in its turn."""
    found = np.zeros((passages, layout.size), dtype=np.bool_)
    for facet, part in layout.slices():
        for row in range(passages):
            found[row, part.start + row % len(facet.labels)] = True
    return found


def tagger(layout: LabelLayout, passages: int = PASSAGES, *, wrong: float = 0.03) -> Outcomes:
    """A tagger that errs in the share `wrong` of the decisions of every facet, and is 97% sure.

    In a wrong passage it gives the next label in place of the right one.
    """
    right = gold(layout, passages)
    given = right.copy()
    draw = np.random.default_rng(1)
    for _, part in layout.slices():
        rows = draw.random(passages) < wrong
        given[rows, part] = np.roll(right[rows, part], 1, axis=1)
    chances = np.empty(right.shape)
    for facet, part in layout.slices():
        least = (1 - SURE) / (len(facet.labels) - 1)
        chances[:, part] = np.where(given[:, part], SURE, least)
    return Outcomes(right, np.ones_like(right), given, chances)


def without(
    outcomes: Outcomes, layout: LabelLayout, facet: str, label: str, share: float
) -> Outcomes:
    """The same tagger, which does not give the label in this share of the passages that have it."""
    at = layout.names().index((facet, label))
    rows = np.flatnonzero(outcomes.given[:, at])
    given = outcomes.given.copy()
    given[rows[: round(share * len(rows))], at] = False
    return Outcomes(outcomes.gold, outcomes.known, given, outcomes.chances)


def held_out(
    layout: LabelLayout,
    challenger: Outcomes,
    champion: Outcomes | None,
    *,
    real: int = 0,
    baseline: Outcomes | None = None,
) -> HeldOut:
    """The last `real` passages are real, the others authored."""
    is_real = np.arange(len(challenger.gold)) >= len(challenger.gold) - real
    return HeldOut(layout, is_real, challenger, champion, baseline)
