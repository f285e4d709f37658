"""Ways to reach a person that Presidio does not know: spelt-out mails, handles, personal links.

Every repetition is bounded: time grows with the length of the text alone.
"""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.name_words import WORD_FIRST

_AT = r"(?: ?[\[({<] ?at ?[\])}>] ?| at )"
_DOT = r"(?: ?[\[({<] ?dot ?[\])}>] ?| dot |(?<=\w)\.(?=\w))"
_TOP = (
    r"(?:com|org|net|edu|gov|co|uk|de|fr|ie|eu|nl|es|it|gr|info|io|me|biz|us|ca|au|se|no|dk|fi|pl"
    r"|cz|at|ch|be|pt|ro|hu|in|jp|cn|br|nz|za|mail)"
)
# "jo dot smith at mail dot com", "jo [at] mail [dot] com", "jo @ mail . com"
_SPELT = re.compile(
    rf"\b[\w+-]{{1,40}}(?:(?:{_DOT}| underscore | dash )[\w+-]{{1,40}}){{0,4}}{_AT}"
    rf"[\w-]{{1,40}}(?:{_DOT}[\w-]{{1,40}}){{0,2}}{_DOT}{_TOP}\b"
    rf"|\b[\w.+-]{{1,64}} ?@ ?[\w-]{{1,40}}(?: ?\. ?[\w-]{{1,40}}){{0,2}} ?\. ?{_TOP}\b",
    re.IGNORECASE,
)
# "I looked at meetup.com" is no address: plain "at" with a plain point needs a word before it.
_SPELT_POINT = re.compile(r"\bdot\b|[@\[({<]|underscore", re.IGNORECASE)
_MAIL_CUE = re.compile(r"\b(?:e-?mail|mail|write|contact|reach)\b[^\n]{0,24}$", re.IGNORECASE)
_BROKEN = re.compile(r"[\w.+-]{1,64}@\s?[\w-]{1,40}(?:\s?\.\s?[\w-]{1,20}){1,3}")

_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'\u25a1]{3,400}"
    r"|(?<![\w@.-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}/[^\s<>\"'\u25a1]{1,400}",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"//[^/]{0,80}@"
    r"|/(?:in|u|users?|profiles?|people|members?|accounts?|customers?|clients?|cases?|tickets?"
    r"|invoices?|reset|verify|bookings?|orders?)/[^/?#]"
    r"|/~\w|/@\w"
    r"|(?<![\w-])(?:facebook|instagram|twitter|x|tiktok|linkedin|t|fb)\.(?:com|me)/(?!help|support)[\w.@-]{3}"
    r"|[?&;](?:user|username|e?mail|name|id|uid|token|ref|booking|order|account|session)\w{0,8}="
    r"|(?<![0-9a-f-])\d{8,}(?![0-9a-f])",
    re.IGNORECASE,
)


def contacts(text: str) -> Iterator[Find]:
    """Yield spelt-out mails, handles, account names, and links that lead to a person."""
    lower = text.casefold()
    if "@" in text or " at " in lower or "at]" in lower or "at)" in lower:
        for found in _SPELT.finditer(text):
            before = text[max(0, found.start() - 40) : found.start()]
            first = found.group().split(" ", 1)[0].casefold()
            is_told = _MAIL_CUE.search(before) is not None and first not in WORD_FIRST
            if _SPELT_POINT.search(found.group()) or is_told:
                yield find("EMAIL", text, *found.span())
    if "@" in text:
        for found in _BROKEN.finditer(text):
            yield find("EMAIL", text, *found.span())
    if "." in text:
        for found in _SITE.finditer(text):
            if _PERSONAL.search(found.group()):
                end = found.end() - len(found.group()) + len(found.group().rstrip(".,;:!?)]"))
                yield find("URL", text, found.start(), end)
