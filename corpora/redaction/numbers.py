"""Numbers that stand for a person: bookings, orders, accounts, plates, dates of birth.

A code is masked where words say what it is, or where it is too long to be a price, a time or a
model name. Flight numbers, prices, amounts and dates of events stay.
"""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.recognisers import NUMBER_RUN

_SUBJECT = (
    r"(?:booking|reservation|confirmation|reference|ref|pnr|locator|order|tracking|parcel|shipment"
    r"|consignment|invoice|receipt|case|ticket|claim|complaint|incident|policy|contract|agreement"
    r"|account|acct|a/c|customer|client|member(?:ship)?|loyalty|rewards?|club ?card|frequent fl[iy]er"
    r"|miles|avios|skywards|bonvoy|honors|card|patient|hospital|nhs|passport|licen[cs]e|insurance"
    r"|national insurance|ni|social security|ssn|tax|employee|staff|badge|student|library|sort code"
    r"|serial|file|dossier|frame|chassis|vin|meter|imei|subscriber|voucher|job|work ?order|repair|return|rma|request|service|id)"
)
_LINK = (
    r"(?:[ \t]{0,2}(?:number|numbers|no\.?|nr\.?|num|id|code|ref(?:erence)?|key|tag|#|is|was|are|of|the"
    r"|end(?:s|ed|ing)(?: in| with)?|starting(?: with)?|under|with|quoted?|which|my|:|=|-|\u2013|\(|,|and|or))"
)
_CODE = r"[A-Za-z0-9](?:[A-Za-z0-9_]|[-/\u2013.](?=[A-Za-z0-9])){2,39}(?![\w])"
_GROUPED = r"\d{2,6}(?:[ -]\d{2,6}){1,5}(?![\w-])"
_SPACED = r"(?-i:(?=[A-Z0-9 ]{0,8}\d)(?:[A-Z]{2,4} \d{5,12}|[A-Z0-9]{2,6}(?: [A-Z0-9]{2,4}){1,5}(?: [A-Z])?))(?!\w)"
_IN_CONTEXT = re.compile(
    rf"\b{_SUBJECT}{_LINK}{{0,4}}[ \t]{{0,2}}\n?[#\"'(\u201c]?({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
# "Your policy number?" - "It's HOM 448 120 77": the answer stands in the next turn of a dialogue.
_ANSWER = re.compile(
    rf"\b{_SUBJECT}\b[^\n?]{{0,40}}[?.]\**[ \t]?\n[^\n:]{{1,24}}:\**[ \t]{{1,3}}"
    rf"(?:(?:it's|its|it is|sure|yes|yeah|um|uh|ok|okay|one second|hang on|that's|the|is|number|of course)"
    rf"[,. ]{{1,3}}){{0,4}}({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(r"\bsort code:?(?: is)? (\d\d[- ]\d\d[- ]\d\d)\b", re.IGNORECASE)
_NOT_A_CODE = re.compile(
    r"\b(?:room|gate|flight|seat|store|unit|page|bus|train|table|row|bed|pizza)s?\s$", re.I
)
_HASH = re.compile(r"(?<![\w&])#\s?((?:[A-Z]{1,4}-?)?\d{5,20}(?:-\d{1,8}){0,3})\b")
_LONG_CODE = re.compile(r"(?<![\w$\u00a3\u20ac.-])[A-Za-z0-9]+(?:-[A-Za-z0-9]+){0,6}(?![\w-])")
_LOCATOR = ("pnr", "ref", "loc", "code", "booking", "confirmation", "reservation")
_SECRET = re.compile(
    r"\b(?:cvv2?|cvc|security code|pin(?: code| number)?|passcode|one-time code|otp)"
    r"(?: is| was|:|,| =){0,2} (\d{3,8})\b",
    re.IGNORECASE,
)
_LETTERS_AND_DIGITS = re.compile(r"[A-Z]{1,4}\d{5,12}[A-Z]{0,3}")
_FIVE_DIGITS = re.compile(r"\d{5}")
_MONEY_BEFORE = re.compile(
    r"[$\u00a3\u20ac\u00a5{]\s?[\d,.]{0,12}$|\b(?:usd|gbp|eur|rs|inr)\.?\s$", re.I
)
_MONEY_AFTER = re.compile(
    r"\s?(?:[%$\u00a3\u20ac]|(?:pounds?|dollars?|euros?|usd|gbp|eur|quid|bucks|points|people|miles|km|am|pm|hours?"
    r"|minutes?|mins|days?|nights?|weeks?|months?|years?|times|percent|stars?|items?|calls)\b)",
    re.IGNORECASE,
)
_FLIGHT = re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3}) ?\d{1,4}")
_FLIGHT_CUE = re.compile(
    r"\b(?:flight|flights|train|bus|gate|seat|room|flying)\b[^.\n]{0,12}$", re.I
)
_CALENDAR = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./]\d{2,4}|\d{1,2}[:.]\d\d(?:[ap]m)?|(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-\u2013/]\d\d(?:\d\d)?|\d{1,3}(?:st|nd|rd|th|am|pm|k|m|kg|gb|mb|hrs?|min)|24[-/]7",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)?\d\d|(?:19|20)\d\d)(?!\d)"
)
_PHONE_CUE = re.compile(
    r"\b(?:phone|telephone|tel|call(?:ed|ing)?|mobile|cell|whats ?app|text(?:ed)?|fax|reach|ring"
    r"|landline|contact)\b[^\n]{0,40}$",
    re.IGNORECASE,
)

_PLATE_GB = re.compile(r"(?<![\w-])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\w-])")
_PLATE = re.compile(
    r"\b(?:(?:number|licen[cs]e|registration|reg) ?plates?|registration(?: number| no\.?)?|reg(?: no\.?)?"
    r"|plates?|plated)(?: (?:number|no\.?|is|was|reads?|of|on it|said))?[ :,(\"'\u201c]{1,3}"
    r"((?=[A-Z0-9 \u00c0-\u00dc-]{0,10}\d)[A-Z0-9\u00c0-\u00dc]{1,8}(?:[ -]{1,2}[A-Z0-9]{1,7}){0,3})(?!\w)"
)

_PLATE_BEFORE = re.compile(
    r"\b((?=[A-Z]*\d)[A-Z0-9]{5,8}),? (?:is the |is my )?"
    r"(?:licen[cs]e|number|registration|reg) ?(?:plate|number)\b"
)
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


def numbers(text: str) -> Iterator[Find]:
    """Yield codes and numbers that lead to a person."""
    for found in _BIRTH.finditer(text):
        yield find("DATE_OF_BIRTH", text, *found.span(1))
    for cue in _BIRTH_CUE.finditer(text):
        for found in _DATE_WITH_YEAR.finditer(text, cue.end(), cue.end() + _BIRTH_REACH):
            yield find("DATE_OF_BIRTH", text, *found.span())
    for found in _PLATE_GB.finditer(text):
        yield find("PLATE", text, *found.span())
    for found in (*_PLATE.finditer(text), *_PLATE_BEFORE.finditer(text)):
        yield find("PLATE", text, *found.span(1))
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
    yield from _long_numbers(text)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether what follows "booking", "order" ... is a code and no word, amount, date or flight."""
    code = text[start:end]
    digits = sum(map(str.isdigit, code))
    if _CALENDAR.fullmatch(code) or _is_amount(text, start, end):
        return False
    if _NOT_A_CODE.search(text[max(0, start - 10) : start].rstrip("# ") + " "):
        return False
    if _FLIGHT.fullmatch(code) and _FLIGHT_CUE.search(text[max(0, start - 30) : start]):
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
    if len(code) < 8 or _CALENDAR.fullmatch(code):
        return False
    digits = sum(map(str.isdigit, code))
    if digits * 3 < len(code) or code.isdigit():
        return False
    return (
        digits >= 8
        or (digits >= 6 and code.isalnum() and code.isupper())
        or _FIVE_DIGITS.search(code) is not None
    )  # a 747-400 is no identifier


def _is_amount(text: str, start: int, end: int) -> bool:
    return bool(
        _MONEY_BEFORE.search(text[max(0, start - 16) : start]) or _MONEY_AFTER.match(text, end)
    )


def _long_numbers(text: str) -> Iterator[Find]:
    """Yield runs of seven digits or more: fictitious or foreign phones, and numbers without a word."""
    for run in NUMBER_RUN.finditer(text):
        start, end = run.span()
        parts = re.split(r"\s*\n\s*|\s{2,}|[()]", run.group().strip("(+"))
        digits = sum(map(str.isdigit, run.group()))
        if _DATED.search(run.group()) and digits <= 12:
            continue
        if _is_amount(text, start, end) or (digits <= 8 and all(len(p) < 7 for p in parts)):
            continue
        before = text[max(0, start - 48) : start]
        phone = run.group()[0] in "+(0" or (digits <= 12 and _PHONE_CUE.search(before))
        yield find("PHONE" if phone else "ID", text, start, end)
