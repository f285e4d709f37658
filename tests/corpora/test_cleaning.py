"""Cleaning: what goes, what stays, and the way back to the raw text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpora.cleaning import clean
from corpora.story import Span


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("theyâ€™re at the cafÃ©", "they\u2019re at the caf\u00e9"),  # UTF-8 read as cp1252
        ("wait\x85 \x93now\x94", "wait\u2026 \u201cnow\u201d"),  # cp1252 read as Latin-1
        ("one<br />two<BR>three", "one\ntwo\nthree"),
        ("<p class='x'>One</p><p>Two <b>bold</b></p>", "One\n\nTwo bold"),
        ("Tom &amp; Ann &#39;s &amp;quot;shop&amp;quot; &nbsp;5&euro;", 'Tom & Ann \'s "shop" 5€'),
        ("&lt;br&gt;hi", "hi"),
        ("<style>p {color: red}</style>Hello<!-- hidden -->", "Hello"),
        ("a\x00b\u200bc\ufeffd\u00ade", "abcde"),
        (
            "one  two\tthree\u00a0four \n five\r\nsix\n \n\n\nseven ",
            "one two three four\nfive\nsix\n\nseven",
        ),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_what_is_no_text_is_removed_or_mended(raw: str, cleaned: str) -> None:
    assert clean(raw).text == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "I <3 this place",
        "if x <b and c> then",
        "<redacted> told me & AT&T; R&D",
        "?a=1&copy=2",
        "&#0; and &unknown;",
        "one\ntwo\n\nthree",
        "a family \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
        "<!-- not closed",
        "Z\u00fcrich, \u00c5ngstr\u00f6m, \u201cquoted\u201d \u2013 dash\u2026",
        "",
    ],
)
def test_what_a_person_wrote_survives(text: str) -> None:
    assert clean(text).text == text


def test_a_cleaned_span_leads_back_to_the_raw_one() -> None:
    raw = "\ufeffThe  <b>caf\u00c3\u00a9</b> &amp; bar<br/>was shut"

    cleaned = clean(raw)

    assert cleaned.text == "The caf\u00e9 & bar\nwas shut"
    start = cleaned.text.index("bar")
    found = cleaned.offsets.to_input(start, start + len("bar\nwas"))
    assert raw[found.start : found.end] == "bar<br/>was"
    found = cleaned.offsets.to_input(4, 8)
    assert raw[found.start : found.end] == "caf\u00c3\u00a9"


PARTS = ["<", ">", "b", "<b>", "</p>", "<br>", "<!--", "-->", "3", "&", "amp;", "&lt;", "&#39;"]
ODD_PARTS = [
    "\u00e2\u20ac\u2122",
    "\u00c3\u00a9",
    "\x85",
    "\r",
    "\n",
    " ",
    "\u00a0",
    "e\u0301",
    "\u200d",
    "\x1d",
]
RAW = st.lists(st.one_of(st.sampled_from([*PARTS, *ODD_PARTS]), st.characters()), max_size=25).map(
    "".join
)


@given(RAW)
@example("&amp;amp;lt;b&gt;")
@example("a<b<b>>c")
def test_cleaning_again_changes_nothing(raw: str) -> None:
    once = clean(raw).text

    assert clean(once).text == once


@given(RAW)
def test_every_cleaned_span_leads_into_the_raw_text(raw: str) -> None:
    cleaned = clean(raw)

    assert cleaned.offsets.output_length == len(cleaned.text)
    found = [cleaned.offsets.to_input(i, i + 1) for i in range(len(cleaned.text))]
    assert all(0 <= span.start < span.end <= len(raw) for span in found)
    assert found == sorted(found)


@given(st.text("abc .,!<3"), st.data())
def test_a_clean_text_has_the_identity_map(text: str, data: st.DataObject) -> None:
    text = " ".join(text.split())
    cleaned = clean(text)

    assert cleaned.text == text
    for start in range(len(text)):
        assert cleaned.offsets.to_input(start, start + 1) == Span(start, start + 1)


@pytest.mark.parametrize(
    "unit",
    ["<", "<b ", "<b a=", "&", "&amp;", "<!--", "<script>", " ", "\u00c3", "\n ", "e\u0301", "a:"],
)
def test_time_stays_linear(unit: str) -> None:
    # A quadratic pattern takes minutes on 100,000 characters; a linear one takes under a second.
    assert clean(unit * (100_000 // len(unit))).offsets.input_length <= 100_000


def test_the_text_is_not_in_the_repr() -> None:
    assert "secret" not in repr(clean("secret"))
