"""Digits that are no identifiers: money, counts, dates, times, flights."""

import re

_MONEY_BEFORE = re.compile(
    r"[$\u00a3\u20ac\u00a5{]\s?[\d,.]{0,12}$|\b(?:usd|gbp|eur|rs|inr)\.?\s$", re.I
)
_MONEY_AFTER = re.compile(
    r"\s?(?:[%$\u00a3\u20ac]|(?:pounds?|dollars?|euros?|usd|gbp|eur|quid|bucks|points|people"
    r"|miles|km|am|pm|hours?"
    r"|minutes?|mins|days?|nights?|weeks?|months?|years?|times|percent|stars?|items?|calls)\b)",
    re.IGNORECASE,
)
_FLIGHT = re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3}) ?\d{1,4}")
_FLIGHT_CUE = re.compile(
    r"\b(?:flight|flights|train|bus|gate|seat|room|flying)\b[^.\n]{0,12}$", re.I
)
_CALENDAR = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./]\d{2,4}|\d{1,2}[:.]\d\d(?:[ap]m)?|(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-\u2013/]\d\d(?:\d\d)?|\d{1,3}(?:st|nd|rd|th|am|pm|k|m|kg|gb|mb|hrs?|min)"
    r"|24[-/]7",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d-\d\d?-\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)?\d\d|(?:19|20)\d\d)(?!\d)"
)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether money or a unit stands beside the number `text[start:end]`."""
    before = text[max(0, start - 16) : start]
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, end))


def is_flight(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a flight, a train, a gate or a seat."""
    if not _FLIGHT.fullmatch(text, start, end):
        return False
    return _FLIGHT_CUE.search(text[max(0, start - 30) : start]) is not None


def is_calendar(code: str) -> bool:
    """Whether the whole of `code` is a date, a year, a time or a span of them."""
    return _CALENDAR.fullmatch(code) is not None


def holds_date(run: str) -> bool:
    """Whether a run of digits holds a date."""
    return _DATED.search(run) is not None
