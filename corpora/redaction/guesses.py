"""What a learned recogniser takes for a type of data that it cannot be, and what it reads in links.

It knows numbers by what stands around them, so that a section of law passes for somebody's id, and
a salary for an address of the internet. What can be checked is.
"""

import re

from corpora.redaction.amounts import is_amount, is_calendar, is_full_date, is_told
from corpora.redaction.number_words import NAUGHT, ORDINAL, TEENS, TENS, UNITS
from corpora.redaction.written_dates import FEAST

_NUMBER = re.compile(rf"\d|\b(?:{UNITS}|{TEENS}|{TENS}|{NAUGHT}|double|triple)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:{ORDINAL}|{FEAST})", re.IGNORECASE)
_NEEDS_NUMBER = frozenset({"CARD", "IBAN", "IP", "PHONE", "DATE_OF_BIRTH"})
_NO_AMOUNT = frozenset({"CARD", "IBAN", "IP", "PHONE", "ID", "PLATE"})
_LAW = re.compile(r"(?:\b|\d)(?:U\.? ?S\.? ?C|UCC|CFR|HJR)\b|\u00a7", re.IGNORECASE)
_LAW_REACH = 8  # characters from "15 U.S.C." to the number of its section


def is_possible(kind: str, text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` can be of a type that is no person."""
    said = text[start:end]
    is_day = kind == "DATE_OF_BIRTH" and _DAY.search(said)
    if kind in _NEEDS_NUMBER and not is_day and not _NUMBER.search(said):
        return False
    if kind not in _NO_AMOUNT:
        return True
    if is_full_date(said) or (is_calendar(said) and not is_told(text, start)):
        return False
    if is_amount(text, start, end):
        return False
    return not _LAW.search(text[max(0, start - _LAW_REACH) : end + 1])
