"""Mail addresses that are spelt out, spaced or broken: "jo dot smith at mail dot com".

Every repetition is bounded: time grows with the length of the text alone.
"""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.name_words import WORD_FIRST
from corpora.redaction.public_contacts import is_desk

# What the mark and the point are called, in the languages that have their own words for them.
_AT_WORD = (
    r"(?:at|\u00e4t|arroba|arobase|chiocciola|apestaart(?:je)?|ma\u0142pa|zavin\u00e1\u010d|kukac"
    r"|snabel-?a|klammeraffe|et|miukumauku)"
)
_DOT_WORD = r"(?:dot|punkt|point|punto|ponto|kropka|te\u010dka|bodka|pont|punt|piste|punktum|prik)"
_AT = rf"(?: ?[\[({{<*_-]{{1,2}} ?(?:{_AT_WORD}|@) ?[\])}}>*_-]{{1,2}} ?|,? {_AT_WORD},? )"
_DOT = (
    rf"(?: ?[\[({{<*_-]{{1,2}} ?(?:{_DOT_WORD}|\.) ?[\])}}>*_-]{{1,2}} ?|,? {_DOT_WORD},? "
    r"|(?<=\w)\.(?=\w))"
)
_MARK = r"(?:,? (?:underscore|dash|hyphen|minus|plus),? )"
_TOP = (
    r"(?:com|org|net|edu|gov|co|uk|de|fr|ie|eu|nl|es|it|gr|info|io|me|biz|us|ca|au|se|no|dk|fi|pl"
    r"|cz|at|ch|be|pt|ro|hu|in|jp|cn|br|nz|za|mail|example|sk|si|hr|bg|lt|lv|ee|tr|ru|ua|mx|ar)"
)
_NAME = r"[\w+-]{1,40}"
# "mail me at jo dot smith": the address begins behind "at".
_NO_NAME = r"(?:me|us|him|her|them|it|is|was|you|e?-?mail|address|contact|reach|available|found)"
_SPELT = re.compile(
    rf"\b(?!{_NO_NAME}\b){_NAME}(?:(?:{_DOT}|{_MARK}|, | for \w{{3,8}}, ){_NAME}){{0,7}}{_AT}"
    rf"{_NAME}(?:{_DOT}{_NAME}){{1,3}}\b",
    re.IGNORECASE,
)
_PROVIDERS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|gmx|proton(?:mail)?|live|msn|web|mac)"
)
_KNOWN_PROVIDER = re.compile(
    rf"\b{_NAME}(?:(?:{_DOT}|{_MARK}){_NAME}){{0,4}}(?:{_AT}|@){_PROVIDERS}\b"
    rf"|\b[\w.+-]{{3,40}} ?\({_PROVIDERS}\)",
    re.IGNORECASE,
)
# "I looked at meetup.com" is no address: plain "at" with a plain point needs a word before it.
_SPELT_POINT = re.compile(rf"\b(?:{_DOT_WORD}|underscore)\b|[@\[({{<]", re.IGNORECASE)
_SPELT_MARK = re.compile(rf"[\d._@(\[]|\b(?:{_DOT_WORD}|underscore)\b", re.IGNORECASE)
_DOT_COM_AS_A_WORD = re.compile(r" at (?:the|a|this|that|its|some) ", re.IGNORECASE)
_TOP_AT_END = re.compile(rf"\.{_TOP}$", re.IGNORECASE)
_MAIL_CUE = re.compile(r"\b(?:e-?mail|mail|write|contact|reach)\b[^\n]{0,24}$", re.IGNORECASE)
_CUE_REACH = 40
_BROKEN = re.compile(
    # "jan@x.deben@y.de": the second of two has lost its beginning.
    r"[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}(?:@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}){1,8}"
    r"|[\w.+-]{1,64}@\s?[\w-]{1,40}(?:(?:\.[\w-]{1,20}){1,3}|(?:\s?\.\s?[\w-]{1,20}){1,3})"
    rf"|[\w.+-]{{1,64}}@[\w-]{{1,40}},{_TOP}\b"
    r"|\b(?:[^\W_][ ._]{1,3}){2,40}\w?\s?@\s?(?:\w ){0,40}\w{0,40}"
    r"(?: ?\. ?[\w-]{1,20}){1,3}"
    rf"|\b[\w.+-]{{1,64}} ?@ ?{_PROVIDERS}\b"
    rf"|\b[\w.+-]{{1,64}} ?@ ?[\w-]{{1,40}}(?: ?\. ?[\w-]{{1,40}}){{0,2}} ?\. ?{_TOP}\b",
    re.IGNORECASE,
)
_SPELT_ANCHOR = re.compile(
    rf"[ (\[{{<*_-]{_AT_WORD}[ ,)\]}}>*_-]|\((?:{_PROVIDERS})\)|[(\[]@", re.IGNORECASE
)


def spelt_mails(text: str) -> Iterator[Find]:
    """Yield mail addresses that no usual pattern knows."""
    if "@" in text:
        for found in _BROKEN.finditer(text):
            if not is_desk(found.group()):
                yield find("EMAIL", text, *found.span())
    if not _SPELT_ANCHOR.search(text):
        return
    for found in _KNOWN_PROVIDER.finditer(text):
        if not _is_talk(text, found):
            yield find("EMAIL", text, *found.span())
    for found in _SPELT.finditer(text):
        if _DOT_COM_AS_A_WORD.search(found.group()):
            continue
        if _SPELT_POINT.search(found.group()) or (
            _TOP_AT_END.search(found.group()) and not _is_talk(text, found)
        ):
            yield find("EMAIL", text, *found.span())


def _is_talk(text: str, found: re.Match[str]) -> bool:
    """Whether "at gmail" is part of a sentence: no word for mail before, or a plain word."""
    before = text[max(0, found.start() - _CUE_REACH) : found.start()]
    first = found.group().split(" ", 1)[0].casefold()
    if _SPELT_MARK.search(found.group().rsplit(" ", 1)[0]) and first not in WORD_FIRST:
        return False
    return _MAIL_CUE.search(before) is None or first in WORD_FIRST
