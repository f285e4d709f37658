"""Runs of seven digits or more that no recogniser knows: fictitious or foreign phones, numbers."""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import holds_date, is_amount, is_column
from corpora.redaction.finds import Find, find
from corpora.redaction.public_contacts import is_hotline
from corpora.redaction.recognisers import NUMBER_RUN

_PHONE_CUE = re.compile(
    r"\b(?:phone|telephone|tel|call(?:ed|ing)?|mobile|cell|whats ?app|text(?:ed)?|fax|reach|ring"
    r"|landline|contact)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
# "DOG 00412 31": the zero begins no phone number, unless the letters say so.
_LETTERS_BEFORE = re.compile(r"(?:^|\s)(?!TEL|MOB|CELL|FAX|T |M )[A-Z]{1,4}[ -]$")
_PARTS = re.compile(r"\s*\n\s*|\s{2,}|[()]")
_BLANK = frozenset("0 .-/")  # 00.00.0000: a form left blank
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
        if is_column(run.group()):
            continue
        if is_hotline(run.group()) or set(run.group()) <= _BLANK:
            continue
        groups = _PARTS.split(run.group().strip("(+"))
        is_list = digits <= _MOST_DIGITS_IN_GROUPS and all(len(group) < 7 for group in groups)
        if is_list or is_amount(text, start, end):
            continue
        is_told = _PHONE_CUE.search(text[max(0, start - 48) : start]) is not None
        is_coded = _LETTERS_BEFORE.search(text[max(0, start - 6) : start]) is not None
        is_phone = (run.group()[0] in "+(0" and not is_coded) or (
            digits <= _MOST_DIGITS_OF_A_PHONE and is_told
        )
        yield find("PHONE" if is_phone else "ID", text, start, end)
