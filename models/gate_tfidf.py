"""The least that a challenger must beat: TF-IDF with logistic regression on the same passages."""

import numpy as np

from corpora.errors import ConfigError
from models.gate_outcomes import Outcomes
from models.labels import LabelLayout
from models.linear import fit_linear, label_matrix
from models.splits import Splits
from models.tfidf import TfidfFeatures


def check_tfidf() -> None:
    """Raise ConfigError when scikit-learn is not installed."""
    try:
        import sklearn  # type: ignore[import-untyped]  # noqa: F401  only whether it is there
    except ImportError as error:
        raise ConfigError(
            "gate.above_tfidf needs scikit-learn, which is not installed; install the extra "
            "(pip install -e '.[train]'), or set gate.above_tfidf to false"
        ) from error


def tfidf_outcomes(splits: Splits, layout: LabelLayout) -> Outcomes:
    """Fit on train, choose and calibrate on dev, and return what it gives on test.

    Raises ConfigError when scikit-learn is not installed.
    """
    check_tfidf()
    features = TfidfFeatures()
    fitted = fit_linear(splits.train, layout, features, splits.dev, authored=splits.authored)
    logits = fitted.logits([passage.text for passage in splits.test])  # (N, L)
    chances = fitted.calibration.probabilities(logits, layout)
    gold, known = label_matrix(splits.test, layout)
    given = fitted.calibration.chosen(chances, layout)
    return Outcomes(np.asarray(gold > 0), known, given, chances)
