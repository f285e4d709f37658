"""How well a tagger ranks passages by each label: no threshold, and little of it is chance."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from models.inference import Tagger


def label_ranking(tagger: Tagger, passages: Sequence[LabelledPassage]) -> float:
    """Return the mean average precision of the labels that occur, 0..1; 0 where none does."""
    logits = tagger.logits([passage.text for passage in passages])
    targets, known = tagger.layout.targets([passage.tags for passage in passages])
    found = [
        average_precision(logits[rows, at], targets[rows, at].numpy() > 0)
        for at in range(tagger.layout.size)
        if targets[rows := known[:, at].numpy(), at].any()
    ]
    return float(np.mean(found)) if found else 0.0


def average_precision(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Mean precision at the rank of every positive, best score first; 0 without positives."""
    if not right.any():
        return 0.0
    ranked = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())
