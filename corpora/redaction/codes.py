"""Codes that stand for a person: bookings, orders, accounts, policies, passports.

A code is masked where words say what it is, or where its looks leave no doubt.
"""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import (
    is_amount,
    is_calendar,
    is_flight,
    is_money,
    is_round,
    is_told,
)
from corpora.redaction.code_shapes import coded_runs
from corpora.redaction.finds import Find, find

_SUBJECT = (
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
_LINK = (
    r"(?:[ \t]{0,2}(?:number|numbers|no\.?|nr\.?|num|id|code|ref(?:erence)?|key|tag|#|is|was|are"
    r"|of|the"
    r"|end(?:s|ed|ing)(?: in| with)?|starting(?: with)?|under|with|quoted?|which|my|:|=|-|\u2013"
    r"|\(|,|and|or))"
)
_CODE = r"[A-Za-z0-9](?:[A-Za-z0-9_]|[-/\u2013.](?=[A-Za-z0-9])){2,39}(?![\w])"
_GROUPED = r"\d{2,6}(?:[ -]\d{2,6}){1,5}(?![\w-])"
_SPACED = (
    r"(?-i:(?=[A-Z0-9 -]{0,8}\d)(?:[A-Z]{1,4}[ -]\d{3,12}|[A-Z0-9]{2,7})"
    r"(?:[ -](?=[A-Z]{0,5}\d)[A-Z0-9]{2,6}){0,5}(?:[ -][B-HJ-Z0-9])?)(?![\w/-])"
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
# "tag no DA 448 201", "umowa nr UA/2024/07731": a number of whatever kind.
_NUMBERED = re.compile(
    r"(?<!room )(?<!gate )(?<!seat )(?<!page )(?<!suite )(?<!house )(?<!table )(?<!train )"
    r"(?<!bus )(?<!flight )(?<!item )(?<!model )(?<!platform )(?<!product )(?<!cabin )"
    r"\b(?:no|nr|num|number|n\u00ba|n\u00b0|nummer|numer|says|reads)\b[.:]?(?: (?:is|was))?[ \t]"
    rf"[#\"'(\u201c]?({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(
    r"\bsort(?: ?codes?)?\b(?:[ ]?(?:is|was|no|number|[-:=(.])){0,3}[ ]?(\d\d[- ]\d\d[- ]\d\d)\b",
    re.IGNORECASE,
)
_MAC_ADDRESS = re.compile(r"(?<![\w:-])((?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2})(?![\w:-])", re.I)
_LABELLED = re.compile(
    rf"\b{_SUBJECT}(?: ?(?:number|no|nr|num)\b\.?)?[ \t:#]{{1,3}}$", re.IGNORECASE
)
_LABEL_REACH = 40
_SECRET = re.compile(
    r"\b(?:cvv2?|cvc|pin(?: code| number)?|one-time code|otp|pass(?:code|word)"
    r"|(?:security|door|gate|entry|alarm) code(?: you (?:texted|sent|gave)(?: me| us)?)?)"
    r"(?: is| was|:|,| =){0,2} (\d{3,8})\b",
    re.IGNORECASE,
)
_NOT_A_CODE = re.compile(
    r"\b(?:room|gate|flight|seat|store|unit|page|bus|train|table|row|bed|pizza)s?\s$", re.I
)
# "5000mAh", "180x200", "10-14 business days", "14-17 June": sizes, spans of days.
_MEASURE = re.compile(
    r"\d+(?:x\d+)+|\d+(?:mah|mm|cm|ml|kg|kwh?|px|dpi|rpm|m?hz|ghz|tb|w|v|a)", re.I
)
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
_HASH = re.compile(r"(?<![\w&])#\s?((?:[A-Z]{1,4}-?)?\d{5,20}(?:-\d{1,8}){0,3})\b")
_NAMED_FIELD = re.compile(r"(?:DOB|TEL|MOB|IBAN|PIN)\b")  # the next field of a form
_LOCATOR_SHAPE = re.compile(r"[A-Z0-9]{6}")
_LOCATOR = ("pnr", "ref", "loc", "code", "booking", "confirmation", "reservation")


def codes(text: str) -> Iterator[Find]:
    """Yield codes and numbers that lead to a person."""
    for secret in (_SORT_CODE, _SECRET, _MAC_ADDRESS):
        for found in secret.finditer(text):
            yield find("ID", text, *found.span(1))
    dialogue = (_ANSWER,) if "\n" in text else ()
    for pattern in (_IN_CONTEXT, *dialogue, _NUMBERED, _HASH):
        for found in pattern.finditer(text):
            if _is_code(text, *found.span(1), is_asked=pattern is _ANSWER):
                yield find("ID", text, *found.span(1))
    for start, end in coded_runs(text):
        yield find("ID", text, start, end)


def _is_code(text: str, start: int, end: int, *, is_asked: bool) -> bool:
    """Whether what follows "booking", "order" ... is a code and no word, amount, date or flight."""
    code = text[start:end]
    digits = sum(map(str.isdigit, code))
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
        before = text[max(0, start - 16) : start].casefold()
        return any(w in before for w in _LOCATOR)
    return digits >= 4 or (digits >= 2 and len(code) >= 5 and code.upper() == code)


def _is_labelled(text: str, start: int) -> bool:
    """Whether the word for what has a number, or "number", stands right before."""
    return _LABELLED.search(text[max(0, start - _LABEL_REACH) : start]) is not None


def _is_measure(text: str, start: int, end: int) -> bool:
    """Whether it is a size, a span of days, or a count behind "of" or a speaker's label."""
    code = text[start:end]
    if _MEASURE.fullmatch(code) or (_SPAN.fullmatch(code) and _DAYS.match(text, end)):
        return True
    before = text[max(0, start - _LABEL_REACH) : start]
    is_short = code.isdigit() and len(code) < _LEAST_DIGITS_UNLABELLED
    return is_short and bool(_OF.search(before) or _SPEAKER.search(before))
