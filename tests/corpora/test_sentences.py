"""Sentence bounds in messy text: each rule by example, then what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.sentences import sentence_spans
from corpora.sentences.length import MAX_WORDS


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It broke. We called!!! Nobody came?! Ever.",
            "It broke.|We called!!!|Nobody came?!|Ever.",
        ),
        ("the desk was shut. they left us there", "the desk was shut.|they left us there"),
        ("We waited... and waited... Then left.", "We waited... and waited...|Then left."),
        ("Mr. Ode met Dr. Pell at approx. 5 p.m. today.", None),
        ("Open until 5 p.m. They shut at 4.", "Open until 5 p.m.|They shut at 4."),
        ("See counter No. 5 on floor 2.", None),
        ("They said no. 5 calls followed.", None),  # cannot be told from "no. 5"; kept whole
        ("They said no. We left.", "They said no.|We left."),
        ("A fee of $3.50 and 2.5% went to J. K. Moss.", None),
        (
            "Look at https://shop.example/a?b=1. Then call.",
            "Look at https://shop.example/a?b=1.|Then call.",
        ),
        ("So slow.Then rude.I left", "So slow.|Then rude.|I left"),
        ("Mail me at jo@shop.Com or go to Booking.Com please", None),
        ("All good :) The end", "All good :)|The end"),
        ("Thanks! :) Will return.", "Thanks! :)|Will return."),
        ('"Why?" she asked. "Because." He left.', '"Why?" she asked.|"Because."|He left.'),
        ("He shouted (really!) at us.", None),
        ("Ask [CUSTOMER_1]. [EMPLOYEE_2] knows.", "Ask [CUSTOMER_1].|[EMPLOYEE_2] knows."),
        ("1. Call us. 2. Wait.", "1. Call us.|2. Wait."),
        ("It was plan B. The worst.", "It was plan B.|The worst."),
    ],
)
def test_sentences_on_one_line(text: str, expected: str | None) -> None:
    assert sentences(text) == (expected.split("|") if expected else [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cold food\nrude staff", "cold food|rude staff"),
        ("What was bad:\n- the food\n- the wait", "What was bad:|- the food|- the wait"),
        ("A heading\n\nthen the text", "A heading|then the text"),
        ("We had asked for a quiet room at the\nback of the house.", None),
        ("We paid for breakfast,\nwhich never came.", None),
        ("Bad stay • dirty bath • no towels", "Bad stay|• dirty bath|• no towels"),
    ],
)
def test_sentences_over_lines(text: str, expected: str | None) -> None:
    assert sentences(text) == (expected.split("|") if expected else [text])


def test_lines_of_wrapped_mail_are_put_together() -> None:
    text = (
        "I wrote to you on the third of May about the\n"
        "kettle. Your colleague in Leeds told me that\n"
        "Monday would be fine. On Monday I waited for\n"
        "Paul, who did not come. Please refund me now."
    )

    assert len(sentences(text)) == 4


def test_each_turn_of_a_conversation_is_a_sentence() -> None:
    text = "Customer: hi there Agent: how can I help Customer: my bill is wrong"

    assert sentences(text) == [
        "Customer: hi there",
        "Agent: how can I help",
        "Customer: my bill is wrong",
    ]


def test_a_repeated_name_before_a_colon_is_a_speaker_and_a_single_note_is_none() -> None:
    assert sentences("Pam: hello Ted: hi Pam: bye") == ["Pam: hello Ted: hi", "Pam: bye"]
    assert sentences("we saw one Note: closed") == ["we saw one Note: closed"]


def test_text_without_punctuation_is_broken_where_a_clause_begins() -> None:
    text = (
        "i asked for a refund " * 4 + "but they only offered a voucher " * 3 + "i left again " * 9
    )

    found = sentences(text)

    assert len(found) == 2
    assert found[1].startswith("but they")


def test_no_text_gives_no_sentences() -> None:
    assert sentence_spans("") == sentence_spans(" \n\t ") == []


MESSY = st.lists(
    st.sampled_from([*"aBI15.!?…,:;()[]\"'*-_ \n\t•😀é/@", "Mr. ", "Agent: ", " and "])
).map("".join)


@given(MESSY)
def test_sentences_cover_all_text_in_order_without_blanks_around_them(text: str) -> None:
    spans = sentence_spans(text)

    bounds = [0, *(bound for span in spans for bound in (span.start, span.end)), len(text)]
    assert bounds == sorted(bounds)
    gaps = zip(bounds[::2], bounds[1::2], strict=True)
    assert all(not text[start:end].strip() for start, end in gaps)
    assert all(sentence == sentence.strip() for sentence in sentences(text))


@given(st.lists(st.sampled_from(["a", "and", "no,", "so", "x;", "[CUSTOMER_1]"]), max_size=400))
def test_no_sentence_is_endless_and_no_placeholder_is_split(words: list[str]) -> None:
    found = sentences(" ".join(words))

    assert all(len(sentence.split()) <= MAX_WORDS for sentence in found)
    assert [word for sentence in found for word in sentence.split()] == words


@pytest.mark.parametrize("unit", ["!", " ", "😀", ". ", "a\n", "ab.Ab", "Agent: ", ".)", "\n", "("])
def test_time_stays_linear(unit: str) -> None:
    # A quadratic pattern takes minutes on 200,000 characters; a linear one takes under a second.
    assert len(sentence_spans(unit * (200_000 // len(unit)) + "a")) >= 1
