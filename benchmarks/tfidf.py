"""TF-IDF and logistic regression, every choice made by cross-validation on the training text.

Letters: N passages, F features, L labels of all facets.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # scipy ships no types
from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]  # ships no types
    TfidfVectorizer,
)
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]
from sklearn.pipeline import FeatureUnion, make_union  # type: ignore[import-untyped]

from corpora.labelled import LabelledPassage
from corpora.taxonomy import Facet
from models.calibration import Calibration, Floats, fit_calibration
from models.evaluation import f1_per_label
from models.labels import LabelLayout

FOLDS = 5
SEED = 13
NEVER = -12.0
"""Logit of a label that no training passage has."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What cross-validation chooses for a facet."""

    penalty: float
    """Inverse strength of the L2 penalty, scikit-learn's C."""
    class_weight: str | None


SETTINGS = tuple(Setting(c, w) for c, w in product((1.0, 10.0), (None, "balanced")))


@dataclass(frozen=True, slots=True)
class Tfidf:
    """A fitted baseline."""

    logits: Callable[[Sequence[str]], Floats]
    """Texts (N) to (N, L) logits."""
    calibration: Calibration
    settings: dict[str, Setting]


def label_matrix(
    passages: Sequence[LabelledPassage], layout: LabelLayout
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return (N, L) targets 0/1 and (N, L) mask of what was annotated."""
    targets, known = layout.targets([passage.tags for passage in passages])
    return targets.double().numpy(), known.numpy()


def fit_tfidf(learn: Sequence[LabelledPassage], layout: LabelLayout) -> Tfidf:
    """Choose a setting per facet, calibrate on out-of-fold logits, and fit on all passages."""
    targets, known = label_matrix(learn, layout)
    folds = _folds(learn)
    outside = np.zeros(targets.shape)  # (N, L) logits of passages by models that never saw them
    settings: dict[str, Setting] = {}
    for facet, part in layout.slices():
        wanted, rows = targets[:, part], np.asarray(known[:, part].all(1))
        best = -1.0
        for setting in SETTINGS:
            logits = np.zeros(wanted.shape)
            for fold in folds:
                inside = rows[fold.inside]
                said = _fit(fold.features[inside], wanted[fold.inside][inside], setting)
                logits[fold.outside] = said(fold.held_features)
            reached = _macro_f1(logits[rows], wanted[rows], facet)
            if reached > best:
                best, settings[facet.name], outside[:, part] = reached, setting, logits
    vectorizer = _vectorizer()
    features = vectorizer.fit_transform([p.text for p in learn])  # (N, F)
    models = {}
    for facet, part in layout.slices():
        rows = np.asarray(known[:, part].all(1))
        models[part.start] = _fit(features[rows], targets[rows, part], settings[facet.name])

    def logits_of(texts: Sequence[str]) -> Floats:
        seen = vectorizer.transform(texts)
        return np.hstack([models[part.start](seen) for _, part in layout.slices()])  # (N, L)

    return Tfidf(logits_of, fit_calibration(outside, targets, known, layout), settings)


@dataclass(frozen=True, slots=True)
class _Fold:
    inside: NDArray[np.int64]
    outside: NDArray[np.int64]
    features: csr_matrix
    held_features: csr_matrix


def _folds(learn: Sequence[LabelledPassage]) -> list[_Fold]:
    texts = np.array([passage.text for passage in learn], dtype=object)
    groups = [f"{passage.origin}/{passage.group}" for passage in learn]
    found = []
    for inside, outside in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(
        texts, groups=groups
    ):
        vectorizer = _vectorizer()
        features = vectorizer.fit_transform(texts[inside])
        found.append(_Fold(inside, outside, features, vectorizer.transform(texts[outside])))
    return found


def _vectorizer() -> FeatureUnion:
    """Words and pairs of words, and runs of 3 to 5 characters, which see through misspellings."""
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2),
    )


def _fit(features: csr_matrix, wanted: Floats, setting: Setting) -> Callable[[csr_matrix], Floats]:
    """Fit one facet, one label against the rest; return what gives (N, labels) logits."""
    models = []
    for column in wanted.T:
        model = None
        if 0 < column.sum() < len(column):
            model = LogisticRegression(
                C=setting.penalty,
                class_weight=setting.class_weight,
                solver="liblinear",
                random_state=SEED,
            ).fit(features, column)
        models.append((model, float(column.mean()) if len(column) else 0.0))

    def logits(seen: csr_matrix) -> Floats:
        columns = [
            np.full(seen.shape[0], NEVER if share < 0.5 else -NEVER)
            if model is None
            else model.decision_function(seen)
            for model, share in models
        ]
        return np.stack(columns, axis=1)

    return logits


def _macro_f1(logits: Floats, wanted: Floats, facet: Facet) -> float:
    """Macro-F1 of the labels that occur, each at its own best threshold where it has one."""
    gold = wanted > 0.5
    counted = gold.any(0) & np.array([name != facet.absent for name in facet.label_names])
    if facet.kind == "single":
        given = np.eye(len(facet.labels), dtype=bool)[logits.argmax(1)]
        return float(f1_per_label(gold, given)[counted].mean())
    # The logits' own quantiles are tried, as the scale of the logits depends on the setting.
    cuts = np.quantile(logits, np.linspace(0.3, 0.995, 100), axis=0)
    best = np.max([f1_per_label(gold, logits >= cut) for cut in cuts], axis=0)
    return float(best[counted].mean())
