"""Digits that are no identifiers: money, counts, dates, times, flights."""

import re

_MONEY_BEFORE = re.compile(
    r"[$\u00a3\u20ac\u00a5{]\s?[\d,.]{0,12}$|\b(?:usd|gbp|eur|rs|inr)\.?\s$", re.I
)
# A sign before a digit is that of the next number: "order 482913 \u00a340".
_MONEY_AFTER = re.compile(
    r"[$\u00a3\u20ac](?!\d)|[ \t][$\u00a3\u20ac](?!\s?\d)"
    r"|[ \t]?(?:%|(?:pounds?|dollars?|euros?|usd|gbp|eur|quid|bucks|percent)\b)",
    re.IGNORECASE,
)
# A unit before a colon is the next label: "Booking: 482913 / Nights: 3" on two lines.
_UNIT_AFTER = re.compile(
    r"[ \t](?:an?|per|each) (?:year|month|week|day|night|hour|person|head)\b"
    r"(?! (?:ago|later|before|after|late|early|back|since))"
    r"|[ \t]?(?:points|people|miles|km|am|pm|hours?|minutes?|mins|days?|nights?|weeks?|months?"
    r"|years?|times|stars?|items?|calls)\b(?![ ]?:)",
    re.IGNORECASE,
)
_MOST_DIGITS_OF_A_COUNT = 6
_MOST_DIGITS_BEHIND_A_LABEL = 4  # "membership 48213 points" is a member's number, and no count
_FLIGHT = re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3}) ?\d{1,4}")
_FLIGHT_CUE = re.compile(
    r"\b(?:flight|flights|train|bus|gate|seat|room|flying)\b[^.\n]{0,12}$", re.I
)
_CALENDAR = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./]\d{2,4}|\d{1,2}[:.]\d\d(?:[ap]m)?|(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-\u2013/](?:\d\d|(?:19|20)\d\d)|\d{1,3}(?:st|nd|rd|th|am|pm|k|m|kg|gb|mb|hrs?|min)"
    r"|24[-/]7",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\b(?:ending(?: in| with)?|ends (?:in|with)|last (?:four|4)(?: digits)?|badge|extension|ext"
    r"|passcode|password|door code|gate code|pin)"
    r"|(?<!room )(?<!gate )(?<!seat )(?<!page )(?<!table )(?<!train )(?<!bus )(?<!flight )"
    r"(?<!house )(?<!platform )(?<!model )(?<!item )(?<!product )(?<!suite )(?<!store )"
    r"\b(?:number|nr|no(?=[.:#])|(?:member|account|order|booking|case|claim|policy|customer|ticket"
    r"|invoice|card|staff|employee|badge) no))\b(?:[.,:=#(\"' \t]|\b(?:is|was|are)\b){1,8}$",
    re.IGNORECASE,
)
_TOLD_REACH = 32
_BETWEEN = re.compile(r"\s*\n\s*|\s+[-\u2013]\s+|\s{2,}")
_PRICE = re.compile(r"\d{1,4}[.]\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d(?: (?:19|20)\d\d)+")
_LONGEST_SPAN = 60  # years
_PARTS = re.compile(r"\d+")
_DATED = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)?\d\d|(?:19|20)\d\d)(?!\d)"
)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether money or a unit stands beside the number `text[start:end]`."""
    if is_money(text, start, end):
        return True
    said = text[start:end]
    is_count = is_round(said) or sum(map(str.isdigit, said)) <= _MOST_DIGITS_OF_A_COUNT
    return is_count and _UNIT_AFTER.match(text, end) is not None


def is_before_a_unit(text: str, end: int) -> bool:
    """Whether money or a unit stands right behind `end`."""
    return bool(_MONEY_AFTER.match(text, end) or _UNIT_AFTER.match(text, end))


def is_round(number: str) -> bool:
    """Whether a number is short or ends in hundreds, as counts do and numbers of things seldom."""
    digits = [c for c in number if c.isdigit()]
    return len(digits) <= _MOST_DIGITS_BEHIND_A_LABEL or digits[-2:] == ["0", "0"]


def is_money(text: str, start: int, end: int) -> bool:
    """Whether money stands beside the number `text[start:end]`; a unit does not count."""
    before = text[max(0, start - 16) : start]
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, end))


def is_told(text: str, start: int) -> bool:
    """Whether the words right before say that a number follows: "ending in", "number", "badge"."""
    return _TOLD.search(text[max(0, start - _TOLD_REACH) : start]) is not None


def is_flight(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a flight, a train, a gate or a seat."""
    if not _FLIGHT.fullmatch(text, start, end):
        return False
    return _FLIGHT_CUE.search(text[max(0, start - 30) : start]) is not None


def is_calendar(code: str) -> bool:
    """Whether the whole of `code` is a date that there is, a year, a time or a span of years."""
    if _CALENDAR.fullmatch(code) is None:
        return False
    parts = _PARTS.findall(code)
    if len(parts) == 3:
        return _is_date(*map(int, parts))
    if len(parts) == 2 and len(parts[0]) == 4:
        return _is_span(*parts)
    return True


def is_full_date(code: str) -> bool:
    """Whether the whole of `code` is a day, a month and a year in figures."""
    return is_calendar(code) and len(_PARTS.findall(code)) == 3


def _is_date(first: int, second: int, third: int) -> bool:
    """Whether three numbers can be a day, a month and a year."""
    if first > 1900:
        return second <= 12 and third <= 31
    return min(first, second) <= 12 and max(first, second) <= 31


def _is_span(year: str, until: str) -> bool:
    """Whether the second is a month, or a later year of the same years: 2019/20, 2019-2021."""
    if len(until) < 4:
        return int(until) <= 12 or 0 < int(until) - int(year[2:]) <= _LONGEST_SPAN
    return 0 < int(until) - int(year) <= _LONGEST_SPAN


def holds_date(run: str) -> bool:
    """Whether a run of digits holds a date."""
    return _DATED.search(run) is not None


def is_column(run: str) -> bool:
    """Whether a run of digits is dates, years, times or prices alone, in a span or a column."""
    pieces = [piece for piece in _BETWEEN.split(run.strip()) if piece]
    if len(pieces) == 1:
        return _YEARS.fullmatch(pieces[0]) is not None
    return all(
        is_calendar(each) or _PRICE.fullmatch(each) or _YEARS.fullmatch(each) for each in pieces
    )
