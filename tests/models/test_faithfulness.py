"""Evidence cut out and left alone, beside what the tagger says of the same texts by hand."""

from dataclasses import replace

import pytest

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Prediction, Tags
from models.evaluation_evidence import word_spans
from models.faithfulness import Faithfulness, measure_faithfulness, random_run, without_words
from models.inference import Tagger
from tests.models.conftest import Trained

TEXT = "The hotel gave our room away and the manager said the rules allow no refund."
GAVE_AWAY = Evidence("moment", 10, 28)
TAG = "drivers.rigidity"


def _passage(name: str = "p", text: str = TEXT) -> LabelledPassage:
    return LabelledPassage(name, text, Tags({}), name, "", "hand")


def _say(tagger: Tagger, *evidence: Evidence, text: str = TEXT) -> Prediction:
    """Return what the tagger says, with tags and evidence of our own."""
    (said,) = tagger.tag([text])
    labels = {"moment": ("failed",), "drivers": ("rigidity",)}
    return replace(said, tags=Tags(labels, evidence))


def _measure(tagger: Tagger, *evidence: Evidence) -> Faithfulness:
    found = measure_faithfulness(tagger, [_passage()], [_say(tagger, *evidence)])
    assert found is not None
    return found


def _chance(tagger: Tagger, text: str, label: str = "failed") -> float:
    (said,) = tagger.tag([text])
    return said.scores["moment"][label]


def test_the_words_of_the_evidence_are_cut_out_and_left_alone(trained: Trained) -> None:
    found = _measure(trained.tagger, GAVE_AWAY).overall

    whole = _chance(trained.tagger, TEXT)
    without = _chance(trained.tagger, "The hotel and the manager said the rules allow no refund.")
    alone = _chance(trained.tagger, "gave our room away")
    assert found.tags == 1
    assert found.evidence.comprehensiveness == pytest.approx(whole - without, abs=1e-3)
    assert found.evidence.sufficiency == pytest.approx(whole - alone, abs=1e-3)
    assert abs(found.evidence.comprehensiveness) > 1e-3


def test_the_whole_text_as_evidence_is_sufficient_and_no_better_than_chance(
    trained: Trained,
) -> None:
    found = _measure(trained.tagger, Evidence("moment", 0, len(TEXT))).overall

    assert found.evidence.sufficiency == pytest.approx(0, abs=1e-3)
    assert found.evidence == found.random


def test_evidence_that_touches_no_word_takes_nothing_away(trained: Trained) -> None:
    found = _measure(trained.tagger, Evidence("moment", 3, 4)).overall  # a space

    assert found.evidence.comprehensiveness == pytest.approx(0, abs=1e-3)
    assert found.random.comprehensiveness == pytest.approx(0, abs=1e-3)


def test_tags_are_counted_by_facet_and_several_spans_of_one_tag_are_one(
    trained: Trained,
) -> None:
    spans = (GAVE_AWAY, Evidence(TAG, 53, 62), Evidence(TAG, 63, 75))

    found = _measure(trained.tagger, *spans)

    assert {name: score.tags for name, score in found.facets.items()} == {"moment": 1, "drivers": 1}
    assert found.overall.tags == 2
    mean = sum(each.evidence.sufficiency for each in found.facets.values()) / 2
    assert found.overall.evidence.sufficiency == pytest.approx(mean)


def test_only_the_first_passages_are_looked_at(trained: Trained) -> None:
    passages = [_passage(f"p{number}") for number in range(3)]
    said = [_say(trained.tagger, GAVE_AWAY)] * 3

    found = measure_faithfulness(trained.tagger, passages, said, max_passages=2)

    assert found is not None
    assert (found.passages, found.overall.tags) == (2, 2)
    assert measure_faithfulness(trained.tagger, passages, said, max_passages=0) is None


def test_nothing_is_measured_without_evidence(trained: Trained) -> None:
    assert measure_faithfulness(trained.tagger, [_passage()], [_say(trained.tagger)]) is None


def test_cutting_no_word_changes_nothing_and_cutting_keeps_white_space() -> None:
    text = "One two.\n\nThree  four."

    assert without_words(text, word_spans(text), set()) == text
    assert without_words(text, word_spans(text), {1, 2}) == "One \n\n  four."


def test_a_random_run_is_as_long_as_asked_and_the_same_for_the_same_key() -> None:
    runs = [random_run(30, 4, f"story-{number}") for number in range(200)]

    assert all(len(run) == 4 and max(run) - min(run) == 3 for run in runs)
    assert {min(run) for run in runs} == set(range(27))  # every place is drawn, none outside
    assert random_run(30, 4, "story-7") == runs[7]
    assert random_run(5, 5, "story-7") == {0, 1, 2, 3, 4}
