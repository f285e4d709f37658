"""Can a plain probe tell authored from real text? Its area under the ROC curve, 0.5 to 1."""

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from statistics import median

from benchmarks.corpus_texts import words

FOLDS = 5
_SEED = 13
_MASKED = "xx"
"""Two or more: how complaint offices mask personal data."""
_WORDS = (25, 350)
"""The lengths of gold passages; longer real texts are cut, shorter ones left out."""
_LEAST_OF_SOURCE = 60
_MOST_OF_SOURCE = 300


def read_real(paths: Sequence[Path]) -> dict[str, list[str]]:
    """Return source -> real texts of gold's lengths, shuffled.

    Files are JSONL or gzipped JSONL with `text` and `source`.
    """
    chance = random.Random(_SEED)  # noqa: S311  # no secret
    by_source: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for line in (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8"):
            row = json.loads(line)
            pieces = row["text"].split(" ")
            if len(pieces) >= _WORDS[0]:
                by_source[row["source"]].append(" ".join(pieces[: chance.randint(60, _WORDS[1])]))
    for texts in by_source.values():
        chance.shuffle(texts)
    return dict(by_source)


def mixed(by_source: Mapping[str, Sequence[str]], passages: int) -> list[str]:
    """Return that many texts, as evenly from all sources as they reach."""
    rounds = zip_longest(*by_source.values())
    return list(islice((text for one in rounds for text in one if text is not None), passages))


def between_sources(by_source: Mapping[str, Sequence[str]]) -> float:
    """Return the median AUC of telling one real source from the others.

    What subject and house style alone give away: the scale on which to read the other figure.
    """
    areas = []
    for source, texts in by_source.items():
        others = {name: found for name, found in by_source.items() if name != source}
        if len(texts) >= _LEAST_OF_SOURCE:
            few = texts[:_MOST_OF_SOURCE]
            areas.append(area(few, mixed(others, len(few)))[0])
    return median(areas)


def area(authored: Sequence[str], real: Sequence[str]) -> tuple[float, list[str]]:
    """Return the probe's AUC, cross-validated in five folds, and the words that tell most.

    TF-IDF of words and word pairs with logistic regression; placeholders and masks are taken out of
    both.
    """
    import numpy as np
    from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]  # has no types
        TfidfVectorizer,
    )
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]
    from sklearn.model_selection import cross_val_predict  # type: ignore[import-untyped]
    from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]

    texts = [
        " ".join(word for word in words(text) if not word.startswith(_MASKED))
        for text in (*authored, *real)
    ]
    is_authored = np.array([1] * len(authored) + [0] * len(real))
    order = np.random.default_rng(_SEED).permutation(len(texts))
    texts, is_authored = [texts[at] for at in order], is_authored[order]
    probe = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True),
        LogisticRegression(max_iter=1000),
    )
    chances = cross_val_predict(probe, texts, is_authored, cv=FOLDS, method="predict_proba")[:, 1]
    probe.fit(texts, is_authored)
    weights = probe[-1].coef_[0]
    telling = probe[0].get_feature_names_out()[np.argsort(-weights)[:20]]
    return float(roc_auc_score(is_authored, chances)), list(telling)
