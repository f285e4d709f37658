"""One facet's logistic regressions, one label against the rest.

Letters: N passages, F features, L labels of the facet. Needs scikit-learn, of the extra `train`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from corpora.taxonomy import Facet
from models.calibration import Floats
from models.evaluation import f1_per_label

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # scipy ships no types

Matrix: TypeAlias = "Floats | csr_matrix"
"""(N, F) features, or (N, L, F) where every label has features of its own."""
SEED = 13
NEVER = -12.0
"""Logit of a label that no training passage has."""
_TOLERANCE = 0.01
"""Where liblinear stops: a hundred times its default, with the same macro-F1 to 0.001."""
_MAX_ITERATIONS = 10_000
"""Enough for the weakest penalty on a handful of passages; the usual fit ends after tens."""


def fit_facet(features: Matrix, wanted: Floats, penalty: float) -> Callable[[Matrix], Floats]:
    """Fit on features and (N, L) targets 0/1; return what gives (N, L) logits."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    models = []
    for column in range(wanted.shape[1]):
        positive = wanted[:, column]
        model = None
        if 0 < positive.sum() < len(positive):
            seen = _seen_by(column, features)
            model = LogisticRegression(
                C=penalty,
                # Most labels are rare: weighted, they gain six points of macro-F1 on gold.
                class_weight="balanced",
                solver="liblinear",
                # The same optimum; with more features than passages in a quarter of the time.
                dual=seen.shape[1] > seen.shape[0],
                tol=_TOLERANCE,
                max_iter=_MAX_ITERATIONS,
                random_state=SEED,
            ).fit(seen, positive)
        models.append((model, float(positive.mean()) if len(positive) else 0.0))

    def logits(seen: Matrix) -> Floats:
        columns = [
            np.full(seen.shape[0], NEVER if share < 0.5 else -NEVER)
            if model is None
            else model.decision_function(_seen_by(column, seen))
            for column, (model, share) in enumerate(models)
        ]
        return np.stack(columns, axis=1)

    return logits


def reached_f1(logits: Floats, wanted: Floats, facet: Facet) -> float:
    """Macro-F1 of the labels that occur, each at its own best threshold where it has one."""
    gold = wanted > 0.5
    counted = gold.any(0) & np.array([name != facet.absent for name in facet.label_names])
    if not counted.any():
        return 0.0
    if facet.kind == "single":
        given = np.eye(len(facet.labels), dtype=bool)[logits.argmax(1)]
        return float(f1_per_label(gold, given)[counted].mean())
    # The logits' own quantiles are tried, as the scale of the logits depends on the penalty.
    cuts = np.quantile(logits, np.linspace(0.3, 0.995, 100), axis=0)
    best = np.max([f1_per_label(gold, logits >= cut) for cut in cuts], axis=0)
    return float(best[counted].mean())


def _seen_by(column: int, features: Matrix) -> Matrix:
    """Return the (N, F) features that one label's model sees."""
    return features[:, column] if features.ndim == 3 else features
