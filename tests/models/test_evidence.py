"""Evidence spans: whole words of the right sentence, not too many."""

import numpy as np
import pytest

from corpora.sentences import sentence_spans
from models.evidence import MAX_EVIDENCE_WORDS, best_span, cut, greatest_run, smoothed
from models.tokens import EncodedStory

TEXT = 'They were late. He said "not my job", again and again. Then we left.'


def _span(text: str, peaks: dict[str, float], attention: list[float]) -> str:
    """Run over words as tokens; `peaks` gives the logit of some words, all others have -4."""
    starts, ends, sentence_of, logits, at = [], [], [], [], 0
    bounds = [span.end for span in sentence_spans(text)]
    for word in text.split():
        at = text.index(word, at)
        starts.append(at)
        ends.append(at + len(word))
        sentence_of.append(sum(at >= bound for bound in bounds))
        logits.append(peaks.get(word, -4.0))
        at += len(word)
    start, end = best_span(
        text,
        EncodedStory([], len(attention), starts, ends),
        np.array(logits, dtype=np.float32),
        np.array(attention, dtype=np.float32),
        np.array(sentence_of),
    )
    return text[start:end]


def test_the_run_of_telling_words_is_inside_the_evidence_and_its_sentence() -> None:
    peaks = {'"not': 9.0, "my": 9.0, 'job",': 9.0}

    found = _span(TEXT, peaks, [1 / 3] * 3)

    assert "not my job" in found
    assert found in 'He said "not my job", again and again.'


def test_attention_decides_between_sentences_that_tell_equally() -> None:
    peaks = {"late.": 2.0, "left.": 2.0}

    assert _span(TEXT, peaks, [0.8, 0.1, 0.1]) in "They were late."
    assert _span(TEXT, peaks, [0.1, 0.1, 0.8]) in "Then we left."


def test_the_greatest_run_goes_on_over_what_costs_less_than_what_follows() -> None:
    assert greatest_run(np.array([1.0, -0.5, 2.0, -3.0, 1.0])) == (0, 2)
    assert greatest_run(np.array([1.0, -4.0, 2.0])) == (2, 2)


def test_a_token_is_averaged_with_two_neighbours_on_each_side() -> None:
    logits = np.array([0, 0, 60, 0, 0, 0], dtype=np.float32)

    assert smoothed(logits).tolist() == [20, 15, 12, 12, 15, 0]


def test_the_cut_lies_under_the_mean_by_a_part_of_the_best_tokens_lead() -> None:
    # Mean 1, best 3: 1 - 0.4 * 2.
    assert cut(np.array([3.0, 0.0, 0.0])) == pytest.approx(0.2)


def test_a_span_has_at_most_thirty_words() -> None:
    text = " ".join(f"word{number}" for number in range(60))

    found = _span(text, {f"word{number}": 3.0 for number in range(5, 55)}, [1.0])

    assert len(found.split()) == MAX_EVIDENCE_WORDS


def test_a_span_that_begins_inside_a_word_grows_to_the_whole_word() -> None:
    text = "it was unbelievable, really"
    story = EncodedStory([], 1, [9], [16])

    span = best_span(text, story, np.ones(1, np.float32), np.ones(1, np.float32), np.zeros(1, int))

    assert text[slice(*span)] == "unbelievable"


@pytest.mark.parametrize("text", ["!!!", '"', "...?"])
def test_a_text_of_punctuation_leaves_one_character(text: str) -> None:
    assert len(_span(text, {}, [1.0])) == 1
