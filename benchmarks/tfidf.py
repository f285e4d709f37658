"""TF-IDF features: words, pairs of words, and runs of characters."""

from collections.abc import Sequence

from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]  # ships no types
    TfidfVectorizer,
)
from sklearn.pipeline import make_union  # type: ignore[import-untyped]

from benchmarks.linear import Vectorize
from benchmarks.linear_facet import Matrix


def tfidf_features(texts: Sequence[str]) -> Vectorize:
    """Learn the vocabulary and its weights; runs of 3 to 5 characters see through misspellings."""
    vectorizer = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2),
    ).fit(texts)

    def vectorize(texts: Sequence[str]) -> Matrix:
        # Rows are picked by index later, which only CSR matrices allow.
        return vectorizer.transform(texts).tocsr()

    return vectorize
