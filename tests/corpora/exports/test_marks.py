"""Evidence in the words: cut at every boundary, placeholders whole and readable."""

import pytest

from corpora.exports.marks import Mark, pieces
from corpora.story import Evidence

ONE, TWO = Mark(1, 1, "moment: wow"), Mark(2, 4, "excuse: policy")


def _cut(text: str, *spans: tuple[int, int, Mark]) -> list[tuple[str, list[int], list[int]]]:
    shown = [(Evidence("moment", start, end), mark) for start, end, mark in spans]
    return [
        (one.text, [m.number for m in one.marks], [m.number for m in one.closing])
        for one in pieces(text, shown)
    ]


def test_overlapping_evidence_is_split_at_every_boundary() -> None:
    assert _cut("abcdefgh", (1, 5, ONE), (3, 7, TWO)) == [
        ("a", [], []),
        ("bc", [1], []),
        ("de", [1, 2], [1]),
        ("fg", [2], [2]),
        ("h", [], []),
    ]


def test_evidence_within_evidence_leaves_the_outer_one_open() -> None:
    assert _cut("abcdef", (0, 6, ONE), (2, 4, TWO)) == [
        ("ab", [1], []),
        ("cd", [1, 2], [2]),
        ("ef", [1], [1]),
    ]


def test_evidence_beyond_the_end_is_cut_off_and_an_empty_text_has_no_pieces() -> None:
    assert _cut("abc", (2, 9, ONE), (5, 6, TWO)) == [("ab", [], []), ("c", [1], [1])]
    assert _cut("", (0, 4, ONE)) == []


def test_a_placeholder_is_never_split() -> None:
    text = "So [EMPLOYEE_1] ran."

    assert _cut(text, (6, 19, ONE)) == [
        ("So ", [], []),
        ("an employee", [1], []),
        (" ran", [1], [1]),
        (".", [], []),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("then [CUSTOMER_1] left", "a customer"),
        ("[CUSTOMER_1] left", "A customer"),
        ("It closed. [ID_12] is open", "A reference number"),
        ("at my [ADDRESS_1] now", "address"),
        ("Dear [CUSTOMER_1],", "customer"),
        ("ring [PHONE_2] again", "a phone number"),
    ],
)
def test_a_placeholder_reads_as_words(text: str, words: str) -> None:
    (found,) = [one for one in pieces(text, []) if one.number]

    assert found.text == words


def test_a_placeholder_met_again_is_the_one_spoken_of() -> None:
    text = "when [PERSON_1] met [PERSON_2], [PERSON_1] hid"

    read = "".join(f"{one.text}{one.number}" for one in pieces(text, []))

    assert read == "when a person1 met a person2, the person1 hid"


def test_characters_that_turn_the_reading_direction_are_not_shown() -> None:
    assert _cut("a\u202eb\0c\nd") == [("abc\nd", [], [])]
