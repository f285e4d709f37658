"""How far scores carry: bootstrap intervals, and paired comparison, over resampled passages.

Letters: R resamples, N passages, L labels of a facet. Every system is scored on the same resamples
(Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapters 13 and 16).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpora.labelled import LabelledPassage
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy
from models.calibration import Floats
from models.evaluation import HEADLINE_FACETS, MIN_SUPPORT
from models.labels import LabelLayout

HEADLINE = "headline"
RESAMPLES = 1000
SEED = 13


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95% of the resamples."""

    low: float
    high: float

    @classmethod
    def of(cls, values: Floats) -> "Interval":
        low, high = np.percentile(values, [2.5, 97.5])
        return cls(float(low), float(high))


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much one system's macro-F1 is above another's."""

    interval: Interval
    not_better: float
    """Share of resamples, 0..1, in which it is not above: the one-sided p."""


def draw_counts(passages: Sequence[LabelledPassage], resamples: int = RESAMPLES) -> Floats:
    """Return (R, N): how often each passage is in each resample.

    Passages are drawn in the order of their ids, so that the order of the file does not matter.
    """
    count = len(passages)
    drawn = np.random.default_rng(SEED).integers(0, count, (resamples, count))
    order = np.array(sorted(range(count), key=lambda at: passages[at].passage_id))
    cells = np.arange(resamples)[:, None] * count + order[drawn]  # (R, N) flat cell of each draw
    found = np.bincount(cells.ravel(), minlength=resamples * count)
    return found.reshape(resamples, count).astype(np.float64)


def resampled_macro_f1(
    passages: Sequence[LabelledPassage],
    said: Sequence[Prediction],
    taxonomy: Taxonomy,
    counts: Floats,
) -> dict[str, Floats]:
    """Return facet -> (R,) macro-F1, and the headline, as `models.evaluation` defines them.

    Which labels count is settled by the whole test set. A facet without such a label is left out.
    """
    layout = LabelLayout(taxonomy)
    targets, known = layout.targets([passage.tags for passage in passages])
    gold = (targets * known).double().numpy()  # (N, all labels)
    given = (layout.targets([p.tags for p in said])[0] * known).double().numpy()
    found: dict[str, Floats] = {}
    for facet, part in layout.slices():
        names = np.array(facet.label_names)
        counted = (gold[:, part].sum(0) >= MIN_SUPPORT) & (names != (facet.absent or ""))
        if counted.any():
            want, got = gold[:, part][:, counted], given[:, part][:, counted]  # (N, L)
            hits, sizes = counts @ (want * got), counts @ (want + got)  # (R, L)
            found[facet.name] = (2 * hits / np.maximum(sizes, 1)).mean(1)
    if heads := [found[name] for name in HEADLINE_FACETS if name in found]:
        found[HEADLINE] = np.mean(heads, axis=0)
    return found


def leads(best: Mapping[str, Floats], other: Mapping[str, Floats]) -> dict[str, Lead]:
    """Compare two systems on the same resamples, facet by facet."""
    return {
        name: Lead(Interval.of(best[name] - other[name]), float((best[name] <= other[name]).mean()))
        for name in best
    }
