"""What is a number of somebody's, and what is only a number: by rules alone."""

import pytest

from corpora.redaction import Redactor
from corpora.redaction.amounts import is_calendar, is_column


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


def _redacted(redactor: Redactor, text: str) -> str:
    (done,) = redactor.redact_all([text])
    assert not isinstance(done, Exception)
    return done.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Card 4929 1234 5678 9013 \u00a340 was charged twice", "4929"),
        ("Order 482913 \u00a349.99 was charged twice", "482913"),
        ("Booking number: 482913\nNights: 3\nGuests: 2", "482913"),
        ("Reservation 77120 people: 4", "77120"),
        ("membership 48213456 points are still missing", "48213456"),
        ("Loyalty number 30918274 miles not credited", "30918274"),
        ("Ticket #48213 times out", "48213"),
        ("claim reference is 2024/1734", "1734"),
        ("Case No. 2021-4471", "4471"),
        ("card ending 2047", "2047"),
        ("Agent: last four digits of the card?\nCustomer: 2047.", "2047"),
        ("Sort: 20-45-77", "45"),
        ("sort code (11-02-30)", "30"),
        ("employee number is 2014", "2014"),
        ("Badge 1987", "1987"),
        ("The door code you texted, 1975", "1975"),
        ("The router with MAC 00:1A:2B:3C:4D:5E failed", "3C"),
        ("ZIP 90210 is not served", "90210"),
        ("Address: 9 Cheapside\nProblem: none", "Cheapside"),
        ("Stays at 14 Kingsway", "14"),
        ("see docs.example.com/document/d/1AbC9xYz77/edit", "1AbC9xYz77"),
        ("my plate is kx19zrf", "kx19"),
        ("My car IN-AB 1234 was scratched", "1234"),
        ("My number is 07700 900 461 a week ago they rang", "900"),
        ("tracking number 88213377 a week ago", "8821"),
        ("It is eleven Chestnut Court, Leeds.", "Chestnut"),
        ("We moved from 2041 Oak Street, Portland to Salem.", "2041"),
        ("My new home, 14 August Street, has no broadband.", "August"),
        ("I live in via Roma 12.", "Roma"),
        ("staff number is 4471A", "4471"),
        ("my name is Petrosian", "Petrosian"),
        ("My username is stingking and I cannot get in.", "stingking"),
        ("The plates are NB 48213.", "48213"),
        ("My reference BK 12 TR 45 LM 67", "LM"),
        ("Jane,\u00a340,12/05/1948", "1948"),
        ("https://example.com/reset/password/xkjsdhfweiuqw", "xkjsd"),
        ("parked outside 22 Hollins", "Hollins"),
        ("My birthday falls on the third of June", "third"),
        ("twins were born at your clinic on the first of May", "first"),
        ("Member no 2011", "2011"),
        ("twins were born on Christmas Eve", "Christmas"),
        ("I live via Roma 12, Milano", "Roma"),
        ("Call oh seven seven double oh, nine hundred, one four two", "double"),
    ],
)
def test_a_number_of_somebodys_is_masked(redactor: Redactor, text: str, left: str) -> None:
    assert left not in _redacted(redactor, text)


@pytest.mark.parametrize(
    "text",
    [
        "I paid 482 pounds for the order",
        "card with 2500 miles",
        "claim 10000 points",
        "order 5000 items",
        "the policy 2019/20 was fine",
        "the contract 2019-2021 ended",
        "invoice of 12/03/2024",
        "flight number 2047",
        "I registered 3 months ago",
        "small plates, 11 or so",
        "They put 3 of us on hold",
        "via Doha 12 hours late",
        "outside Derby 35 minutes",
        "In 2021 Wells Fargo Bank closed it",
        "On 14 March Barclays Bank wrote",
        "a 3 Star Lodge",
        "one Tesco Bank card",
        "it cost one thousand two hundred and fifty pounds",
        "USD 100, EUR 90, GBP 80",
        "64 GB, 128 GB and 256 GB",
        "10 AM, 11 AM, 12 PM",
        "12/03/2024 - 15/03/2024",
        "12.50\n13.50\n14.99",
        "2019 2020 2021 2022",
        "Signal is patchy",
        "the door handle was wobbly",
        "My account was deactivated",
        "On 12 June 45 minutes late",
        "Firmware 1.8.40",
        "Customer: 1733 late again?",
        "the repair is 10-14 business days",
        "reservation was 14-17 June",
        "order of 2500 leaflets",
        "insurance is 1300 a year",
        "the box says 5000mAh",
        "USB-C 3",
        "10 X 15",
        "250 EUR 300",
        "mybank.example/account/login",
        "youtube.com/watch",
        "it cost PKR 150000",
        "Our driver was Lithuanian",
        "We stayed at Premier Inn 3 nights in May.",
        "When did you place the order?\nCustomer: 12/05/2024",
        "Which year did you take out the policy?\nCustomer: 2019",
        "https://x.example/products/iPhone15ProMax",
        "ticket 4500\u20ac 2 days before",
        "I flew 1200000 miles",
        "the postcode in 2023 changed",
        "my password is 365 days old",
        "For my birthday we stayed there on 5 March.",
        "My birthday dinner on 12 June was ruined",
        "There was no 2019 budget for it",
        "On my birthday, Halloween decorations fell",
    ],
)
def test_a_number_or_a_word_of_everyday_stays(redactor: Redactor, text: str) -> None:
    assert _redacted(redactor, text) == text


@pytest.mark.parametrize("code", ["2019-04-30", "30/04/2019", "04/30/19", "2019-21", "2019/2021"])
def test_dates_and_spans_of_years_are_of_the_calendar(code: str) -> None:
    assert is_calendar(code)


@pytest.mark.parametrize("code", ["2024/1734", "2023-0481", "20-45-77", "40-12-09", "84.05.03"])
def test_dates_that_there_are_not_are_numbers(code: str) -> None:
    assert not is_calendar(code)


def test_a_column_holds_dates_and_prices_alone() -> None:
    assert is_column("9.00 - 17.30")
    assert not is_column("12.50\n07700 900123")
    assert not is_column("01 23 45 67 89")
