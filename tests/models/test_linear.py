"""The linear baseline: what it learns, what it may see, and what it never saw."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from corpora.labelled import LabelledPassage
from corpora.story import Tags
from corpora.taxonomy import load_taxonomy
from models.calibration import Floats
from models.labels import LabelLayout
from models.linear import FOLDS, Vectorize, fit_linear, label_matrix
from models.linear_facet import NEVER, fit_facet, reached_f1
from models.tfidf import TfidfFeatures

LAYOUT = LabelLayout(load_taxonomy())
NAMES = LAYOUT.names()


def _passages() -> list[LabelledPassage]:
    """Fifty groups of two; `sorry` makes a failed moment, `rules` an excuse."""
    found = []
    for number in range(100):
        failed, policy = number % 2 == 0, number % 3 == 0
        words = ["the shop", "sorry" if failed else "lovely", "rules" if policy else "door"]
        labels = {
            "moment": ("failed" if failed else "wow",),
            "excuses": ("policy",) if policy else (),
        }
        text = " ".join([*words, f"visit {number}"])
        found.append(LabelledPassage(f"p{number}", text, Tags(labels), f"g{number // 2}", "", "t"))
    return found


def test_words_that_give_a_label_away_are_learned() -> None:
    fitted = fit_linear(_passages(), LAYOUT, TfidfFeatures())

    chances = fitted.calibration.probabilities(
        fitted.logits(["sorry the rules", "lovely door"]), LAYOUT
    )
    given = fitted.calibration.chosen(chances, LAYOUT)

    assert given[:, NAMES.index(("moment", "failed"))].tolist() == [True, False]
    assert given[:, NAMES.index(("moment", "wow"))].tolist() == [False, True]
    assert given[:, NAMES.index(("excuses", "policy"))].tolist() == [True, False]


def test_a_label_that_no_training_passage_has_is_never_given() -> None:
    fitted = fit_linear(_passages(), LAYOUT, TfidfFeatures())

    assert fitted.logits(["no budget"])[0, NAMES.index(("excuses", "budget"))] == NEVER


def test_passages_of_one_group_are_never_on_both_sides_of_a_fold() -> None:
    passages = _passages()
    group_of = {passage.text: passage.group for passage in passages}
    seen: list[tuple[set[str], set[str]]] = []

    def features(inside: Sequence[str]) -> Vectorize:
        def vectorize(texts: Sequence[str]) -> Floats:
            seen.append(({group_of[t] for t in inside}, {group_of[t] for t in texts}))
            return np.array([[float(len(text))] for text in texts])

        return vectorize

    fit_linear(passages, LAYOUT, features)

    # A fold's features are asked for its held texts, and for its own.
    held = [(inside, asked) for inside, asked in seen if inside != asked]
    assert len(held) == FOLDS
    assert all(not inside & asked for inside, asked in held)


def test_nothing_is_calibrated_on_passages_that_made_the_features() -> None:
    passages = _passages()
    shown = frozenset(range(0, 100, 2))
    failed = {passage.text: "sorry" in passage.text for passage in passages}

    def features(_inside: Sequence[str]) -> Vectorize:
        return lambda texts: np.array([[float(failed.get(text, False))] for text in texts])

    found = fit_linear(passages, LAYOUT, features, shown=shown)

    # All that is left is `wow`, at which the features are never wrong: as sure as the grid goes.
    assert found.calibration.temperatures["moment"] == pytest.approx(0.25)


def test_a_validation_set_is_calibrated_on_and_not_learned_from() -> None:
    passages = _passages()
    learn, validation = passages[:60], passages[60:]
    # Here `sorry` stands where the moment did not fail.
    lying = [replace(p, text=p.text.replace("lovely", "sorry")) for p in validation]

    honest = fit_linear(learn, LAYOUT, TfidfFeatures(), validation)
    misled = fit_linear(learn, LAYOUT, TfidfFeatures(), lying)

    at = NAMES.index(("moment", "failed"))
    assert honest.logits(["sorry"])[0, at] > 0 < misled.logits(["sorry"])[0, at]
    assert honest.calibration.temperatures["moment"] < misled.calibration.temperatures["moment"]


def test_labels_with_features_of_their_own_see_no_others() -> None:
    wanted = np.array([[1.0, 0.0], [0.0, 1.0]] * 10)
    own = np.random.default_rng(1).normal(size=(20, 2, 1))
    other = own.copy()
    other[:, 1] += 5

    first = fit_facet(own, wanted, 1.0)(own)
    second = fit_facet(other, wanted, 1.0)(other)

    assert first[:, 0].tolist() == second[:, 0].tolist()
    assert first[:, 1].tolist() != second[:, 1].tolist()


def test_a_facet_whose_only_label_means_absence_reaches_nothing() -> None:
    facet = load_taxonomy().facet("personalization")
    wanted = np.eye(4)[[3, 3, 3]]

    assert reached_f1(wanted, wanted, facet) == 0


def test_targets_of_a_facet_that_was_not_annotated_are_masked() -> None:
    _, known = label_matrix(_passages()[:1], LAYOUT)

    assert known[0, NAMES.index(("moment", "wow"))]
    assert not known[0, NAMES.index(("narrator", "customer"))]
