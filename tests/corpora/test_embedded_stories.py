"""Stories told inside a long document come out whole: an invented interview holds two."""

import pytest

from corpora.segmentation import segment

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
