"""Whether what looks like a street with its number is a date, a count or a firm."""

import re

from corpora.redaction.address_tails import tail_end
from corpora.redaction.amounts import is_amount, is_calendar
from corpora.redaction.number_words import CARDINAL
from corpora.redaction.street_words import PARTICLE

# Kinds of street that firms and houses for guests are called by, too: "In 2021 Wells Fargo Bank",
# "on 14 March Barclays Bank", "a 3 Star Lodge", "one Tesco Bank card".
_FIRM = re.compile(r"\b(?:Bank|Lodge|Park|Plaza|Towers?|Gate|Bridge)\.?$")
_YEAR = re.compile(r"(?:19|20)\d\d\s")
_BEFORE_A_YEAR = re.compile(r"\b(?:in|since|by|of|from|until|till|before|after|during|for) $", re.I)
_NO_NAME = re.compile(
    r"(?<!\S)\S{1,12}\s(?:Stars?|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|AM|PM)\b"
)
_IN_WORDS = re.compile(rf"{CARDINAL}\s", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:at|in|to|number|live|lives|address:?|home|flat|outside) $", re.IGNORECASE
)
# Words of other languages that stand in small letters in English too.
_WAY = re.compile(rf"(?:via|place|route|cours)\s(?!{PARTICLE}\s)")
_COUNTED_WAY = re.compile(
    rf"(?:{CARDINAL}|(?<!\d)\d{{1,5}}),? (?:via|place|route|cours)\s", re.IGNORECASE
)
_SOMEBODY_PUT = re.compile(r"(?:I|We|You|He|She|They|It|Who) put ")
_DIGIT = re.compile(r"\d")
_LAST_NUMBER = re.compile(r"(?<!\d)\d{1,6}[A-Za-z]?$")
_MONTH_BEHIND = re.compile(
    r" (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", re.I
)
_REACH = 12  # characters before
_LEAST_DIGITS = 5


def is_no_address(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no address although it has the shape of one."""
    figure = _DIGIT.search(text, start, end)
    begin = figure.start() if figure else start  # words may stand before the house
    said = text[begin:end]
    before = text[max(0, begin - _REACH) : begin]
    if _FIRM.search(said) and _is_firm(said, before):
        return True
    if _SOMEBODY_PUT.match(text, start):
        return True
    has_tail = tail_end(text, end) > end
    if _COUNTED_WAY.match(text, start, end) and not has_tail and not _LIVES.search(before):
        return True
    before_all = text[max(0, start - _REACH) : start]
    if _WAY.match(text, start) and not has_tail and not _LIVES.search(before_all):
        return True
    return is_counted(text, start, end)


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the number at the end is a count or a day: "Premier Inn 3 nights"."""
    number = _LAST_NUMBER.search(text[start:end])
    if number is None:
        return False
    return is_amount(text, start + number.start(), end) or bool(_MONTH_BEHIND.match(text, end))


def is_no_postcode(text: str, start: int, end: int) -> bool:
    """Whether what stands behind "postcode" or "zip" is a year, a count or a short number."""
    said = text[start:end]
    is_short = said.isdigit() and len(said) < _LEAST_DIGITS
    return is_short or is_calendar(said) or is_amount(text, start, end)


def _is_firm(said: str, before: str) -> bool:
    if _NO_NAME.match(said) or (_YEAR.match(said) and _BEFORE_A_YEAR.search(before)):
        return True
    return bool(_IN_WORDS.match(said)) and not _LIVES.search(before)
