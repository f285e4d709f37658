"""From probabilities to labels: the thresholds of most macro-F1, and what they give.

Letters: N passages, L labels of one facet.
"""

import numpy as np
from numpy.typing import NDArray

from corpora.taxonomy import Facet

Floats = NDArray[np.float64]
_SHRINK_TOWARDS_FACET = 8.0
"""A label with this many positives trusts its own threshold and its facet's equally."""


def present_from(scores: Floats, least: Floats, facet: Facet) -> NDArray[np.int64]:
    """Return (N,) the label of each row of (N, labels) probabilities; see `thresholds`."""
    absent = facet.label_names.index(str(facet.absent))
    others = scores.copy()
    others[:, absent] = -1.0
    top = others.argmax(1)
    shown = others[np.arange(len(others)), top]
    return np.where((shown >= least[top]) | (shown > scores[:, absent]), top, absent)


def best_presence(chances: Floats, wanted: Floats, facet: Facet) -> float:
    """Return the threshold 0.1..0.5 of most macro-F1 over the labels that are not absent.

    At 0.5 it is the most probable label that is given. A rare label's F1 is best at half of the
    F1 that can be had (Lipton et al. 2014, https://arxiv.org/abs/1402.1892), which is lower.
    Authored text counts as well, for a rare label may not stand in the real text at all.
    """
    seen = wanted.any(0) & np.array([name != facet.absent for name in facet.label_names])
    best, least = -1.0, 0.5
    for threshold in np.linspace(0.5, 0.1, 41):
        choice = present_from(chances, np.full(chances.shape[1], threshold), facet)
        given = np.eye(chances.shape[1], dtype=np.bool_)[choice]
        hits = (given & (wanted > 0.5)).sum(0)
        f1 = float((2 * hits / np.maximum(given.sum(0) + wanted.sum(0), 1))[seen].sum())
        if f1 > best:
            best, least = f1, float(threshold)
    return least


def best_thresholds(scores: Floats, targets: Floats) -> list[float]:
    """Return a threshold per label: its own best for F1, drawn towards its facet's best."""
    grid = np.linspace(0.05, 0.8, 76)
    # (G, B, labels) would be large for big sets: one threshold at a time instead.
    hits = np.stack([((scores >= t) & (targets > 0.5)).sum(0) for t in grid])  # (G, labels)
    given = np.stack([(scores >= t).sum(0) for t in grid])  # (G, labels)
    positives = (targets > 0.5).sum(0)  # (labels,)
    f1 = 2 * hits / np.maximum(given + positives, 1)  # (G, labels)
    seen = positives > 0
    shared = float(grid[int(f1[:, seen].mean(1).argmax())]) if seen.any() else 0.5
    own = grid[f1.argmax(0)]
    trust = positives / (positives + _SHRINK_TOWARDS_FACET)
    return [float(t) for t in trust * own + (1 - trust) * shared]
