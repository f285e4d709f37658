"""Agreement of spans, worked by hand."""

import pytest

from corpora.story import Evidence
from models.evaluation_evidence import iou_f1, token_f1, touched_words, word_spans

TEXT = "They said the rules allow no refund at all"


def _words(first: int, last: int) -> Evidence:
    """Return the evidence from one word of TEXT through another, counted from 0."""
    words = word_spans(TEXT)
    return Evidence("moment", words[first][0], words[last][1])


def test_a_word_is_touched_by_any_of_its_characters_and_not_by_its_neighbours_space() -> None:
    words = word_spans(TEXT)

    assert touched_words(words, [Evidence("moment", 12, 14)]) == {2}  # "e " of "the "
    assert touched_words(words, [Evidence("moment", 13, 14)]) == set()


@pytest.mark.parametrize(
    ("found", "f1"),
    [
        ([_words(2, 5)], 1.0),
        ([_words(2, 3)], 1.0),  # 2 of 4 words: exactly half
        ([_words(2, 2)], 0.0),  # 1 of 4
        ([_words(4, 7)], 0.0),  # 2 common, 6 in all
        ([_words(3, 6)], 1.0),  # 3 common, 5 in all
        ([], 0.0),
    ],
)
def test_spans_match_from_half_of_their_common_words_on(found: list[Evidence], f1: float) -> None:
    assert iou_f1(TEXT, [_words(2, 5)], found) == f1


def test_every_span_counts_once_on_its_own_side() -> None:
    wanted = [_words(0, 1), _words(4, 6)]
    found = [_words(0, 1), _words(2, 3), _words(7, 8)]

    # One of three found is right, one of two wanted is found: 2 * 1/3 * 1/2 / (1/3 + 1/2).
    assert iou_f1(TEXT, wanted, found) == pytest.approx(0.4)


def test_token_f1_counts_the_words_that_spans_touch() -> None:
    wanted = [Evidence("moment", 10, 19)]  # "the rules"
    found = [Evidence("moment", 15, 25)]  # "ules allow" touches "rules allow"

    assert token_f1(TEXT, wanted, found) == pytest.approx(2 * 1 / (2 + 2))
