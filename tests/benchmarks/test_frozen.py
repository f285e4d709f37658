"""Frozen vectors: a mean worked by hand, and one vector per text whatever its company."""

from pathlib import Path

import numpy as np
import pytest
import torch

from benchmarks.frozen import SentenceVectors, mean_states
from benchmarks.zero_shot import SIMILARITY_SCALE, definition_features
from corpora.taxonomy import load_taxonomy
from models.labels import LabelLayout
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW


def test_the_mean_counts_real_tokens_of_all_windows_of_a_text() -> None:
    states = torch.tensor([[[6.0, 0.0], [0.0, 2.0]], [[0.0, 6.0], [9.0, 9.0]], [[2.0, 0.0]] * 2])
    mask = torch.tensor([[True, True], [True, False], [True, True]])  # (3, 2)

    found = mean_states(states, mask, [2, 1])

    # The first text's states add up to (6, 8), which has length 10.
    assert found.numpy() == pytest.approx(np.array([[0.6, 0.8], [1.0, 0.0]]))


def test_a_text_has_the_same_vector_alone_and_in_company(tiny_encoder: Path) -> None:
    texts = [*CUSTOMER_WOW, " ".join(CUSTOMER_FAILED * 6)]

    together = SentenceVectors.from_folder(tiny_encoder)(texts)
    alone = [SentenceVectors.from_folder(tiny_encoder)([text])[0] for text in texts]

    # bf16, where the processor computes in it, rounds in the third digit.
    assert together == pytest.approx(np.array(alone), abs=0.01)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1)


def test_texts_come_back_in_order_and_as_often_as_asked(tiny_encoder: Path) -> None:
    vectors = SentenceVectors.from_folder(tiny_encoder)
    first = vectors(list(CUSTOMER_WOW[:2]))

    again = vectors([CUSTOMER_WOW[1], CUSTOMER_WOW[0], CUSTOMER_WOW[1]])

    assert (again == first[[1, 0, 1]]).all()


def test_a_definition_is_nearest_to_itself(tiny_encoder: Path) -> None:
    taxonomy = load_taxonomy()
    features = definition_features(SentenceVectors.from_folder(tiny_encoder), taxonomy)
    written = [
        f"{label.name.replace('_', ' ')}: {label.definition}"
        for facet in taxonomy.facets
        for label in facet.labels
    ]

    found = np.asarray(features([])(written))

    size = LabelLayout(taxonomy).size
    assert found.shape == (size, size, 1)
    assert found[..., 0].diagonal() == pytest.approx(SIMILARITY_SCALE)
    assert found.max() == pytest.approx(SIMILARITY_SCALE)
