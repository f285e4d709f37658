"""Whether what looks like a street with its number is a date, a count or a firm."""

import re

from corpora.redaction.address_tails import tail_end
from corpora.redaction.amounts import is_amount
from corpora.redaction.number_words import TEENS, UNITS
from corpora.redaction.street_words import PARTICLE

# "In 2021 Wells Fargo Bank", "on 14 March Barclays Bank", "3 Star Lodge", "one Tesco Bank card"
_YEAR = re.compile(r"(?:19|20)\d\d\s")
_BEFORE_A_YEAR = re.compile(r"\b(?:in|since|by|of|from|until|till|before|after|during|for) $", re.I)
_NO_FIRST_WORD = re.compile(
    r"\S+\s(?:Stars?|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|AM|PM)\b"
)
_SMALL_CARDINAL = re.compile(rf"(?:{UNITS}|{TEENS})\s", re.IGNORECASE)
_SURE_STREET = re.compile(
    r"\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Grove|Mews)\b"
)
# Words of other languages that stand in small letters in English too: "via Doha 12 hours late".
_ENGLISH_TOO = re.compile(rf"(?:via|place|route|cours|largo)\s(?!{PARTICLE}\s)|\S+ put ")
_DIGIT = re.compile(r"\d")
_LAST_NUMBER = re.compile(r"\d+[A-Za-z]?$")
_YEAR_REACH = 10  # characters from "in" to a year


def is_no_address(text: str, start: int, end: int) -> bool:
    """Whether what looks like a street with its number is a date, a count or a firm."""
    figure = _DIGIT.search(text, start, end)
    begin = figure.start() if figure else start  # words may stand before the house
    said = text[begin:end]
    before = text[max(0, begin - _YEAR_REACH) : begin]
    if _NO_FIRST_WORD.match(said) or (_YEAR.match(said) and _BEFORE_A_YEAR.search(before)):
        return True
    if _SMALL_CARDINAL.match(said) and not _SURE_STREET.search(said):
        return True
    if number := _LAST_NUMBER.search(said):
        is_english = _ENGLISH_TOO.match(text, start) is not None and tail_end(text, end) == end
        return is_english or is_amount(text, begin + number.start(), end)
    return False
