"""Segmentation: short records stay whole, long ones are cut where their stories begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.segmentation import MAX_WORDS, MIN_WORDS, segment
from corpora.segmentation.layout import lay_out
from corpora.segmentation.telling import tellings


def test_a_short_record_is_one_passage() -> None:
    text = "The room was cold. Nobody came.\n\nWe left early and were charged for two nights."

    (passage,) = segment(text)

    assert (passage.start, passage.end, passage.text) == (0, len(text), text)


def test_blanks_around_a_record_are_no_part_of_it() -> None:
    (passage,) = segment("  It broke. \n")

    assert (passage.start, passage.end, passage.text) == (2, 11, "It broke.")


def test_no_text_has_no_passage() -> None:
    assert segment("") == segment(" \n ") == []


def test_separator_lines_part_a_short_record() -> None:
    first, second = "The first tale went on. " * 8, "The second tale was another. " * 8

    passages = segment(f"{first}\n---\n{second}")

    assert [passage.text for passage in passages] == [f"{first}\n---", second.strip()]


def test_a_signature_is_not_parted_from_its_mail() -> None:
    assert len(segment("I want my money back. " * 10 + "\n--\nJo Smith\nHead of nothing")) == 1


def test_telling_is_told_from_arguing() -> None:
    told = tellings(lay_out("She called twice and he hung up."))[0]
    argued = tellings(lay_out("You should always call, and it is easy."))[0]
    spoken = tellings(lay_out('He said "you are always late" and left.'))[0]

    assert told.value == 1.0
    assert argued.value == 0.0
    assert spoken.value == 1.0


WORDS = st.sampled_from(
    ["we", "waited.", "She", "is", "kind!", "\n", "\n\n", "- no", "1. Why?", "***"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=1_500).map(" ".join))
def test_passages_cover_every_sentence_within_the_limits(text: str) -> None:
    passages = segment(text)

    bounds = [0, *(bound for p in passages for bound in (p.start, p.end)), len(text)]
    assert bounds == sorted(bounds)
    gaps = zip(bounds[::2], bounds[1::2], strict=True)
    assert all(not text[start:end].strip() for start, end in gaps)
    assert all(p.text == text[p.start : p.end] for p in passages)
    lengths = [len(p.text.split()) for p in passages]
    assert max(lengths, default=0) <= MAX_WORDS
    assert len(lengths) < 2 or min(lengths) >= MIN_WORDS


@pytest.mark.parametrize("unit", ["a\n", "a\n\n", "word ", "Once. ", '" ', "Is it?\n", "***\n"])
def test_time_stays_linear(unit: str) -> None:
    # Anything quadratic in the number of lines takes minutes here.
    assert segment(unit * 20_000)[-1].end >= 20_000
