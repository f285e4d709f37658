"""Redaction of whole records: what goes, what stays, and that it fails closed."""

import pytest

from corpora.errors import RedactionError
from corpora.redaction import Redactor


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize(
    ("text", "secret", "placeholder"),
    [
        ("Write to jo.smith@example.com today.", "jo.smith@example.com", "[EMAIL_1]"),
        ("Ring me on +44 20 7946 0018 after six.", "7946", "[PHONE_1]"),
        ("They charged 4111 1111 1111 1111 twice.", "4111", "[CARD_1]"),
        ("Refund to DE89 3704 0044 0532 0130 00 please.", "0532", "[IBAN_1]"),
        ("My booking reference is QX7T2P and nobody found it.", "QX7T2P", "[ID_1]"),
        ("Thanks to Mrs Okonkwo at the desk.", "Okonkwo", "[EMPLOYEE_1]"),
    ],
)
def test_personal_data_becomes_a_typed_placeholder(
    redactor: Redactor, text: str, secret: str, placeholder: str
) -> None:
    redacted = redactor.redact(text)

    assert secret not in redacted.text
    assert placeholder in redacted.text


def test_every_mention_of_a_person_gets_the_same_placeholder(redactor: Redactor) -> None:
    text = (
        "Dear Priya Raman, I spoke with your colleague. Priya, he promised a call. "
        "Is that Ms Raman's team?"
    )

    redacted = redactor.redact(text)

    assert "Priya" not in redacted.text
    assert "Raman" not in redacted.text
    assert list(redacted.counts.values()) == [1]


def test_what_is_no_personal_data_stays(redactor: Redactor) -> None:
    text = "Flew BA123 to Madrid on Monday, 14 March, paid 120.50 and slept at the Grand Hotel."

    assert redactor.redact(text).text == text


def test_masks_that_were_there_before_stay(redactor: Redactor) -> None:
    text = "On XX/XX/2019 XXXX told me that [CUSTOMER_1] owed nothing."

    assert redactor.redact(text).text == text


def test_offsets_lead_back_to_the_text_before(redactor: Redactor) -> None:
    text = "Please mail jo.smith@example.com about the late parcel."
    redacted = redactor.redact(text)
    start = redacted.text.index("late")

    span = redacted.offsets.to_input(start, start + len("late"))

    assert text[span.start : span.end] == "late"


def test_redacting_twice_changes_nothing_more(redactor: Redactor) -> None:
    once = redactor.redact("Thanks to Mrs Okonkwo, she rang me on +44 20 7946 0018.").text

    assert redactor.redact(once).text == once


def test_a_record_too_long_to_check_is_refused(redactor: Redactor) -> None:
    with pytest.raises(RedactionError) as caught:
        redactor.redact("Mrs Okonkwo helped. " * 150_000)

    assert "Okonkwo" not in str(caught.value)


@pytest.mark.parametrize("unit", ["a:", "1", "@", "A ", "Mr ", "1-"])
def test_a_long_run_of_one_thing_is_no_trap(redactor: Redactor, unit: str) -> None:
    text = unit * (50_000 // len(unit))

    # A pattern that backtracks would run for hours here, not be a little slower.
    assert redactor.redact(text).text
