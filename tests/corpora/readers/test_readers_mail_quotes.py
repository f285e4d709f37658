"""What of a mail is the sender's own, and what is quoted or signature."""

import time

import pytest

from corpora.readers.mail_quotes import newest_message

OWN = "The driver left my order in the rain.\n\nI want my money back."


@pytest.mark.parametrize(
    "below",
    [
        "\n> old words\n> more",
        "\nOn Mon, 2 Mar 2026 at 10:15, Bob <bob@example.com> wrote:\n> old words",
        "\nOn Mon, 2 Mar 2026 at 10:15, Bob Builder\n<bob@example.com> wrote:\n\n> old words",
        "\nOn Mon, 2 Mar 2026 at 10:15, Bob <bob@example.com> wrote:\n\nold words, unmarked",
        "\n-----Original Message-----\nFrom: Bob\nSent: Monday\n\nold words",
        "\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: RE: Order\n\nold words",
        "\n________________________________\nFrom: Bob\nSent: Monday\nTo: Ann\n\nold words",
        "\n*From:* Bob\n*Date:* Monday\n*To:* Ann\n\nold words",
        "\n---------- Forwarded message ---------\nFrom: Bob\n\nold words",
        "\n-- \nAnn Lee\nDirector\n+1 555 010 999",
        "\nSent from my iPhone",
        "\nGet Outlook for Android<https://aka.example/x>",
        "\nKind regards,\nAnn Lee\n+1 555 010 999",
        "\nKind regards, Ann Lee",
        "\nMany thanks and best wishes,\n\nAnn\n\nSent from my iPhone",
        "\nThanks\nAnn",
        "\nYours sincerely\nAnn Lee\n12 Long Lane\nann@example.com",
        "\nRegards,\nAnn\n\nThis email and any attachments are confidential and may be privileged.",
        "\nThank you!\n\nOn Mon, 2 Mar 2026 at 10:15, Bob <bob@example.com> wrote:\n> old words",
    ],
)
def test_quotes_and_signatures_go(below: str) -> None:
    assert newest_message(f"{OWN}\n{below}\n") == OWN


@pytest.mark.parametrize(
    "text",
    [
        'On 5 March your agent wrote:\n"we will refund you"\n\nThey never did.',
        "Thanks, but nobody helped me.\nI waited.",
        "Thanks for nothing.\n\nThe parcel came in pieces.",
        "From: the start of this, I was lied to.\nThen it got worse.",
        "I said:\n- refund me\n- or call me\n\nNobody did either.",
        "Kind regards is what they wrote, after they had lost my parcel for the third time.",
        "Hello\n\nThanks\n\nI only want a refund",
        "Thanks\n\nPS: the courier came back on Friday and was really very kind to me.",
        "Best\n\nservice I ever had was at your counter on the first floor, thank you Maria.",
    ],
)
def test_a_customer_s_words_stay(text: str) -> None:
    assert newest_message(text) == text


def test_answers_between_quoted_lines_stay() -> None:
    text = (
        "On Mon, 2 Mar 2026 at 10:15, Bob <bob@example.com> wrote:\n> When was it?\n\nOn Friday.\n"
        "\n> Who was it?\n\nThe driver.\n"
    )

    assert newest_message(text) == "On Friday.\n\nThe driver."


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\nFrom: Ann\nDate: Monday\nSubject: Order\n\n",
        "Begin forwarded message:\n\nFrom: Ann\nSubject: Order\nDate: Monday\n\n",
        "From: Ann\nSent: Monday\nTo: Bob\nSubject: Order\n\n",
    ],
)
def test_a_mail_that_only_forwards_counts_as_the_forwarded_one(above: str) -> None:
    assert newest_message(f"{above}{OWN}\n\nRegards,\nAnn") == OWN


@pytest.mark.parametrize(
    "unit", ["On ", "On 1\n", "From: a\n", "> ", "-", "Thanks, ", "a:", "1", "@", "Regards\n"]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()

    newest_message(text)

    assert time.process_time() - start < 1
