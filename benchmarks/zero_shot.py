"""Zero-shot similarity: how near a text lies to the taxonomy's definition of each label.

A label takes nothing from the training passages but the two numbers that make a logit of its
similarity, scale and offset (Platt 1999), and its threshold: the same logistic regression as the
other baselines, on one feature per label.
"""

from collections.abc import Sequence

from benchmarks.frozen import SentenceVectors
from corpora.taxonomy import Taxonomy
from models.calibration import Floats
from models.linear import Features

SIMILARITY_SCALE = 10.0
"""Cosines of one label differ by a tenth between texts; the penalty expects differences of one."""


def definition_features(vectors: SentenceVectors, taxonomy: Taxonomy) -> Features:
    """Return features (N, L, 1): cosine of text and definition, scaled, for each label alone."""
    definitions = vectors(
        [
            f"{label.name.replace('_', ' ')}: {label.definition}"
            for facet in taxonomy.facets
            for label in facet.labels
        ]
    )  # (L, H)

    def similarities(texts: Sequence[str]) -> Floats:
        return SIMILARITY_SCALE * (vectors(texts) @ definitions.T)[..., None]  # (N, L, 1)

    return lambda _texts: similarities
