"""Evidence spans: whole words of the right sentence, not too many."""

import numpy as np
import pytest

from corpora.sentences import sentence_spans
from models.encoded_story import EncodedStory
from models.evidence import MAX_EVIDENCE_WORDS, best_expected_run, best_span

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


def test_the_best_expected_run_has_the_greatest_expected_f1() -> None:
    one = np.zeros(5, int)

    # Sum of all 2.1: over a gap (2.0, 3 tokens) 4.0 / 5.1; the first alone 1.8 / 3.1.
    assert best_expected_run(np.array([0.9, 0.2, 0.9, 0.05, 0.05]), one) == (0, 2)
    # Sum 1.95: all five 3.9 / 6.95; the two at the end 1.9 / 3.95; the first alone 1.8 / 2.95.
    assert best_expected_run(np.array([0.9, 0.05, 0.05, 0.45, 0.5]), one) == (0, 0)


def test_a_run_stays_in_its_sentence() -> None:
    chances = np.array([0.1, 0.8, 0.9, 0.9])

    assert best_expected_run(chances, np.array([0, 0, 1, 1])) == (2, 3)
    assert best_expected_run(chances, np.array([0, 0, 0, 0])) == (1, 3)


def test_sure_tokens_are_quoted_and_unsure_ones_beside_them_are_not() -> None:
    peaks = {"not": 3.0, "my": 3.0, "job": 3.0}

    assert _span("it is not my job he said", peaks, [1.0]) == "not my job"


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
