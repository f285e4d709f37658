"""Evidence spans: whole words of the right sentence, not too many."""

import numpy as np
import pytest

from corpora.sentences import sentence_spans
from models.evidence import MAX_EVIDENCE_WORDS, best_span
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


def test_the_run_of_telling_words_is_the_evidence_without_its_quotes() -> None:
    peaks = {'"not': 3.0, "my": 3.0, 'job",': 3.0}

    assert _span(TEXT, peaks, [1 / 3] * 3) == "not my job"


def test_attention_decides_between_sentences_that_tell_equally() -> None:
    peaks = {"late.": 2.0, "left.": 2.0}

    assert _span(TEXT, peaks, [0.8, 0.1, 0.1]) == "late"
    assert _span(TEXT, peaks, [0.1, 0.1, 0.8]) == "left"


def test_a_weak_word_between_strong_ones_is_kept() -> None:
    # Above their mean by 2.5, 2.5 and -3.5 (hand-worked): 2.5 - 3.5 + 2.5 > 2.5 is false, so the
    # gap cuts; with a gap of -1.5 it is true and the run goes on.
    strong = {"He": 3.0, '"not': 3.0}

    assert _span(TEXT, strong | {"said": 2.5}, [0, 1, 0]) == 'He said "not'
    assert _span(TEXT, strong | {"said": -4.0}, [0, 1, 0]) == "He"


def test_a_span_has_at_most_thirty_words() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    peaks = {f"word{number}": 3.0 + number % 2 for number in range(5, 55)}

    found = _span(text, {word: 3.0 for word in peaks}, [1.0])

    assert found == " ".join(f"word{number}" for number in range(5, 5 + MAX_EVIDENCE_WORDS))


def test_a_span_that_begins_inside_a_word_grows_to_the_whole_word() -> None:
    text = "it was unbelievable, really"
    story = EncodedStory([], 1, [9], [16])

    span = best_span(text, story, np.ones(1, np.float32), np.ones(1, np.float32), np.zeros(1, int))

    assert text[slice(*span)] == "unbelievable"


@pytest.mark.parametrize("text", ["!!!", '"', "...?"])
def test_a_text_of_punctuation_leaves_one_character(text: str) -> None:
    assert len(_span(text, {}, [1.0])) == 1
