"""Tell the encodings of Western office programs apart by whether their letters look natural.

`caf\\xe9` is `café` in cp1252 and `cafÈ` in Mac Roman; `don\\xd5t` is `donÕt` and `don’t`. A
statistical detector needs more text than a survey answer has, so the few accented letters and
quotation marks of English text are judged by the places they stand in.
"""

# ruff: noqa: RUF001, RUF002 - quotation marks and dashes are what this file is about

WESTERN_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_FREE = set("’‘“”–—…•€£¥§©®™°·½¼¾«»¿¡²³¹ºªµ±×÷‹›†\xa0\xad´")
_IN_WORDS = set("’‘´–—…·\xa0\xad")
_OPENING_ONLY = set("‚„¿¡")
_RARE = set("ÿþðÞÐ")
_MIN_NATURAL_SHARE = 0.9
_MAX_HIGH_LETTER_SHARE = 0.3  # Western text is mostly ASCII; Russian read as cp1252 is not


def guess_western(sample: bytes) -> str | None:
    """Return the first candidate under which `sample`, lines not in UTF-8, looks natural."""
    for encoding in WESTERN_ENCODINGS:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if looks_natural(text):
            return encoding
    return None


def looks_natural(text: str) -> bool:
    """Whether the characters beyond ASCII stand where English and its neighbours put them."""
    high = [position for position, character in enumerate(text) if character > "\x7f"]
    if not high:
        return True
    natural = sum(_is_natural(text, position) for position in high)
    letters = sum(character.isalpha() for character in text)
    high_letters = sum(text[position].isalpha() for position in high)
    return (
        natural >= _MIN_NATURAL_SHARE * len(high)
        and high_letters <= _MAX_HIGH_LETTER_SHARE * letters
    )


def _is_natural(text: str, position: int) -> bool:
    character = text[position]
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if character in _RARE or "\x80" <= character <= "\x9f":
        return False
    if character in _OPENING_ONLY:
        return not before.isalnum()
    if character in _FREE:
        return character in _IN_WORDS or not (before.isalpha() and after.isalpha())
    if not character.isalpha():
        return False
    if character.isupper():
        return after.isalpha() and not before.islower() and before not in ".,!?;:"
    return before.isalpha() or after.isalpha() or character == "à"
