"""Garbled documents: each form does what it says and marks what it changed."""

import pytest

from benchmarks.redaction.added_forms import misspelt
from benchmarks.redaction.documents import Document, Piece
from benchmarks.redaction.forms import forms, garbled
from benchmarks.redaction.templates import Draft
from benchmarks.redaction.values import Values

DRAFTS = [
    Draft(
        number,
        number,
        "sv",
        (
            Piece("I am "),
            Piece("Tuva Lindroth", "PERSON", "tuva"),
            Piece(", mail "),
            Piece("tuva.l@post.example", "EMAIL", "mail"),
            Piece("."),
        ),
    )
    for number in range(8)
]


def changed(form: str) -> list[tuple[Document, list[str]]]:
    """Return documents of a form with the texts that the form is about."""
    return [
        (one, [one.text[m.start : m.end] for m in one.mentions if m.entity in one.watched])
        for one in garbled(DRAFTS, 8, seed=3)
        if one.group == form
    ]


@pytest.mark.parametrize("form", forms())
def test_every_form_marks_what_it_changed(form: str) -> None:
    documents = changed(form)

    assert len(documents) == 8
    assert all(watched for _, watched in documents)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("name in capitals", {"TUVA LINDROTH"}),
        ("name in small letters", {"tuva lindroth"}),
        ("name over a line break", {"Tuva\nLindroth", "Tuva \nLindroth"}),
        ("possessive name", {"Tuva Lindroth"}),
    ],
)
def test_a_name_is_written_as_the_form_says(form: str, expected: set[str]) -> None:
    assert {text for _, watched in changed(form) for text in watched} <= expected


def test_a_mail_address_loses_its_signs_or_gains_spaces() -> None:
    assert all("@" not in mail for _, (mail,) in changed("at and dot mail"))
    assert all(" " in mail for _, (mail,) in changed("spaced mail"))


def test_a_misspelt_mention_belongs_to_the_person_named_before() -> None:
    for one, (first, second) in changed("misspelt second mention"):
        assert one.watched == {"tuva"}
        assert first == "Tuva Lindroth"
        assert second not in first


def test_nothing_but_a_sign_lies_between_two_that_are_adjacent() -> None:
    for one, _ in changed("no space between two"):
        first, second = (m for m in one.mentions if m.entity in one.watched)

        assert one.text[first.end : second.start] in ("", "/", ",", "|", ";")


def test_a_file_is_named_after_somebody_and_keeps_its_ending() -> None:
    for one, (name,) in changed("name in a file name"):
        assert "." not in name
        assert one.text[one.text.index(name) + len(name) :][:1] in "._"


@pytest.mark.parametrize("word", ["Bo", "Anna", "Lindroth", "Aa"])
def test_a_slip_of_the_pen_changes_the_word_and_keeps_its_first_letter(word: str) -> None:
    for seed in range(12):
        wrong = misspelt(word, Values("sv", seed).random)

        assert wrong != word
        assert wrong[0] == word[0]
