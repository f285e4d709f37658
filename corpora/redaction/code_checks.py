"""Whether what stands behind "booking" or "number" is a code, and no amount, date or size."""

import re

from corpora.redaction.amounts import (
    is_amount,
    is_calendar,
    is_flight,
    is_full_date,
    is_money,
    is_round,
    is_told,
)

SUBJECT = (
    r"(?:booking|reservation|confirmation|reference|ref|pnr|locator|order|tracking|parcel|shipment"
    r"|consignment|invoice|receipt|case|ticket|claim|complaint|incident|policy|contract|agreement"
    r"|account|acct|a/c|customer|client|member(?:ship)?|loyalty|rewards?|club ?card"
    r"|frequent fl[iy]er"
    r"|miles|avios|skywards|bonvoy|honors|card|patient|hospital|nhs|passport|licen[cs]e|insurance"
    r"|national insurance|ni|social security|ssn|tax|employee|staff|badge|student|library|sort code"
    r"|serial|file|dossier|frame|chassis|vin|meter|imei|subscriber|voucher|job|work ?order"
    r"|repair|return|rma|request|service|id|e-?ticket|tag|pass|payroll|dispute|mandate|docket"
    r"|permit|enrol?ment|residence|sim|router|luggage|baggage|waybill|awb|transaction|giro"
    r"|pension|vat|nino|medicare|aadhaar|pesel|dni|cpf|bsn|oib|cnp|personnummer|codice fiscale"
    r"|umowa|zam\u00f3wienie|kundennummer|vertrag|bestell\w{2,8}|rendel\u00e9s\w{0,4})"
)
"""What has a number that leads to a person, as a pattern."""
_LABELLED = re.compile(
    rf"\b{SUBJECT}(?: ?(?:number|no|nr|num)\b\.?)?[ \t:#]{{1,3}}$", re.IGNORECASE
)
_LABEL_REACH = 40
_NOT_A_CODE = re.compile(
    r"\b(?:room|gate|flight|seat|store|unit|page|bus|train|table|row|bed|pizza)s?\s$", re.I
)
# "5000mAh", "180x200", "10-14 business days", "14-17 June": sizes, spans of days.
_MEASURE = re.compile(
    r"(?<!\d)\d{1,6}(?:mah|mm|cm|ml|kg|kwh?|px|dpi|rpm|m?hz|ghz|tb)"
    r"|(?<!\d)\d{1,4}[wv]|(?<!\d)\d{1,3}a",
    re.I,
)
_SIZE = re.compile(r"(?<!\d)\d{1,5}(?:x\d{1,5}){1,3}")
_SPAN = re.compile(r"\d{1,3}[-\u2013]\d{1,3}")
_DAYS = re.compile(
    r" (?:(?:working|business|calendar|school|week) ?)?days?\b"
    r"| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof $", re.IGNORECASE)
# "Customer: 1733 late again" has the speaker's label; a customer's number has five digits or more.
_SPEAKER = re.compile(
    r"(?:^|\n)(?:customer|client|patient|employee|staff|student|guest): $", re.IGNORECASE
)
_LEAST_DIGITS_UNLABELLED = 5
_ASKS_WHEN = re.compile(
    r"\b(?:when|what (?:day|date|year|time)|which (?:day|date|year))\b[^?\n]{0,60}\?", re.IGNORECASE
)
_QUESTION_REACH = 120
_NAMED_FIELD = re.compile(r"(?:DOB|TEL|MOB|IBAN|PIN)\b")  # the next field of a form
_LOCATOR_SHAPE = re.compile(r"[A-Z0-9]{6}")
_LOCATOR = ("pnr", "ref", "loc", "code", "booking", "confirmation", "reservation")


def is_code(text: str, start: int, end: int, *, is_asked: bool) -> bool:
    """Whether what follows "booking", "order" ... is a code and no word, amount, date or flight."""
    code, before = text[start:end], text[max(0, start - _QUESTION_REACH) : start]
    digits = sum(map(str.isdigit, code))
    if is_full_date(code) or (is_asked and _ASKS_WHEN.search(before)):
        return False
    if is_calendar(code) and not is_asked and not is_told(text, start):
        return False
    if is_money(text, start, end) or (
        is_amount(text, start, end) and (is_round(code) or not _is_labelled(text, start))
    ):
        return False
    if is_flight(text, start, end) or _NAMED_FIELD.match(code):
        return False
    if not is_asked and _is_measure(text, start, end):
        return False
    if _NOT_A_CODE.search(text[max(0, start - 10) : start].rstrip("# ") + " "):
        return False
    if digits < 2 and _LOCATOR_SHAPE.fullmatch(code):
        # An airline's record locator may hold letters alone: six signs right behind its cue.
        return any(word in before[-16:].casefold() for word in _LOCATOR)
    return digits >= 4 or (digits >= 2 and len(code) >= 5 and code.upper() == code)


def _is_labelled(text: str, start: int) -> bool:
    """Whether the word for what has a number, or "number", stands right before."""
    return _LABELLED.search(text[max(0, start - _LABEL_REACH) : start]) is not None


def _is_measure(text: str, start: int, end: int) -> bool:
    """Whether it is a size, a span of days, or a count behind "of" or a speaker's label."""
    code = text[start:end]
    if _SIZE.fullmatch(code):
        return True
    is_measure = _MEASURE.fullmatch(code) and not _is_labelled(text, start)
    if is_measure or (_SPAN.fullmatch(code) and _DAYS.match(text, end)):
        return True
    before = text[max(0, start - _LABEL_REACH) : start]
    is_short = code.isdigit() and len(code) < _LEAST_DIGITS_UNLABELLED
    return is_short and bool(_OF.search(before) or _SPEAKER.search(before))
