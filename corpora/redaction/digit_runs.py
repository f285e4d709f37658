"""Runs of seven digits or more that no recogniser knows: fictitious or foreign phones, numbers."""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import holds_date, is_amount
from corpora.redaction.finds import Find, find
from corpora.redaction.recognisers import NUMBER_RUN

_PHONE_CUE = re.compile(
    r"\b(?:phone|telephone|tel|call(?:ed|ing)?|mobile|cell|whats ?app|text(?:ed)?|fax|reach|ring"
    r"|landline|contact)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*\n\s*|\s{2,}|[()]")
_MOST_DIGITS_OF_A_DATE = 12  # with a time of day
_MOST_DIGITS_OF_A_PHONE = 12
_MOST_DIGITS_IN_GROUPS = 8  # "10 20 30 40" is a list; one group of seven digits is none


def digit_runs(text: str) -> Iterator[Find]:
    """Yield long numbers that are no amount and hold no date."""
    for run in NUMBER_RUN.finditer(text):
        start, end = run.span()
        digits = sum(map(str.isdigit, run.group()))
        if holds_date(run.group()) and digits <= _MOST_DIGITS_OF_A_DATE:
            continue
        groups = _PARTS.split(run.group().strip("(+"))
        is_list = digits <= _MOST_DIGITS_IN_GROUPS and all(len(group) < 7 for group in groups)
        if is_list or is_amount(text, start, end):
            continue
        is_told = _PHONE_CUE.search(text[max(0, start - 48) : start]) is not None
        is_phone = run.group()[0] in "+(0" or (digits <= _MOST_DIGITS_OF_A_PHONE and is_told)
        yield find("PHONE" if is_phone else "ID", text, start, end)
