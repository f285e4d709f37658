"""What a tagger gave on each held-out passage, as matrices that the gate compares.

Letters: N passages, L labels of all facets in the taxonomy's order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from corpora.story import Prediction
from models.calibration import Floats
from models.labels import LabelLayout

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One tagger on one list of passages."""

    gold: Bools
    """(N, L) labels that hold"""
    known: Bools
    """(N, L) True where the facet was annotated"""
    given: Bools
    """(N, L) labels that the tagger gave"""
    chances: Floats
    """(N, L) the probabilities that it gave, 0..1"""

    def of(self, rows: Bools) -> "Outcomes":
        """Return the outcomes of some passages. rows (N,)."""
        return Outcomes(self.gold[rows], self.known[rows], self.given[rows], self.chances[rows])


def outcomes(
    passages: Sequence[LabelledPassage], said: Sequence[Prediction], layout: LabelLayout
) -> Outcomes:
    """Set predictions beside the labels of the same passages."""
    targets, known = layout.targets([passage.tags for passage in passages])
    names, shape = layout.names(), (len(passages), layout.size)
    given = [[one.tags.has(facet, label) for facet, label in names] for one in said]
    chances = [[one.scores[facet][label] for facet, label in names] for one in said]
    return Outcomes(
        gold=targets.numpy() > 0,
        known=known.numpy(),
        given=np.array(given, dtype=np.bool_).reshape(shape),
        chances=np.array(chances, dtype=np.float64).reshape(shape),
    )
