"""Codes that leave no doubt by their looks alone: tracking codes, UUIDs, long groups."""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import is_amount, is_calendar, is_flight

_LONG_CODE = re.compile(
    r"(?<![\w$\u00a3\u20ac.-])(?=[A-Za-z-]{0,40}\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,6}(?![\w-])"
)
_LETTERS_AND_DIGITS = re.compile(r"[A-Z]{1,4}\d{5,12}[A-Z]{0,3}")
_FIVE_DIGITS = re.compile(r"\d{5}")
# One to four capitals, then six digits or more in groups: "DA 448 201", "E 5571 200 4".
_GROUPS = re.compile(
    r"(?<![\w$\u00a3\u20ac/.-])(?:[A-Z]{1,4}[ -]?\d{2,7}(?:[ -]\d{1,4}){1,5}(?:[ -][A-Z])?"
    r"|[A-Z]{1,4}[ -]\d{5,12}(?:-?[A-Z\d]{1,2})?|\d{2,3}[A-Z] \d{6,9})(?![\w-]|[.,/:]\d)"
)
# "UA/2024/07731", "C/90041/77"
_SLASHED = re.compile(r"(?<![\w./-])[A-Z0-9]{1,6}(?:[/-][A-Z0-9]{1,8}){1,4}(?![\w/]|\.\w)")
_CURRENCY = re.compile(
    r"(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|HUF|CZK|RON|INR|RS|R|KR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|TRY"
    r"|ZAR|AED|BRL|MXN|KES|NGN|RM|ISK|PKR|THB|IDR|PHP|MYR|VND|KRW|TWD|EGP|SAR|QAR|ILS|BGN|RSD"
    r"|UAH|KSH|LKR|BDT|GHS|COP|ARS|CLP|PEN)\b"
)
_NO_CODE = re.compile(
    r"(?:GMT|UTC|AM|PM|ISO|BS|EN|DIN|RAL|HTTP|WH|RTX|GTX|MAY|JUN|JUL|TEL|MOB|DOB|FY|MON|TUE|WED"
    r"|THU|FRI|SAT|SUN|USC|UCC|CFR"  # books of law
    r"|A3\d\d-\d{3}|B7\d7-\d{3})\b"  # aircraft
)
_LEAST_DIGITS = 6


def coded_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where codes stand that need no word before them."""
    for found in _LONG_CODE.finditer(text):
        if _is_long_code(found.group()):
            yield found.span()
    for found in _GROUPS.finditer(text):
        code = found.group()
        is_money = _CURRENCY.match(code) or is_amount(text, *found.span())
        is_none = is_money or _NO_CODE.match(code) or is_flight(text, *found.span())
        if _digits(code) >= _LEAST_DIGITS and not is_none:
            yield found.span()
    if "/" not in text:
        return
    for found in _SLASHED.finditer(text):
        code = found.group()
        has_letters = any(c.isalpha() for c in code)
        if code.count("/") > 1 and has_letters and _digits(code) >= _LEAST_DIGITS:
            yield found.span()


def _digits(code: str) -> int:
    return sum(map(str.isdigit, code))


def _is_long_code(code: str) -> bool:
    """Whether a run is an identifier by its looks alone: a tracking code, a UUID, a long number."""
    if _LETTERS_AND_DIGITS.fullmatch(code):
        return True
    if len(code) < 8 or is_calendar(code):
        return False
    digits = _digits(code)
    if digits * 3 < len(code) or code.isdigit():
        return False
    # A 747-400 is no identifier, nor is a WH-1000XM4.
    is_serial = digits >= 6 and code.isalnum() and code.isupper()
    return digits >= 8 or is_serial or _FIVE_DIGITS.search(code) is not None
