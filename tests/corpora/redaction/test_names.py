"""Names of persons are masked; words, towns and companies of the same name stay."""

import pytest

from corpora.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("my name is jane doe and i waited", "jane doe"),
        ("Our waiter Thulani forgot the wine.", "Thulani"),
        ("Mark at the front desk was rude.", "Mark"),
        ("Grace was so kind to us.", "Grace"),
        ("I asked Will to call me.", "Will"),
        ("Please thank April for the cake.", "April"),
        ("Dear Charlotte,\n\nI flew from Leeds.", "Charlotte"),
        ("We were met by Xochitl, who sang.", "Xochitl"),
        ("Nurse Blessing held my hand.", "Blessing"),
        ("Signed by R. Fairbanks on Monday.", "Fairbanks"),
        ("see attached CV_Olga_Petrenko.pdf", "Olga_Petrenko"),
        ("the lady at the counter, mrs iyer, smiled", "iyer"),
        ("Amelia's desk was empty.", "Amelia"),
        ("NOBODY ELSE CARED. THANK YOU FAITH!!!", "FAITH"),
        ("[10:02] Oliver Banks: no internet", "Oliver Banks"),
        ("It went well.\n- Ngozi", "Ngozi"),
        ("What's her name?\nCaller: Ermintrude Vance.", "Ermintrude Vance"),
    ],
)
def test_a_name_is_masked(redactor: Redactor, text: str, secret: str) -> None:
    redacted = redactor.redact(text).text

    assert secret not in redacted
    assert "_1]" in redacted


@pytest.mark.parametrize(
    "text",
    [
        "I flew from Charlotte to Austin in May, then on to Florence and Sydney.",
        "Hope is not a strategy. Will you mark my bill? May I ask the joy of it?",
        "Wendy's was shut, so we went to Trader Joe's and then to John Lewis.",
        "The Hilton Paris, the Ritz in London and Victoria Station were full.",
        "Dear Sir or Madam, Dear Customer Service, Hi team, Dear Valued Customer",
        "Customer: hello\nAgent: Hello! How can I help?\nStaff: One moment.",
        "British Airways, Lufthansa and Wells Fargo refused. So did Samsung.",
        "From Tel Aviv to Buenos Aires and back by San Antonio.",
        "Great hotel. Staff were lovely. Breakfast, though, was cold.",
        "On Monday 9 June the King's Head served a Bloody Mary and a Dr Pepper.",
    ],
)
def test_what_is_no_person_stays(redactor: Redactor, text: str) -> None:
    assert redactor.redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On the 21st John called me back.", "John"),
        ("On the 1st Vincent called me.", "Vincent"),
        ("We reached port. Elizabeth helped us at once.", "Elizabeth"),
        ("I thanked Virginia. Beach was lovely.", "Virginia"),
        ("Ask for Prince Edward Okoro at the desk.", "Edward"),
        ("Thanks to Chi Minh Nguyen at reception.", "Minh"),
    ],
)
def test_a_person_beside_a_word_of_a_place_is_masked(
    redactor: Redactor, text: str, name: str
) -> None:
    assert name not in redactor.redact(text).text


def test_a_name_that_is_a_word_is_masked_only_where_it_is_the_name(redactor: Redactor) -> None:
    text = "Rob was helpful, but the bank would rob you blind. Thank you, Rob."

    assert redactor.redact(text).text == (
        "[EMPLOYEE_1] was helpful, but the bank would rob you blind. Thank you, [EMPLOYEE_1]."
    )
