"""Dates of birth; dates of anything else stay."""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import is_before_a_unit
from corpora.redaction.finds import Find, find, near
from corpora.redaction.written_dates import (
    FEAST,
    LONG_AGO,
    LONG_AGO_IN_WORDS,
    WITH_YEAR,
    WITHOUT_YEAR,
)

_CUE = (
    r"(?:d\.?o\.?b\b\.?|(?:date|day|year|place and date) of birth|birth ?-?dates?|born|birth ?days?"
    r"|b-?day|birth|geb(?:oren|\.)|geburts(?:datum|tag)|geboorte(?:datum|dag)|n\u00e9e? le"
    r"|date de naissance|nacid[oa]|fecha de nacimiento|nat[oa] (?:il|a)\b|data di nascita"
    r"|nascid[oa]|data de nascimento|urodz\w{2,6}|data urodzenia|\bur\.|naroz\w{2,6}"
    r"|datum narozen\u00ed|f\u00f6dd|f\u00f8dt|f\u00f8dselsdato|f\u00f6delse\w{2,6}|syntynyt"
    r"|syntym\u00e4aika|sz\u00fclet\w{2,6}|ro\u0111en\w?|data na\u0219terii|n\u0103scut\w?"
    r"|do\u011fum(?: tarihi)?)"
)
_BIRTH_CUE = re.compile(rf"\b{_CUE}", re.IGNORECASE)
_DATE_WITH_YEAR = re.compile(rf"(?<![\d/.-])(?<!\w){WITH_YEAR}(?!\w)", re.IGNORECASE)
_BIRTH_REACH = 120  # characters: a question and its answer
_BEHIND_THE_CUE = re.compile(
    r"(?:\s(?:is|was|on|as|in \w{2,20} on|(?:my|his|her) \w{2,12} on)|[ ]?[:=,(-]){0,3}"
    rf"(?:\sthe)?\s{{0,2}}\(?(?=\w)({WITH_YEAR}|{WITHOUT_YEAR})(?!\w)",
    re.IGNORECASE,
)
_DAY = rf"(?: the)?\s({FEAST}|{WITHOUT_YEAR})(?!\w)"
# "falls on the third of June"; but a birthday kept "at the hotel on 5 March" names a visit.
_DAY_BEHIND = re.compile(rf"(?:\s(?:is|was|falls|fell)(?: on)?|\son){_DAY}", re.IGNORECASE)
_BORN_SOMEWHERE = re.compile(
    rf"(?<=born)\s(?:at|in)(?: (?!and\b)\w{{1,12}}){{1,3}} on{_DAY}", re.IGNORECASE
)
# What companies, houses and rules have instead of a birth.
_OTHER_EVENT = re.compile(
    r"\b(?:since|opened|founded|built|established|est\.?|dated|until|launched|signed|effective"
    r"|published|sort code|number|renovated|version|act of|law of|says|shows?)\b[^.\n]{0,16}$"
    r"|\b(?:firmware|release|build|ios|android)[ :v]{0,3}$",
    re.IGNORECASE,
)
_EVENT_REACH = 32


def birth_dates(text: str) -> Iterator[Find]:
    """Yield dates behind "born", in the answer to a question for one, and dates of long ago."""
    scanned = 0  # what stands behind two cues is read once
    for cue in _BIRTH_CUE.finditer(text):
        if close := _BEHIND_THE_CUE.match(text, cue.end()):
            yield from _real(text, *close.span(1))
        for pattern in (_DAY_BEHIND, _BORN_SOMEWHERE):
            if day := pattern.match(text, cue.end()):
                yield find("DATE_OF_BIRTH", text, *day.span(1))
        begin = max(scanned, cue.end())
        scanned = cue.end() + _BIRTH_REACH
        if begin >= scanned:
            continue
        for found in near(_DATE_WITH_YEAR, text, begin, scanned - begin):
            yield from _real(text, *found.span())
    for pattern in (LONG_AGO, LONG_AGO_IN_WORDS):
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - _EVENT_REACH) : found.start()]
            if not _OTHER_EVENT.search(before) and not is_before_a_unit(text, found.end()):
                yield from _real(text, *found.span())


def _real(text: str, start: int, end: int) -> Iterator[Find]:
    """Yield the date unless it is the blank of a form: 00.00.0000."""
    digits = [c for c in text[start:end] if c.isdigit()]
    if not digits or any(c != "0" for c in digits):
        yield find("DATE_OF_BIRTH", text, start, end)
