"""Customer, employee or somebody else: judged by who speaks and by the words around a name."""

import pytest

from corpora.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agent: Hi Evi, how can I help?", "[CUSTOMER_1]"),
        ("Agent: Hello, my name is Ines.\nCustomer: hi", "[EMPLOYEE_1]"),
        ("Customer: thanks Tomasz\nAgent: Bye.", "[EMPLOYEE_1]"),
        ("My name is Genevieve and I am cross.", "[CUSTOMER_1]"),
        ("The bill was wrong.\n\nKind regards,\nKevin Moreau", "[CUSTOMER_1]"),
        ("The receptionist, Bozena, drew us a map.", "[EMPLOYEE_1]"),
        ("Thanks to Kirsten for staying late.", "[EMPLOYEE_1]"),
        ("My husband Declan paid the bill.", "[PERSON_1]"),
        ("We apologise on behalf of the hotel, Mrs Osei.", "[CUSTOMER_1]"),
        ("I work at a bank. A customer named Toby came in.", "[CUSTOMER_1]"),
        ("I was on shift with my colleague Priyanka.", "[EMPLOYEE_1]"),
    ],
)
def test_the_role_is_read_from_the_context(redactor: Redactor, text: str, expected: str) -> None:
    assert expected in redactor.redact(text).text


def test_named_speakers_get_the_side_that_their_opening_shows(redactor: Redactor) -> None:
    text = "Renee: Good morning, Harper Clinic.\nAldous: Hi, I am ill.\nRenee: Oh no, Aldous."

    assert redactor.redact(text).text == (
        "[EMPLOYEE_1]: Good morning, Harper Clinic.\n[CUSTOMER_1]: Hi, I am ill.\n"
        "[EMPLOYEE_1]: Oh no, [CUSTOMER_1]."
    )
