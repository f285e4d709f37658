"""Dates as people write and say them: in figures, with a month's name, in words alone."""

import re

from corpora.redaction.number_words import ORDINAL, YEAR, YEAR_BEFORE_2000

# English months may be cut short; of other languages only whole names are known.
MONTH = (
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
    r"|j\u00e4nner|januari?|janvier|enero|gennaio|janeiro|stycznia|ledna|janu\u00e1r|ianuarie"
    r"|februari?|f\u00e9vrier|febrero|febbraio|fevereiro|lutego|\u00fanora|febru\u00e1r|m\u00e4rz"
    r"|maart|marzo|mar\u00e7o|marca|b\u0159ezna|m\u00e1rcius|avril|abril|aprile|kwietnia|dubna"
    r"|\u00e1prilis|mai|mei|maj|mayo|maggio|maio|maja|kv\u011btna|m\u00e1jus|juin|junio|giugno"
    r"|junho|czerwca|\u010dervna|j\u00fanius|juillet|julio|luglio|julho|lipca|\u010dervence"
    r"|j\u00falius|ao\u00fbt|agosto|sierpnia|srpna|augusztus|wrze\u015bnia|z\u00e1\u0159\u00ed"
    r"|szeptember|octobre|octubre|ottobre|outubro|oktober|okt\u00f3ber|pa\u017adziernika"
    r"|\u0159\u00edjna|noviembre|novembro|listopadu?a?|dezember|d\u00e9cembre|diciembre|dicembre"
    r"|dezembro|prosince|grudnia|desember|ocak|\u015fubat|mart|nisan|may\u0131s|haziran|temmuz"
    r"|a\u011fustos|eyl\u00fcl|ekim|kas\u0131m|aral\u0131k)"
)
_DAY = r"\d\d?(?:st|nd|rd|th|er|\.|\u00ba)?"
_YEAR = r"(?:\d{4}|['\u2019\u2018]?\d\d)(?!\d)"
_MARK = r" ?[-./] ?"
FEAST = (
    r"(?:mid-?summer(?:['\u2019]?s)?(?: day| eve)?|christmas(?: day| eve)?|boxing day|new year"
    r"['\u2019]?s(?: day| eve)?|hallowe['\u2019]?en|valentine['\u2019]?s(?: day)?|easter"
    r"(?: sunday| monday)?|good friday|leap(?: year)? day|st\.? \w{3,10}['\u2019]?s day"
    r"|independence day|bastille day|all saints['\u2019]?(?: day)?)"
)
"""A day that has a name."""

WITH_YEAR = (
    rf"(?:\d{{4}}{_MARK}\d\d?{_MARK}\d\d?\.?|\d\d?{_MARK}\d\d?{_MARK}{_YEAR}"
    rf"|\d\d? \d\d? (?:19|20)\d\d(?!\d)"
    rf"|{_DAY}(?: of| de| di)?[ /-]?{MONTH},?(?: de| del)?[ /-]{_YEAR}"
    rf"|{MONTH} (?:the )?{_DAY},? {_YEAR}|\d{{4}},?\.? {MONTH} {_DAY}"
    rf"|(?:on )?(?:the )?{ORDINAL}(?: day)?(?: of)?(?: the)? (?:{MONTH}|{ORDINAL}),?"
    rf"(?: in)?(?: the year)? (?:{YEAR}|{_YEAR})|{MONTH}(?: the)? {ORDINAL},? (?:{YEAR}|{_YEAR})"
    rf"|(?:on )?{FEAST},?(?: in| of)? (?:{_YEAR}|{YEAR}))"
)
"""A day of a certain year."""
WITHOUT_YEAR = (
    rf"(?:{_DAY}(?: of)?[ -]{MONTH}|{MONTH} (?:the )?{_DAY}|(?:the )?{ORDINAL} (?:of )?{MONTH}"
    rf"|{MONTH} (?:the )?{ORDINAL})"
)
"""A day of any year."""

_OLD_YEAR = r"(?:19\d\d|200[0-4])"
LONG_AGO = re.compile(
    rf"(?<![\w/.-])(?:(?:[0-3]?\d[-./][01]?\d|[01]?\d[-./][0-3]?\d)[-./](?:{_OLD_YEAR}|[3-9]\d)|{_OLD_YEAR}-\d\d-\d\d"
    rf"|{_DAY}[ -]{MONTH},? (?:19[0-9]\d|200[0-4]|['\u2019]?[4-9]\d)|{MONTH} {_DAY},? {_OLD_YEAR}"
    r")(?![\w/-]|\.\d|:\d)",
    re.IGNORECASE,
)
"""A full date so long ago that a customer's story has hardly another reason to name it."""
LONG_AGO_IN_WORDS = re.compile(
    rf"\b(?:the )?{ORDINAL}(?: of)?(?: the)? (?:{MONTH}|{ORDINAL}),?(?: in)? {YEAR_BEFORE_2000}",
    re.IGNORECASE,
)
