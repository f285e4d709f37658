"""Dates of birth; dates of anything else stay."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./ ]\d\d?[-./ ]\d{2,4}"
    rf"|\d\d?(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?(?:[ -]\d{{2,4}})?"
    rf"|{_MONTH} \d\d?(?:st|nd|rd|th)?,?(?: \d{{4}})?)(?!\w)"
)
_DATE_WITH_YEAR = re.compile(
    r"(?<![\d/.-])(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./ ]\d\d?[-./ ]\d{2,4}"
    rf"|\d\d?(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -]\d{{2,4}}"
    rf"|{_MONTH} \d\d?(?:st|nd|rd|th)?,? \d{{4}})(?!\w)",
    re.IGNORECASE,
)
_BIRTH_CUE = re.compile(r"\b(?:d\.?o\.?b\b|date of birth|birth ?date|born|birthday)", re.IGNORECASE)
_BIRTH_REACH = 120  # characters: a question and its answer
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|(?:date|day|place and date) of birth|birth ?date|born|birthday)"
    r"(?:\s(?:is|was|on|as|in \w{2,20} on|(?:my|his|her) \w{2,12} on)|[ ]?[:=,(-]){0,3}"
    rf"(?:\sthe)?\s{{0,2}}\(?({_DATE})",
    re.IGNORECASE,
)


def birth_dates(text: str) -> Iterator[Find]:
    """Yield dates right behind "born", and full dates within the answer to a question for one."""
    for found in _BIRTH.finditer(text):
        yield find("DATE_OF_BIRTH", text, *found.span(1))
    for cue in _BIRTH_CUE.finditer(text):
        for found in _DATE_WITH_YEAR.finditer(text, cue.end(), cue.end() + _BIRTH_REACH):
            yield find("DATE_OF_BIRTH", text, *found.span())
