"""Logistic regression over any features, one label against the rest: what a tagger must beat.

The penalty of each facet, the temperatures and the thresholds are chosen on passages that the
regression was not fitted on: out of fold, or of a validation set. Needs scikit-learn, of the extra
`train`. Letters: N passages, F features, L labels of all facets.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from models.calibration import Calibration, Floats, fit_calibration
from models.labels import LabelLayout
from models.linear_facet import SEED, Matrix, fit_facet, reached_f1

Vectorize: TypeAlias = Callable[[Sequence[str]], Matrix]
"""Texts (N) to features."""
Features: TypeAlias = Callable[[Sequence[str]], Vectorize]
"""Learn what the features need from the texts of a training fold."""
Rows: TypeAlias = NDArray[np.int64]

FOLDS = 3
PENALTIES = (1.0, 10.0, 100.0)
"""Inverse strengths of the L2 penalty (scikit-learn's C) to choose from."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted baseline."""

    logits: Callable[[Sequence[str]], Floats]
    """Texts (N) to (N, L) logits."""
    calibration: Calibration
    penalties: dict[str, float]
    """facet -> the penalty that was chosen for it"""


def label_matrix(
    passages: Sequence[LabelledPassage], layout: LabelLayout
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return (N, L) targets 0/1 and (N, L) mask of what was annotated."""
    targets, known = layout.targets([passage.tags for passage in passages])
    return targets.double().numpy(), known.numpy()


def fit_linear(  # noqa: PLR0913  what is real text is one thing more
    learn: Sequence[LabelledPassage],
    layout: LabelLayout,
    features: Features,
    validation: Sequence[LabelledPassage] = (),
    shown: frozenset[int] = frozenset(),
    authored: Collection[str] = (),
) -> Fitted:
    """Fit on all of `learn`; choose and calibrate on `validation`, or without it out of fold.

    `authored` names origins as for the tagger: thresholds are set on real text where it is enough.

    `shown` are indices of passages whose labels the features were made with: the models learn from
    them too, but out of fold nothing is chosen or calibrated on them.
    """
    targets, known = label_matrix(learn, layout)
    texts = [passage.text for passage in learn]
    vectorize = features(texts)
    seen = vectorize(texts)  # (N, F)
    if validation:
        held = vectorize([passage.text for passage in validation])
        folds = [_Fold(np.arange(len(learn)), np.arange(len(validation)), seen, held)]
        wanted, asked = label_matrix(validation, layout)
    else:
        folds = _folds(learn, features)
        told = np.array([at not in shown for at in range(len(learn))], dtype=bool)  # (N,)
        wanted, asked = targets, known & told[:, None]
    outside = np.zeros(wanted.shape)  # (N, L) logits of passages by models that never saw them
    penalties: dict[str, float] = {}
    models: list[tuple[slice, Callable[[Matrix], Floats]]] = []
    for facet, part in layout.slices():
        rows, judged = (np.asarray(mask[:, part].all(1)) for mask in (known, asked))  # (N,)
        best = -1.0
        for penalty in PENALTIES:
            logits = np.zeros((len(wanted), len(facet.labels)))
            for fold in folds:
                inside = fold.inside[rows[fold.inside]]
                within = _of(part, fold.features)[rows[fold.inside]]
                said = fit_facet(within, targets[inside, part], penalty)
                logits[fold.outside] = said(_of(part, fold.held_features))
            reached = reached_f1(logits[judged], wanted[judged, part], facet)
            if reached > best:
                best, penalties[facet.name], outside[:, part] = reached, penalty, logits
        chosen = penalties[facet.name]
        models.append((part, fit_facet(_of(part, seen)[rows], targets[rows, part], chosen)))

    def logits_of(texts: Sequence[str]) -> Floats:
        given = vectorize(texts)
        return np.hstack([model(_of(part, given)) for part, model in models])  # (N, L)

    judged_on = validation or learn
    real = np.array([passage.origin not in authored for passage in judged_on], dtype=np.bool_)
    return Fitted(logits_of, fit_calibration(outside, wanted, asked, layout, real), penalties)


@dataclass(frozen=True, slots=True)
class _Fold:
    inside: Rows
    outside: Rows
    features: Matrix
    held_features: Matrix


def _folds(learn: Sequence[LabelledPassage], features: Features) -> list[_Fold]:
    """Cut the passages into folds that never cut a group."""
    from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]

    groups = [f"{passage.origin}/{passage.group}" for passage in learn]
    found = []
    cuts = GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(groups, groups=groups)
    for inside, outside in cuts:
        inside_texts = [learn[at].text for at in inside]
        vectorize = features(inside_texts)
        held = vectorize([learn[at].text for at in outside])
        found.append(_Fold(inside, outside, vectorize(inside_texts), held))
    return found


def _of(part: slice, features: Matrix) -> Matrix:
    """Return a facet's features: all, or those of its labels where labels have their own."""
    return features[:, part] if features.ndim == 3 else features
