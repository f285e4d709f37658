"""What a redactor does under a policy: keeps, generalises, and lets nothing else through."""

import pytest

from corpora.redaction import RedactionPolicy, Redactor
from corpora.redaction.policy import Action
from corpora.story import Span


def redactor_that(**types: Action) -> Redactor:
    return Redactor(policy=RedactionPolicy(types=types))


@pytest.fixture(scope="module")
def coarse() -> Redactor:
    return redactor_that(ADDRESS="generalise", DATE_OF_BIRTH="generalise", DATE="generalise")


@pytest.fixture(scope="module")
def with_staff() -> Redactor:
    return redactor_that(EMPLOYEE="keep")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was born on 3 March 1984.", "I was born on March 1984."),
        ("Send it to 14 Rose Lane, Leeds LS6 2QT.", "Send it to Leeds."),
        ("Send it to 14 Rose Lane and ring.", "Send it to [ADDRESS_1] and ring."),
        ("It broke on 3 May 2024.", "It broke on May 2024."),
        # A town that is a name too, and figures that would make a date with the month.
        ("Send it to 9 Elm Road, Lincoln LN1 2AB.", "Send it to Lincoln."),
        ("My date of birth: 12 03/03/1984", "My date of birth: 12 March 1984"),
    ],
)
def test_generalised_words_stand_and_no_later_scan_takes_them(
    coarse: Redactor, text: str, expected: str
) -> None:
    assert coarse.redact(text).text == expected


def test_offsets_lead_from_generalised_words_to_what_they_stand_for(coarse: Redactor) -> None:
    text = "Dear Tomasz, I moved to 14 Rose Lane, Leeds LS6 2QT, and all was well."

    redacted = coarse.redact(text)

    start = redacted.text.index("Leeds")
    assert redacted.offsets.to_input(start, start + 5) == Span(24, 51)
    assert text[24:51] == "14 Rose Lane, Leeds LS6 2QT"
    assert dict(redacted.counts) == {"EMPLOYEE": 1}


def test_a_plain_date_stays_by_default(redactor: Redactor) -> None:
    assert redactor.redact("It broke on 3 May 2024.").text == "It broke on 3 May 2024."


def test_an_employee_stays_and_the_customer_does_not(with_staff: Redactor) -> None:
    redacted = with_staff.redact(
        "The waiter Marco was kind. My wife Elena thanked Marco.\nRegards,\nHannah Whitcombe"
    )

    assert redacted.text == (
        "The waiter Marco was kind. My wife [PERSON_1] thanked Marco.\nRegards,\n[CUSTOMER_1]"
    )
    assert dict(redacted.counts) == {"CUSTOMER": 1, "PERSON": 1}


def test_a_name_of_which_nothing_is_said_does_not_stay_as_an_employees(
    with_staff: Redactor,
) -> None:
    redacted = with_staff.redact("Then Elena came, and Tomasz at the front desk smiled.")

    assert redacted.text == "Then [EMPLOYEE_1] came, and Tomasz at the front desk smiled."


def test_an_employee_who_shares_a_name_with_the_customer_is_masked(with_staff: Redactor) -> None:
    redacted = with_staff.redact("My name is Maria Smith. The nurse Maria Lopez helped me.")

    assert "Maria" not in redacted.text


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "PHONE",
            "Ring 07700 900461, my booking is 559201.",
            "Ring 07700 900461, my booking is [ID_1].",
        ),
        (
            "URL",
            "See linkedin.com/in/hannah-whitcombe - I am Hannah Whitcombe.",
            "See linkedin.com/in/[CUSTOMER_1]-[CUSTOMER_1] - I am [CUSTOMER_1].",
        ),
        (
            "URL",
            "It is at https://shop.example.com/pay?card=4111111111111111 now.",
            "It is at https://shop.example.com/pay?card=[CARD_1] now.",
        ),
        (
            "ADDRESS",
            "Hannah Whitcombe\n14 Rose Lane\nLeeds LS6 2QT",
            "[EMPLOYEE_1]\n14 Rose Lane\nLeeds LS6 2QT",
        ),
    ],
)
def test_what_is_kept_stays_but_not_what_is_masked_in_it_or_beside_it(
    kind: str, text: str, expected: str
) -> None:
    redactor = Redactor(policy=RedactionPolicy(types={kind: "keep"}))

    assert redactor.redact(text).text == expected


def test_a_policy_that_keeps_everything_changes_nothing() -> None:
    text = "Dear Tomasz, I was born on 3 March 1984 at 14 Rose Lane, call 07700 900461. Priya"
    policy = RedactionPolicy(types=dict.fromkeys(RedactionPolicy().types, "keep"))

    redacted = Redactor(policy=policy).redact(text)

    assert redacted.text == text
    assert not redacted.counts
