"""How good tags are: macro-F1 per facet, calibration error, evidence, error by confidence."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from corpora.taxonomy import Facet, Taxonomy
from models.calibration import Floats
from models.evaluation_coverage import confidences, measure_coverage
from models.evaluation_evidence import score_evidence, token_f1
from models.evaluation_result import (
    HEADLINE_FACETS,
    MIN_SUPPORT,
    Evaluation,
    FacetScore,
    LabelScore,
)
from models.inference import Tagger
from models.reliability import CALIBRATION_BINS, calibration_error, mean_gap, reliability_bins

__all__ = [
    "CALIBRATION_BINS",
    "HEADLINE_FACETS",
    "MIN_SUPPORT",
    "Evaluation",
    "FacetScore",
    "LabelScore",
    "calibration_error",
    "evaluate",
    "f1_per_label",
    "score",
    "token_f1",
]


def evaluate(
    tagger: Tagger,
    passages: Sequence[LabelledPassage],
    said: Sequence[Prediction] | None = None,
) -> Evaluation:
    """Tag the passages and compare; `said` is what the tagger said of them, where it has."""
    if said is None:
        said = list(tagger.tag([passage.text for passage in passages]))
    sure = confidences(said, tagger.calibration, tagger.layout)
    return score(passages, said, tagger.layout.taxonomy, sure)


def score(
    passages: Sequence[LabelledPassage],
    said: Sequence[Prediction],
    taxonomy: Taxonomy,
    sure: Floats | None = None,
) -> Evaluation:
    """Compare predictions with labels; a facet counts only where it was annotated.

    `sure` holds a confidence per passage; without it the error by confidence is not measured.
    """
    facets = {facet.name: _score_facet(facet, passages, said) for facet in taxonomy.facets}
    evidence = score_evidence(passages, said)
    headline = [name for name in HEADLINE_FACETS if name in facets]
    return Evaluation(
        len(passages),
        facets,
        evidence.token_f1,
        evidence.iou_f1,
        None if sure is None else measure_coverage(passages, said, sure, headline),
    )


def f1_per_label(gold: NDArray[np.bool_], given: NDArray[np.bool_]) -> NDArray[np.float64]:
    """F1 of each column; 0 where neither has a positive. gold, given (N, labels) -> (labels,)."""
    hit = (gold & given).sum(0)
    return np.asarray(2 * hit / np.maximum(gold.sum(0) + given.sum(0), 1))


def _score_facet(
    facet: Facet, passages: Sequence[LabelledPassage], said: Sequence[Prediction]
) -> FacetScore:
    names = facet.label_names
    rows = [i for i, passage in enumerate(passages) if facet.name in passage.tags.labels]
    gold = _matrix([passages[i].tags for i in rows], facet.name, names)
    given = _matrix([said[i].tags for i in rows], facet.name, names)
    chances = np.array(
        [[said[i].scores[facet.name][name] for name in names] for i in rows], dtype=float
    ).reshape(len(rows), len(names))
    f1 = f1_per_label(gold, given)
    counted = [
        at
        for at, name in enumerate(names)
        if gold[:, at].sum() >= MIN_SUPPORT and name != facet.absent
    ]
    if facet.kind == "single":
        sure = chances.max(1) if len(rows) else np.zeros(0)
        right = gold[np.arange(len(rows)), chances.argmax(1)] if len(rows) else np.zeros(0, bool)
    else:
        sure, right = chances.ravel(), gold.ravel()
    bins = reliability_bins(sure, right)
    return FacetScore(
        macro_f1=float(f1[counted].mean()) if counted else None,
        calibration_error=mean_gap(bins),
        labels={
            name: LabelScore(float(f1[at]), int(gold[:, at].sum()), int(given[:, at].sum()))
            for at, name in enumerate(names)
        },
        reliability=bins,
    )


def _matrix(tags: Sequence[Tags], facet: str, names: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([[t.has(facet, name) for name in names] for t in tags], dtype=np.bool_).reshape(
        len(tags), len(names)
    )
