"""The least that a challenger must beat: TF-IDF with logistic regression on the same passages."""

import numpy as np

from corpora.errors import ConfigError
from models.calibration import fit_calibration
from models.gate_outcomes import Outcomes
from models.labels import LabelLayout
from models.splits import Splits

_SURE = 12.0  # logit of what needs no model


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
    """Fit on train, calibrate on dev, and return what it gives on test, as a tagger's outcomes.

    Letters: N passages, L labels. Raises ConfigError when scikit-learn is not installed.
    """
    check_tfidf()
    from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]  # ships no types
        TfidfVectorizer,
    )
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, strip_accents="unicode")
    seen = words.fit_transform([passage.text for passage in splits.train])
    chosen, judged = (
        words.transform([passage.text for passage in part]) for part in (splits.dev, splits.test)
    )
    targets, known = (t.numpy() for t in layout.targets([p.tags for p in splits.train]))
    chosen_logits, judged_logits = (
        np.zeros((part.shape[0], layout.size)) for part in (chosen, judged)
    )  # (N, L)
    for at in range(layout.size):
        rows = np.flatnonzero(known[:, at])
        wanted = targets[rows, at] > 0
        # What all or no training passages have cannot be fitted: it is, or is not, for sure.
        sure = _SURE if len(wanted) and wanted.all() else -_SURE
        chosen_logits[:, at] = judged_logits[:, at] = sure
        if 0 < wanted.sum() < len(wanted):
            model = LogisticRegression(C=10.0, class_weight="balanced", solver="liblinear")
            model.fit(seen[rows], wanted)
            chosen_logits[:, at] = model.decision_function(chosen)
            judged_logits[:, at] = model.decision_function(judged)
    wished, asked = layout.targets([passage.tags for passage in splits.dev])
    fitted = fit_calibration(chosen_logits, wished.double().numpy(), asked.numpy(), layout)
    chances = fitted.probabilities(judged_logits, layout)
    gold, annotated = (t.numpy() > 0 for t in layout.targets([p.tags for p in splits.test]))
    return Outcomes(gold, annotated, fitted.chosen(chances, layout), chances)
