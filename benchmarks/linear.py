"""Logistic regression over any features, every choice made by cross-validation on training text.

Letters: N passages, F features, L labels of all facets.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]  # ships no types

from benchmarks.linear_facet import SEED, SETTINGS, Matrix, Setting, fit_facet, reached_f1
from corpora.labelled import LabelledPassage
from models.calibration import Calibration, Floats, fit_calibration
from models.labels import LabelLayout

Vectorize = Callable[[Sequence[str]], Matrix]
"""Texts (N) to features, (N, F) or (N, L, F)."""
Features = Callable[[Sequence[str]], Vectorize]
"""Learn what the features need from the texts of a training fold."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Fitted:
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


def fit_linear(
    learn: Sequence[LabelledPassage],
    layout: LabelLayout,
    features: Features,
    shown: frozenset[int] = frozenset(),
) -> Fitted:
    """Choose a setting per facet, calibrate on out-of-fold logits, and fit on all passages.

    `shown` are indices of passages whose labels the features were made with: the models learn from
    them too, but nothing is chosen or calibrated on them.
    """
    targets, known = label_matrix(learn, layout)
    folds = _folds(learn, features)
    told = np.array([index not in shown for index in range(len(learn))], dtype=bool)  # (N,)
    outside = np.zeros(targets.shape)  # (N, L) logits of passages by models that never saw them
    settings: dict[str, Setting] = {}
    for facet, part in layout.slices():
        wanted, rows = targets[:, part], np.asarray(known[:, part].all(1))
        best = -1.0
        for setting in SETTINGS:
            logits = np.zeros(wanted.shape)
            for fold in folds:
                inside = rows[fold.inside]
                said = fit_facet(
                    _of(part, fold.features)[inside], wanted[fold.inside][inside], setting
                )
                logits[fold.outside] = said(_of(part, fold.held_features))
            reached = reached_f1(logits[rows & told], wanted[rows & told], facet)
            if reached > best:
                best, settings[facet.name], outside[:, part] = reached, setting, logits
    texts = [passage.text for passage in learn]
    vectorize = features(texts)
    seen = vectorize(texts)  # (N, F)
    models: list[tuple[slice, Callable[[Matrix], Floats]]] = []
    for facet, part in layout.slices():
        rows = np.asarray(known[:, part].all(1))
        models.append(
            (part, fit_facet(_of(part, seen)[rows], targets[rows, part], settings[facet.name]))
        )

    def logits_of(texts: Sequence[str]) -> Floats:
        seen = vectorize(texts)
        return np.hstack([model(_of(part, seen)) for part, model in models])  # (N, L)

    calibration = fit_calibration(outside[told], targets[told], known[told], layout)
    return Fitted(logits_of, calibration, settings)


@dataclass(frozen=True, slots=True)
class _Fold:
    inside: NDArray[np.int64]
    outside: NDArray[np.int64]
    features: Matrix
    held_features: Matrix


def _folds(learn: Sequence[LabelledPassage], features: Features) -> list[_Fold]:
    texts = [passage.text for passage in learn]
    groups = [f"{passage.origin}/{passage.group}" for passage in learn]
    found = []
    for inside, outside in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(
        texts, groups=groups
    ):
        inside_texts = [texts[at] for at in inside]
        vectorize = features(inside_texts)
        held = vectorize([texts[at] for at in outside])
        found.append(_Fold(inside, outside, vectorize(inside_texts), held))
    return found


def _of(part: slice, features: Matrix) -> Matrix:
    """Return a facet's features: all, or those of its labels where labels have their own."""
    return features[:, part] if features.ndim == 3 else features
