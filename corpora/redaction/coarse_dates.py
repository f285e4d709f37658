"""From a day to its month: "3 March 1984" is "March 1984"; the day is gone for good."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.number_words import ORDINAL, YEAR

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_MONTH_OF = {name[:3].casefold(): name for name in _MONTHS}
_CENTURY_AND_YEAR = 4  # figures
UNCLEAR = "one day"
"""Stands for a date of which neither month nor year can be read."""

_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
_CAPITAL = rf"(?:{'|'.join(_MONTHS)}|{'|'.join(_MONTHS).upper()}|{_SHORT}|{_SHORT.upper()})"
# "the 2nd march", "5 may be late": in small letters these two are words first.
_SMALL = "|".join(name.casefold() for name in _MONTHS if name not in {"March", "May"})
_NAME = rf"(?:{_CAPITAL}|{_SMALL})(?!\w)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%:/]|[.,]\d)"
_DAYS = rf"(?:{_DAY}|{ORDINAL})(?:\s?(?:-|\u2013|to|and|or|until|till|&)\s?(?:the )?{_DAY})?"
_WITH_CENTURY = r"(?:,?\s(?:of |in )?(?:19|20)\d\d(?!\d)|\s['\u2019]\d\d(?!\d))"
_FREE = r"(?<![\w$\u00a3\u20ac.,:/-])"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:[Tt]he )?"
_WRITTEN = re.compile(
    rf"{_FREE}{_WEEKDAY}(?:"
    rf"{_DAYS}(?: of)?[ -]{_NAME}{_WITH_CENTURY}?"
    rf"|{_DAY}(?: of)? (?:march|may){_WITH_CENTURY}"
    rf"|{_NAME} (?:the )?{_DAYS}{_WITH_CENTURY}?"
    r"|(?:19|20)\d\d[-./][01]?\d[-./][0-3]?\d(?!\d)"
    r"|(?:[0-3]?\d[-./][0-3]?\d[-./](?:19|20)\d\d|[0-3]?\d/[0-3]?\d/\d\d|\d\d[-.]\d\d[-.]\d\d)"
    r"(?![\w/-]|\.\d)"
    r")"
)
_FIGURES = re.compile(r"(\d{1,4}) ?([-./ ]) ?(\d{1,2}) ?[-./ ] ?(\d{1,4})(?!\d)")
_DAY_BEFORE = re.compile(rf"\d|{ORDINAL}", re.IGNORECASE)
_WORD = re.compile(r"(?<![^\W\d_])(?<!st )(?<!st\. )[^\W\d_]{3,}")
_LONG_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CUT_YEAR = re.compile(r"['\u2019\u2018](\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"[ /-](\d\d)$")
_SAID_YEAR = re.compile(rf"\b{YEAR}$", re.IGNORECASE)


def written_days(text: str) -> Iterator[Find]:
    """Yield every date that names a day; a date in figures only where it has a year."""
    for found in _WRITTEN.finditer(text):
        yield find("DATE", text, *found.span())


def month_of(date: str) -> str | None:
    """Return month and year of a date, or the one of them that is sure; None where neither is.

    Which of two figures is the month is not guessed: "03/04/1984" gives the year alone.
    """
    if figures := _FIGURES.match(date):
        month, year = _of_figures(figures.group(1), figures.group(3), figures.group(4))
        if "." in figures.group(2) and len(figures.group(1)) < _CENTURY_AND_YEAR:
            month = _month(figures.group(3))  # with points the day comes first everywhere
        return " ".join(filter(None, (month, year))) or None
    words = (word for word in _WORD.finditer(date.casefold()) if word.group()[:3] in _MONTH_OF)
    found = next(words, None)
    month = _MONTH_OF[found.group()[:3]] if found else None
    # "3 March 84" ends with its year, "March 12" with its day.
    is_day_first = bool(found and _DAY_BEFORE.search(date[: found.start()]))
    year = _year_in_words(date, is_day_first)
    return " ".join(filter(None, (month, year))) or None


def _of_figures(first: str, second: str, third: str) -> tuple[str | None, str | None]:
    if len(first) == _CENTURY_AND_YEAR:
        return _month(second), _year(first)
    readings = {month for figure in (first, second) if (month := _month(figure))}
    return (readings.pop() if len(readings) == 1 else None), _year(third)


def _month(figure: str) -> str | None:
    return _MONTHS[int(figure) - 1] if 1 <= int(figure) <= len(_MONTHS) else None


def _year(figure: str) -> str | None:
    if len(figure) == _CENTURY_AND_YEAR:
        return figure if _LONG_YEAR.fullmatch(figure) else None
    return f"'{figure}" if len(figure) == 2 else None


def _year_in_words(date: str, is_day_first: bool) -> str | None:
    if long := _LONG_YEAR.search(date):
        return long.group()
    cut = _CUT_YEAR.search(date) or (_BARE_YEAR.search(date) if is_day_first else None)
    if cut:
        return f"'{cut.group(1)}"
    said = _SAID_YEAR.search(date)  # number words alone: nothing else can be in it
    return said.group() if said else None
