"""Segmentation: short records stay whole, long ones are cut where their stories begin and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.segmentation import MAX_WORDS, MIN_WORDS, segment
from corpora.segmentation.layout import lay_out
from corpora.segmentation.telling import tellings

TICKET_STORY = (
    "Let me tell you about a ferry line I worked with. One evening in November a woman came to the "
    "ticket window and asked for the last boat. The clerk saw that it had sailed four minutes ago. "
    '"When is the next one?" she asked. "Tomorrow at six," he said. She sat down on the bench and '
    "began to cry, and he came out from behind the glass and asked her why. Her father was in the "
    "hospice on the island. He locked the window, called his brother, who fished there, and walked "
    "her down to the pier himself. The brother took her across in the rain and would not take a "
    "penny. She sat with her father until the morning."
)
BOILER_STORY = (
    "Another story I heard last year was worse. A landlord's tenant had no heating for nineteen "
    "days. Each time she called, somebody thanked her for her patience, used her first name, and "
    "told her that the part was on order. On the twentieth day an engineer came, looked at the "
    "boiler, and found that nobody had ordered anything. He drove to the depot, paid for the valve "
    "with his own card, and had the flat warm by six. She wrote him a letter. She moved out in "
    "spring all the same."
)
INTERVIEW = f"""Service after the slogan: a conversation with a consultant

1. How do you explain customer experience to a board that has only ever looked at cost?

You have to begin with what they already measure. Every board knows its churn, and every board
believes that price explains it. It rarely does. People leave because they feel that nobody is
there, and they stay because somebody is. If you can show a board that its own figures say so, you
do not need a slogan. You need a budget for the people who answer the telephone, and you need to
leave them alone while they do it. That is the whole of my advice, and most companies pay me to
repeat it every year.

2. Is there a moment that shaped how you think about it?

Most of what we call service is procedure. Procedures are useful, they keep people honest, and they
should be short. But a procedure cannot look up and see a face, and that is where customers decide.

{TICKET_STORY}

This story is not about rules. Companies often think that such people are rare, and they are not.
They are everywhere, and most of them are waiting for somebody to tell them that they may. The
question is always whether the organisation can bear it. It should be easy to say yes.

3. And the other side? When does it go wrong?

It goes wrong when the company is polite and nobody is responsible. Politeness is cheap. You can
train it in an afternoon, and customers can smell it. What matters is whether anything happens.

{BOILER_STORY}

In general, people forgive a fault and do not forgive a performance. A name that is used to calm
you is not respect. If you must choose, choose the valve over the script, and measure what was
mended rather than how the call sounded. Leaders need to hear that more often than they do.

4. What should a manager do on Monday morning?

Listen to ten calls. Do not read a summary, and do not ask for a dashboard. You will hear where
your rules hurt people, and you will hear your best employees apologise for them. Then remove one
rule. Next week, remove another. It is slow, it costs little, and it never fails.
"""


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


@pytest.mark.parametrize("story", [TICKET_STORY, BOILER_STORY], ids=["ticket", "boiler"])
def test_an_embedded_story_comes_out_whole_and_nearly_alone(story: str) -> None:
    holding = [passage for passage in segment(INTERVIEW) if story in passage.text]

    assert len(holding) == 1
    assert len(holding[0].text.split()) <= 1.3 * len(story.split())


def test_the_stories_of_an_interview_come_out_whole_when_questions_are_not_numbered() -> None:
    text = INTERVIEW
    for number in range(1, 5):
        text = text.replace(f"\n{number}. ", "\n")

    texts = [passage.text for passage in segment(text)]

    assert sum(TICKET_STORY in text for text in texts) == 1
    assert sum(BOILER_STORY in text for text in texts) == 1


def test_a_question_stays_with_its_answer() -> None:
    passages = segment(INTERVIEW)

    (holding,) = [p for p in passages if "4. What should a manager do" in p.text]
    assert holding.text.startswith("4. What")
    assert holding.text.endswith("never fails.")


def test_a_story_in_the_middle_of_a_paragraph_is_not_torn() -> None:
    opinion = "A refund is a promise that costs money, and companies should keep it. " * 14
    text = f"{opinion}{BOILER_STORY} {opinion}"

    assert sum(BOILER_STORY in passage.text for passage in segment(text)) == 1


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
