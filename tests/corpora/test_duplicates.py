"""Duplicates: exact by folded words, near by MinHash bands and a similarity worked by hand."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.duplicates import (
    BANDS,
    NEAR_DUPLICATE_SIMILARITY,
    near_duplicate_keys,
    similarity,
    text_digest,
)

STORY = (
    "The kettle stopped working after two weeks and I took it back to the shop with the receipt. "
    "The man at the counter looked it up, said that their policy is no refunds without the box, "
    "and turned to the next customer before I could say a word."
)


def test_case_blanks_and_punctuation_do_not_make_another_text() -> None:
    assert text_digest("It's late,  AGAIN!") == text_digest("it s late again")
    assert text_digest("It is late again") != text_digest("it s late again")


def test_texts_without_words_are_told_apart() -> None:
    assert text_digest("!!!") != text_digest(":)")


def test_similarity_is_the_share_of_common_shingles() -> None:
    # abc bcd cde | abc bcd cdx: two of four
    assert similarity("a b c d e", "A b c, d x!") == pytest.approx(0.5)
    assert similarity("a b", "A  b.") == 1.0
    assert similarity("", "a b c") == 0.0


def test_a_copy_with_other_punctuation_shares_all_keys() -> None:
    assert near_duplicate_keys(STORY) == near_duplicate_keys(STORY.upper().replace(",", " -"))
    assert len(set(near_duplicate_keys(STORY))) == BANDS


def test_short_texts_have_no_keys() -> None:
    assert near_duplicate_keys("Great food and friendly staff!") == ()


def test_keys_are_signed_64_bit_numbers() -> None:
    assert all(-(2**63) <= key < 2**63 for key in near_duplicate_keys(STORY))


def test_keys_are_the_same_in_another_process() -> None:
    # String hashes differ from process to process; the keys in the store must not.
    program = f"from corpora.duplicates import *; print(near_duplicate_keys({STORY!r}))"

    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == str(near_duplicate_keys(STORY))


def test_at_least_95_of_100_texts_with_three_percent_of_words_changed_are_found() -> None:
    chance = random.Random(7)  # noqa: S311 - a test's dice
    vocabulary = [f"w{number}" for number in range(3_000)]
    found = 0
    for _ in range(300):
        words = chance.choices(vocabulary, k=120)
        changed = list(words)
        for place in chance.sample(range(120), k=4):
            changed[place] = "other"
        first, second = " ".join(words), " ".join(changed)
        shares_key = not set(near_duplicate_keys(first)).isdisjoint(near_duplicate_keys(second))
        found += shares_key and similarity(first, second) >= NEAR_DUPLICATE_SIMILARITY

    assert found >= 0.95 * 300


@given(st.text("ab c.", max_size=60), st.text("ab c.", max_size=60))
def test_similarity_is_symmetric_and_one_for_the_same_words(first: str, second: str) -> None:
    assert similarity(first, second) == similarity(second, first)
    assert 0.0 <= similarity(first, second) <= 1.0
    assert similarity(first, first + "!") == 1.0 or not first.strip(" .")
