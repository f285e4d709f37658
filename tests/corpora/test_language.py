"""Languages by example: English must stay English, and too little must stay undetermined."""

import pytest

from corpora.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "The room was cold and nobody at the desk cared.",
        "TERRIBLE SERVICE, NEVER AGAIN WITH THIS COMPANY",
        "i asked 4 a refund n they said no lol, wont be back",
        "The waiter shrugged, said 'je ne sais pas, monsieur' and walked away from our table.",
        "[CUSTOMER_1] called [EMPLOYEE_1] about the broken kettle and was told to wait.",
        "Customer: My order never came.\nAgent: I am sorry to hear that, let me look.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Paket kam nie an und niemand hat mir geholfen.", "de"),
        ("La chambre était sale et le personnel désagréable.", "fr"),
        ("El pedido llegó tarde y nadie me pidió disculpas.", "es"),
        ("Обслуживание было ужасным", "ru"),
    ],
)
def test_other_languages_are_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "   ", "ok thx", "5/5 !!!", "[CUSTOMER_1] [EMPLOYEE_2] [ID_1] [ADDRESS_1]", "Muy bien"],
)
def test_too_little_text_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


def test_a_list_of_names_is_undetermined() -> None:
    assert detect_language("Maria Gonzalez, Pierre Dupont, Jürgen Müller") == "und"


def test_addresses_and_handles_do_not_count() -> None:
    text = "https://example.com/das/ist/eine/lange/adresse @der_kundendienst #danke"

    assert detect_language(text) == "und"


def test_foreign_names_do_not_make_a_text_foreign() -> None:
    text = (
        "At Trattoria della Nonna the spaghetti alle vongole came late, and our server forgot us."
    )

    assert detect_language(text) in {"en", "und"}
