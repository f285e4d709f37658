"""Scores worked by hand."""

import numpy as np
import pytest

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Prediction, Tags
from corpora.taxonomy import Facet, Label, Taxonomy
from models.evaluation import MIN_SUPPORT, f1_per_label, score


def _facet(name: str, kind: str, absent: str | None, *labels: str) -> Facet:
    return Facet.model_validate(
        {
            "name": name,
            "question": "?",
            "kind": kind,
            "absent": absent,
            "evidence": True,
            "labels": [Label(name=each, definition="d", example="e") for each in labels],
        }
    )


TAXONOMY = Taxonomy(
    "t",
    (
        _facet("moment", "single", "none", "wow", "failed", "none"),
        _facet("excuses", "multi", None, "policy", "tools"),
    ),
)
TEXT = "They said the rules allow no refund at all"


def _passage(
    moment: str | None, excuses: tuple[str, ...] | None, *evidence: Evidence
) -> LabelledPassage:
    labels: dict[str, tuple[str, ...]] = {} if moment is None else {"moment": (moment,)}
    if excuses is not None:
        labels["excuses"] = excuses
    return LabelledPassage("p", TEXT, Tags(labels, evidence), "p", "test", "hand")


def _said(moment: str, excuses: tuple[str, ...], *evidence: Evidence) -> Prediction:
    scores = {
        "moment": {each: float(each == moment) for each in ("wow", "failed", "none")},
        "excuses": {each: float(each in excuses) for each in ("policy", "tools")},
    }
    return Prediction(Tags({"moment": (moment,), "excuses": excuses}, evidence), scores, False)


def test_f1_of_hand_worked_counts() -> None:
    gold = np.array([[1, 0], [1, 0], [1, 0], [0, 0]], dtype=bool)
    given = np.array([[1, 0], [1, 0], [0, 0], [1, 0]], dtype=bool)

    # Two hits, one extra, one lost: 4 / (4 + 1 + 1).
    assert f1_per_label(gold, given).tolist() == [pytest.approx(2 / 3), 0.0]


def test_macro_f1_leaves_out_the_absent_label_and_labels_with_few_positives() -> None:
    # wow: 10 positives, 9 hit, 1 extra -> F1 18/20. failed: 9 positives, all wrong, not counted.
    passages = [_passage("wow", ())] * MIN_SUPPORT + [_passage("failed", ())] * 9
    passages += [_passage("none", ())] * 20
    said = [_said("wow", ())] * 9 + [_said("none", ())] * 29 + [_said("wow", ())]

    found = score(passages, said, TAXONOMY).facets["moment"]

    assert found.macro_f1 == pytest.approx(0.9)
    assert found.labels["failed"].support == 9
    assert found.labels["failed"].f1 == 0
    assert found.labels["wow"].predicted == 10


def test_a_facet_counts_only_where_it_was_annotated() -> None:
    passages = [_passage("wow", None)] * 10 + [_passage(None, ("policy",))] * 10
    said = [_said("wow", ("policy",))] * 10 + [_said("failed", ("policy",))] * 10

    facets = score(passages, said, TAXONOMY).facets

    assert facets["moment"].macro_f1 == 1
    assert facets["excuses"].macro_f1 == 1
    assert facets["excuses"].labels["policy"].predicted == 10


def test_the_headline_is_the_mean_of_the_facets_that_could_be_measured() -> None:
    passages = [_passage("wow", ("policy",))] * 10 + [_passage("none", ())] * 10
    said = [_said("wow", ())] * 10 + [_said("none", ("policy",))] * 10

    found = score(passages, said, TAXONOMY)

    assert (found.facets["moment"].macro_f1, found.facets["excuses"].macro_f1) == (1, 0)
    assert found.headline == 0.5


def test_no_passages_have_no_scores() -> None:
    found = score([], [], TAXONOMY)

    assert found.passages == 0
    assert found.headline == 0
    assert [facet.macro_f1 for facet in found.facets.values()] == [None, None]


def test_evidence_is_measured_on_tags_that_are_right() -> None:
    quote = Evidence("excuses.policy", 10, 19)
    passages = [_passage("failed", ("policy",), quote), _passage("failed", ("policy",), quote)]
    said = [_said("failed", ("policy",), quote), _said("failed", ("tools",))]

    found = score(passages, said, TAXONOMY)
    assert (found.evidence_f1, found.evidence_iou_f1) == (1, 1)

    said = [_said("failed", ("policy",), quote), _said("failed", ("policy",))]
    found = score(passages, said, TAXONOMY)
    assert (found.evidence_f1, found.evidence_iou_f1) == (0.5, 0.5)


def test_evidence_of_a_single_facet_needs_the_very_label() -> None:
    quote = Evidence("moment", 10, 19)
    passages = [_passage("failed", (), quote)] * 2
    said = [_said("failed", (), quote), _said("wow", (), quote)]

    assert score(passages, said, TAXONOMY).evidence_f1 == 1


def test_the_keys_that_records_and_cards_read_stay() -> None:
    found = score([_passage("wow", ())] * 10, [_said("wow", ())] * 10, TAXONOMY).as_json()

    assert {"passages", "headline", "evidence_f1", "facets"} <= set(found)
    assert found["coverage"] is None  # without a confidence per passage


def test_reliability_is_of_the_given_label_or_of_every_label() -> None:
    passages = [_passage("wow", ("policy",))] * 2
    said = [_said("wow", ("policy",)), _said("failed", ())]

    facets = score(passages, said, TAXONOMY).facets

    # Both moments are given with probability 1, one is right.
    (moment,) = facets["moment"].reliability
    assert (moment.confidence, moment.accuracy, moment.count) == (1, 0.5, 2)
    # Three of four excuse decisions have probability 0, one of them should not.
    never, always = facets["excuses"].reliability
    assert never.accuracy == pytest.approx(1 / 3)
    assert never.count == 3
    assert (always.accuracy, always.count) == (1, 1)
