"""Numbers and dates that are said: masked where they are somebody's, left where they count."""

import pytest

from corpora.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ring oh seven seven double oh, nine hundred, one two four", "ring [PHONE_1]"),
        ("it's K L stroke four four one, nine two eight", "it's [ID_1]"),
        ("Visa. 4 9 1 6, 3 3 2 0, 0 0 7 1, 5 5 3 9.", "Visa. [CARD_1]."),
        ("card four nine one six, star star, star star, two one oh four", "card [CARD_1]"),
        ("born the fourth of May nineteen fifty-two", "born [DATE_OF_BIRTH_1]"),
        ("Birth date? Twelfth of the ninth, sixty-eight.", "Birth date? [DATE_OF_BIRTH_1]."),
        ("my birthday, it's 14 aug '71, same", "my birthday, it's [DATE_OF_BIRTH_1], same"),
        ("geboren am 14. M\u00e4rz 1971 in Ulm", "geboren am [DATE_OF_BIRTH_1] in Ulm"),
        ("guest list: 11/12/58, vegan", "guest list: [DATE_OF_BIRTH_1], vegan"),
    ],
)
def test_what_is_said_is_masked(redactor: Redactor, text: str, expected: str) -> None:
    assert redactor.redact(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "I counted one, two, three, four, five, six, seven and breathed.",
        "Two of us waited twenty minutes, then one more hour.",
        "The form shows 00.00.0000 as the birth date.",
        "It happened on the fourth of May, at half past three.",
        "Under HJR-192, UCC 3-603 and UCC 3-311 the debt is void.",
    ],
)
def test_counting_and_waiting_stay(redactor: Redactor, text: str) -> None:
    assert redactor.redact(text).text == text
