"""TF-IDF features: against scikit-learn's own vectorizer, and blind to texts of other folds."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # scipy ships no types
from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]  # ships no types
    TfidfVectorizer,
)

from models.tfidf import TfidfFeatures
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW

TEXTS = [*CUSTOMER_FAILED, *CUSTOMER_WOW]


def test_texts_are_as_alike_as_with_a_vocabulary_instead_of_hashes() -> None:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    runs = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    expected = sum(x @ x.T for x in (words.fit_transform(TEXTS), runs.fit_transform(TEXTS)))

    found = csr_matrix(TfidfFeatures()(TEXTS)(TEXTS))

    assert (found @ found.T).toarray() == pytest.approx(expected.toarray())


def test_what_was_counted_for_another_fold_changes_nothing() -> None:
    fresh, used = TfidfFeatures(), TfidfFeatures()
    used(TEXTS)(TEXTS)

    apart = fresh(TEXTS[:8])(TEXTS[8:])
    shared = used(TEXTS[:8])(TEXTS[8:])

    assert (apart != shared).nnz == 0


def test_rows_come_in_the_order_asked_for() -> None:
    vectorize = TfidfFeatures()(TEXTS)

    found = csr_matrix(vectorize([TEXTS[3], TEXTS[1], TEXTS[3]]))

    assert np.array_equal(found.toarray(), csr_matrix(vectorize(TEXTS)).toarray()[[3, 1, 3]])
