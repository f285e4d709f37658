"""How good tags are: macro-F1 per facet, calibration error, and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Prediction, Tags
from corpora.taxonomy import Taxonomy
from models.inference import Tagger

HEADLINE_FACETS = ("moment", "drivers", "personalization", "excuses")
MIN_SUPPORT = 10
"""A label with fewer positives in the test text does not count in its facet's macro-F1."""
CALIBRATION_BINS = 10


@dataclass(frozen=True, slots=True)
class LabelScore:
    """One label on one test set."""

    f1: float
    support: int
    predicted: int


@dataclass(frozen=True, slots=True)
class FacetScore:
    """One facet on one test set."""

    macro_f1: float | None
    """Mean F1 of the labels with enough support, the absent one excluded; None without any."""
    calibration_error: float
    """Expected calibration error, 0..1, ten bins of equal width."""
    labels: Mapping[str, LabelScore]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A tagger on one test set."""

    passages: int
    facets: Mapping[str, FacetScore]
    evidence_f1: float
    """Mean token F1 of the evidence of tags that are right; 0 without any."""

    @property
    def headline(self) -> float:
        """Mean macro-F1 of moment, drivers, personalization and excuses."""
        found = [self.facets[f].macro_f1 for f in HEADLINE_FACETS if f in self.facets]
        scores = [score for score in found if score is not None]
        return float(np.mean(scores)) if scores else 0.0

    def as_json(self) -> dict[str, object]:
        """Return plain numbers for metrics.json and decision records."""
        return {
            "passages": self.passages,
            "headline": round(self.headline, 4),
            "evidence_f1": round(self.evidence_f1, 4),
            "facets": {
                name: {
                    "macro_f1": None if score.macro_f1 is None else round(score.macro_f1, 4),
                    "calibration_error": round(score.calibration_error, 4),
                    "labels": {
                        label: {
                            "f1": round(s.f1, 4),
                            "support": s.support,
                            "predicted": s.predicted,
                        }
                        for label, s in score.labels.items()
                    },
                }
                for name, score in self.facets.items()
            },
        }


def evaluate(tagger: Tagger, passages: Sequence[LabelledPassage]) -> Evaluation:
    """Tag the passages and compare."""
    said = list(tagger.tag([passage.text for passage in passages]))
    return score(passages, said, tagger.layout.taxonomy)


def score(
    passages: Sequence[LabelledPassage], said: Sequence[Prediction], taxonomy: Taxonomy
) -> Evaluation:
    """Compare predictions with labels; a facet counts only where it was annotated."""
    facets: dict[str, FacetScore] = {}
    for facet in taxonomy.facets:
        rows = [i for i, p in enumerate(passages) if facet.name in p.tags.labels]
        gold = _matrix([passages[i].tags for i in rows], facet.name, facet.label_names)
        given = _matrix([said[i].tags for i in rows], facet.name, facet.label_names)
        chances = np.array(
            [[said[i].scores[facet.name][n] for n in facet.label_names] for i in rows], dtype=float
        ).reshape(len(rows), len(facet.labels))
        f1 = f1_per_label(gold, given)
        counted = [
            at
            for at, name in enumerate(facet.label_names)
            if gold[:, at].sum() >= MIN_SUPPORT and name != facet.absent
        ]
        if facet.kind == "single":
            sure = chances.max(1) if len(rows) else np.zeros(0)
            right = (
                gold[np.arange(len(rows)), chances.argmax(1)] if len(rows) else np.zeros(0, bool)
            )
        else:
            sure, right = chances.ravel(), gold.ravel()
        facets[facet.name] = FacetScore(
            macro_f1=float(f1[counted].mean()) if counted else None,
            calibration_error=calibration_error(sure, right),
            labels={
                name: LabelScore(float(f1[at]), int(gold[:, at].sum()), int(given[:, at].sum()))
                for at, name in enumerate(facet.label_names)
            },
        )
    return Evaluation(len(passages), facets, _mean_evidence_f1(passages, said))


def f1_per_label(gold: NDArray[np.bool_], given: NDArray[np.bool_]) -> NDArray[np.float64]:
    """F1 of each column; 0 where neither has a positive. gold, given (N, labels) -> (labels,)."""
    hit = (gold & given).sum(0)
    return np.asarray(2 * hit / np.maximum(gold.sum(0) + given.sum(0), 1))


def calibration_error(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Expected calibration error (Naeini et al. 2015): mean |confidence - accuracy| over bins."""
    if not len(sure):
        return 0.0
    bins = np.clip((sure * CALIBRATION_BINS).astype(int), 0, CALIBRATION_BINS - 1)
    gaps = [
        abs(sure[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean()
        for b in range(CALIBRATION_BINS)
        if (bins == b).any()
    ]
    return float(sum(gaps))


def average_precision(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Mean precision at the rank of every positive, best score first; 0 without positives."""
    if not right.any():
        return 0.0
    ranked = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def token_f1(text: str, wanted: Sequence[Evidence], found: Sequence[Evidence]) -> float:
    """F1 over the whitespace tokens that the spans touch."""
    want, got = _touched(text, wanted), _touched(text, found)
    return 2 * len(want & got) / max(len(want) + len(got), 1)


def _touched(text: str, spans: Sequence[Evidence]) -> set[int]:
    touched, at = set(), 0
    for number, word in enumerate(text.split()):
        at = text.index(word, at)
        if any(at < span.end and at + len(word) > span.start for span in spans):
            touched.add(number)
        at += len(word)
    return touched


def _mean_evidence_f1(passages: Sequence[LabelledPassage], said: Sequence[Prediction]) -> float:
    scores = []
    for passage, prediction in zip(passages, said, strict=True):
        for tag in sorted({evidence.tag for evidence in passage.tags.evidence}):
            facet, _, label = tag.partition(".")
            if label:
                right = prediction.tags.has(facet, label)
            else:
                right = prediction.tags.labels.get(facet) == passage.tags.labels.get(facet)
            if right:
                wanted = [e for e in passage.tags.evidence if e.tag == tag]
                found = [e for e in prediction.tags.evidence if e.tag == tag]
                scores.append(token_f1(passage.text, wanted, found))
    return float(np.mean(scores)) if scores else 0.0


def _matrix(tags: Sequence[Tags], facet: str, names: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([[t.has(facet, name) for name in names] for t in tags], dtype=np.bool_).reshape(
        len(tags), len(names)
    )
