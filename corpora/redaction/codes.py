"""Codes that stand for a person: bookings, orders, accounts, policies, passports.

A code is masked where words say what it is, or where its looks leave no doubt.
"""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import is_amount, is_calendar, is_flight
from corpora.redaction.finds import Find, find

_SUBJECT = (
    r"(?:booking|reservation|confirmation|reference|ref|pnr|locator|order|tracking|parcel|shipment"
    r"|consignment|invoice|receipt|case|ticket|claim|complaint|incident|policy|contract|agreement"
    r"|account|acct|a/c|customer|client|member(?:ship)?|loyalty|rewards?|club ?card"
    r"|frequent fl[iy]er"
    r"|miles|avios|skywards|bonvoy|honors|card|patient|hospital|nhs|passport|licen[cs]e|insurance"
    r"|national insurance|ni|social security|ssn|tax|employee|staff|badge|student|library|sort code"
    r"|serial|file|dossier|frame|chassis|vin|meter|imei|subscriber|voucher|job|work ?order"
    r"|repair|return|rma|request|service|id)"
)
_LINK = (
    r"(?:[ \t]{0,2}(?:number|numbers|no\.?|nr\.?|num|id|code|ref(?:erence)?|key|tag|#|is|was|are"
    r"|of|the"
    r"|end(?:s|ed|ing)(?: in| with)?|starting(?: with)?|under|with|quoted?|which|my|:|=|-|\u2013"
    r"|\(|,|and|or))"
)
_CODE = r"[A-Za-z0-9](?:[A-Za-z0-9_]|[-/\u2013.](?=[A-Za-z0-9])){2,39}(?![\w])"
_GROUPED = r"\d{2,6}(?:[ -]\d{2,6}){1,5}(?![\w-])"
_SPACED = (
    r"(?-i:(?=[A-Z0-9 ]{0,8}\d)(?:[A-Z]{2,4} \d{5,12}"
    r"|[A-Z0-9]{2,6}(?: [A-Z0-9]{2,4}){1,5}(?: [A-Z])?))(?!\w)"
)
_IN_CONTEXT = re.compile(
    rf"\b{_SUBJECT}{_LINK}{{0,4}}[ \t]{{0,2}}\n?[#\"'(\u201c]?({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
# "Your policy number?" - "It's HOM 448 120 77": the answer stands in the next turn of a dialogue.
_ANSWER = re.compile(
    rf"\b{_SUBJECT}\b[^\n?]{{0,40}}[?.]\**[ \t]?\n[^\n:]{{1,24}}:\**[ \t]{{1,3}}"
    rf"(?:(?:it's|its|it is|sure|yes|yeah|um|uh|ok|okay|one second|hang on|that's|the|is|number"
    rf"|of course)"
    rf"[,. ]{{1,3}}){{0,4}}({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(r"\bsort code:?(?: is)? (\d\d[- ]\d\d[- ]\d\d)\b", re.IGNORECASE)
_SECRET = re.compile(
    r"\b(?:cvv2?|cvc|security code|pin(?: code| number)?|passcode|one-time code|otp)"
    r"(?: is| was|:|,| =){0,2} (\d{3,8})\b",
    re.IGNORECASE,
)
_NOT_A_CODE = re.compile(
    r"\b(?:room|gate|flight|seat|store|unit|page|bus|train|table|row|bed|pizza)s?\s$", re.I
)
_HASH = re.compile(r"(?<![\w&])#\s?((?:[A-Z]{1,4}-?)?\d{5,20}(?:-\d{1,8}){0,3})\b")
_LONG_CODE = re.compile(r"(?<![\w$\u00a3\u20ac.-])[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,6}(?![\w-])")
_LOCATOR = ("pnr", "ref", "loc", "code", "booking", "confirmation", "reservation")
_LETTERS_AND_DIGITS = re.compile(r"[A-Z]{1,4}\d{5,12}[A-Z]{0,3}")
_FIVE_DIGITS = re.compile(r"\d{5}")


def codes(text: str) -> Iterator[Find]:
    """Yield codes and numbers that lead to a person."""
    for secret in (_SORT_CODE, _SECRET):
        for found in secret.finditer(text):
            yield find("ID", text, *found.span(1))
    for pattern in (_IN_CONTEXT, _ANSWER, _HASH):
        for found in pattern.finditer(text):
            if _is_code(text, *found.span(1)):
                yield find("ID", text, *found.span(1))
    for found in _LONG_CODE.finditer(text):
        if _is_long_code(found.group()):
            yield find("ID", text, *found.span())


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether what follows "booking", "order" ... is a code and no word, amount, date or flight."""
    code = text[start:end]
    digits = sum(map(str.isdigit, code))
    if is_calendar(code) or is_amount(text, start, end):
        return False
    if is_flight(text, start, end):
        return False
    if _NOT_A_CODE.search(text[max(0, start - 10) : start].rstrip("# ") + " "):
        return False
    if digits == 0:
        # An airline's record locator may hold letters alone: six capitals right behind its cue.
        before = text[max(0, start - 16) : start].casefold()
        return len(code) == 6 and code.isupper() and any(w in before for w in _LOCATOR)
    return digits >= 4 or (digits >= 2 and len(code) >= 5 and code.upper() == code)


def _is_long_code(code: str) -> bool:
    """Whether a run is an identifier by its looks alone: a tracking code, a UUID, a long number."""
    if _LETTERS_AND_DIGITS.fullmatch(code):
        return True
    if len(code) < 8 or is_calendar(code):
        return False
    digits = sum(map(str.isdigit, code))
    if digits * 3 < len(code) or code.isdigit():
        return False
    # A 747-400 is no identifier, nor is a WH-1000XM4.
    is_serial = digits >= 6 and code.isalnum() and code.isupper()
    return digits >= 8 or is_serial or _FIVE_DIGITS.search(code) is not None
