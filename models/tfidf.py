"""TF-IDF features: words, pairs of words, and runs of 3 to 5 characters, which survive misspelling.

Letters: N texts, F features. Needs scikit-learn, of the extra `train`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from models.linear import Vectorize
from models.linear_facet import Matrix

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # scipy ships no types

_COLUMNS = 2**22
"""Some hundred thousand runs of characters seldom meet in as many hashed columns."""
_MIN_TEXTS = 2
"""What only one text holds tells nothing about others."""


class TfidfFeatures:
    """Count every text once; every training fold weighs the same counts anew.

    Columns are hashes, so what is kept of a text depends on no other text, in no fold.
    """

    def __init__(self) -> None:
        from sklearn.feature_extraction.text import (  # type: ignore[import-untyped]
            HashingVectorizer,
        )

        self._counters = [
            HashingVectorizer(
                analyzer=analyzer,
                ngram_range=lengths,
                n_features=_COLUMNS,
                alternate_sign=False,
                norm=None,
            )
            for analyzer, lengths in (("word", (1, 2)), ("char_wb", (3, 5)))
        ]
        self._counts: list[csr_matrix] = []
        self._row_of: dict[str, int] = {}

    def __call__(self, texts: Sequence[str]) -> Vectorize:
        """Learn from the texts of a fold which columns count, and how much."""
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import TfidfTransformer

        learned = []
        for counts in self._counted(texts):
            columns = np.flatnonzero(
                np.bincount(counts.indices, minlength=_COLUMNS) >= min(_MIN_TEXTS, len(texts))
            )
            learned.append((columns, TfidfTransformer(sublinear_tf=True).fit(counts[:, columns])))

        def vectorize(texts: Sequence[str]) -> Matrix:
            # Rows are picked by index later, which only CSR matrices allow.
            return hstack(
                [
                    weights.transform(counts[:, columns])
                    for (columns, weights), counts in zip(
                        learned, self._counted(texts), strict=True
                    )
                ],
                format="csr",
            )

        return vectorize

    def _counted(self, texts: Sequence[str]) -> "list[csr_matrix]":
        """Return the counts (N, columns) of words and of runs of characters."""
        from scipy.sparse import vstack

        new = sorted({text for text in texts if text not in self._row_of})
        if new:
            counted = [counter.transform(new) for counter in self._counters]
            before = self._counts or [counts[:0] for counts in counted]
            known = len(self._row_of)
            self._row_of |= {text: known + at for at, text in enumerate(new)}
            self._counts = [
                vstack(pair, format="csr") for pair in zip(before, counted, strict=True)
            ]
        rows = [self._row_of[text] for text in texts]
        return [counts[rows] for counts in self._counts]
