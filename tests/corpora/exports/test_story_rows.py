"""Cells that no spreadsheet runs, and the way back to their text."""

import pytest

from corpora.exports.story_rows import inert_cell, plain_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "'=", "''@"])
def test_a_live_cell_is_made_inert_and_its_text_comes_back(start: str) -> None:
    text = f'{start}HYPERLINK("//evil.example")'

    assert inert_cell(text) == f"'{text}"
    assert plain_cell(inert_cell(text)) == text


@pytest.mark.parametrize("text", ["", "'tis fine", "a = b", "5 minutes"])
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    assert inert_cell(text) == text
    assert plain_cell(text) == text


def test_a_nul_does_not_hide_a_formula() -> None:
    assert inert_cell("\0=1+1") == "'=1+1"
