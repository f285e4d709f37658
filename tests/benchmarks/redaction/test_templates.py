"""Filled templates: what is marked, what is neutral, and that a seed fixes every letter."""

import unicodedata
from pathlib import Path

import pytest

from benchmarks.redaction.documents import Document, join
from benchmarks.redaction.templates import fill_all, read_templates
from benchmarks.redaction.values import LOCALES, Values


def filled(tmp_path: Path, *templates: str, documents: int = 20) -> list[Document]:
    """Write the templates to a file and fill them."""
    path = tmp_path / "templates.txt"
    path.write_text("\n".join(templates), encoding="utf-8")
    drafts = fill_all(read_templates(path), documents, seed=5)
    return [
        join(one.pieces, name=str(one.number), cluster=str(one.template), group=one.locale)
        for one in drafts
    ]


def test_a_house_number_makes_an_address_of_the_places_around_it(tmp_path: Path) -> None:
    home = filled(tmp_path, r"{{building_number}} {{street_name}}\n {{city}}\n {{country}}")[0]
    town = filled(tmp_path, "We moved here from {{city}}, {{country}}")[0]

    assert [mention.type for mention in home.mentions] == ["ADDRESS"] * 3
    assert len({mention.entity for mention in home.mentions}) == 1
    assert len(home.neutral) == 1
    assert town.mentions == ()
    assert len(town.neutral) == 2


def test_every_slot_of_a_person_is_a_person_of_its_own(tmp_path: Path) -> None:
    one = filled(tmp_path, "{{first_name}} met {{person}} and {{last_name}}.")[0]

    assert {mention.type for mention in one.mentions} == {"PERSON"}
    assert len({mention.entity for mention in one.mentions}) == 3


def test_templates_take_turns_in_every_locale_and_plain_ones_come_once(tmp_path: Path) -> None:
    documents = filled(tmp_path, "I am {{person}}", "No name here", documents=33)

    assert {document.group for document in documents} == set(LOCALES)
    assert sum(document.text == "No name here" for document in documents) == 1
    assert len(documents) == 33


def test_the_same_seed_gives_the_same_texts(tmp_path: Path) -> None:
    templates = ("{{person}}, {{address}}, {{iban}}", "{{email}} {{url}} {{date_of_birth}} {{ssn}}")

    assert filled(tmp_path, *templates) == filled(tmp_path, *templates)


@pytest.mark.parametrize("locale", LOCALES)
def test_names_are_written_in_latin_letters(locale: str) -> None:
    values = Values(locale, seed=1)

    letters = [letter for _ in range(20) for letter in values.person() if letter.isalpha()]

    assert all(unicodedata.name(letter).startswith("LATIN") for letter in letters)


def test_an_unknown_slot_is_named_before_anything_is_filled(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing fills the slots shoe_size; known slots: address"):
        filled(tmp_path, "I wear {{shoe_size}}")


def test_a_slot_with_single_braces_is_left_out(tmp_path: Path) -> None:
    documents = filled(tmp_path, "The corner of {street_name}", "I am {{person}}", documents=2)

    assert not any("{" in document.text for document in documents)
