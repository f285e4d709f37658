"""Numbers spelt out for a listener: "oh seven seven double oh, nine hundred, one four two"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from corpora.redaction.finds import Find, find
from corpora.redaction.number_words import NAUGHT, TEENS, TENS, UNITS

_WORD = rf"(?:{UNITS}|{NAUGHT}|{TEENS}|{TENS})"
_TOKEN = (
    rf"(?:(?i:{_WORD}|hundred|thousand|double|triple|treble|dash|hyphen|stroke|slash|star|plus)\b"
    r"|[A-Z]{1,3}(?![\w'\u2019])|\d{1,4}(?!\w))"
)
_RUN = re.compile(rf"\b{_TOKEN}(?:(?:, ?|\.{{3}} ?| |-|, and | and ){_TOKEN}){{3,60}}")
_TOKENS = re.compile(_TOKEN)
_NUMBER_WORD = re.compile(
    rf"{_WORD}|hundred|thousand|double|triple|treble|dash|hyphen|stroke|slash|star|plus",
    re.IGNORECASE,
)
_BELOW_100 = rf"(?:{TENS}(?: {UNITS})?|{TEENS}|{UNITS})"
_QUANTITY = re.compile(
    rf"(?:(?:{_BELOW_100} )?thousand ?)?(?:(?:{_BELOW_100} )?hundred ?)?(?:{_BELOW_100})?",
    re.IGNORECASE,
)
_ONE_DIGIT = re.compile(rf"{UNITS}|{NAUGHT}", re.IGNORECASE)
_TWO_DIGITS = re.compile(rf"{TEENS}|{TENS}", re.IGNORECASE)
_REPEATED = {"double": 1, "triple": 2, "treble": 2}
_ORDER = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_CALL = re.compile(
    r"\b(?:call|ring|phone|tele\w*|mobile|cell|landline|reach|text|back)\b[^\n]{0,50}\n?[^\n]{0,24}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:number|code|pin|no|ref\w*|account|card|password|digits)\b[^\n]{0,30}$", re.IGNORECASE
)
_REACH = 90  # characters before a run: a question, the next speaker's label
_LEAST_DIGITS, _LEAST_DIGITS_TOLD = 6, 4
_DIGITS_OF_A_CARD = range(13, 20)
_DIGITS_OF_A_PHONE = range(9, 14)


def spoken_numbers(text: str) -> Iterator[Find]:
    """Yield numbers and codes that are said digit by digit."""
    for run in _RUN.finditer(text):
        tokens = [token.casefold() for token in _TOKENS.findall(run.group())]
        start = run.start() + (2 if tokens[0] == "i" and run.group()[1] == " " else 0)
        before = text[max(0, start - _REACH) : start]
        digits = sum(map(_digits, tokens))
        least = _LEAST_DIGITS_TOLD if _TOLD.search(before) else _LEAST_DIGITS
        if digits >= least and _is_dictated(tokens, run.group()):
            yield find(_kind(tokens, digits, before), text, start, run.end())


def _digits(token: str) -> int:
    """Return how many digits a token says; stars stand for hidden ones."""
    if token.isdigit():
        return len(token)
    if _ONE_DIGIT.fullmatch(token):
        return 1
    if _TWO_DIGITS.fullmatch(token) or token in {"hundred", "star"}:
        return 2
    return _REPEATED.get(token, 0)


def _is_dictated(tokens: list[str], run: str) -> bool:
    """Whether this is no counting, no list of marks and no run of usual figures."""
    words = [token for token in tokens if _NUMBER_WORD.fullmatch(token)]
    if _QUANTITY.fullmatch(" ".join(said for said in tokens if said != "and")):
        return False  # "one thousand two hundred and fifty": nobody dictates so
    if ", " not in run:  # "USD 100, EUR 90" is a list, "BK 12 TR 45" a code
        words += [said for said in tokens if said.isalpha() and len(said) > 1 and said not in words]
    letters = [token for token in tokens if token.isalpha() and token not in words]
    places = [_ORDER.index(token) for token in words if token in _ORDER]
    steps = {b - a for a, b in pairwise(places)}
    if len(places) == len(tokens) and steps in ({1}, {-1}):
        return False
    sections = [word for word in letters if len(word) == 3]
    if len(sections) > len(set(sections)):
        return False  # "HJR-192, UCC 3-603 and UCC 3-311": sections of laws
    if len(words) >= 3:  # "the twenty or thirty of us" is not a run; three words in one are
        return True
    is_single = all(len(said) == 1 or said in _REPEATED or said == "dash" for said in tokens)
    has_groups = " " in run.replace(", ", ",") or "-" in run
    return is_single and has_groups


def _kind(tokens: list[str], digits: int, before: str) -> str:
    if len(tokens) > 12 and len(tokens[0]) <= 2 and tokens[0].isalpha() and digits > 11:
        return "IBAN"
    if digits in _DIGITS_OF_A_CARD or "star" in tokens:
        return "CARD"
    is_phone = tokens[0] in {"oh", "o", "zero", "nought", "plus"} or _CALL.search(before)
    return "PHONE" if is_phone and digits in _DIGITS_OF_A_PHONE else "ID"
