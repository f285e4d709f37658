"""Names of accounts and handles: `@jane`, `u/jane`, "my username is jane_88"."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.word_lists import listed

_HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z_]\w{1,30}|(?<![\w/])/?u/[\w-]{3,20}\b")
# Support desks of companies are no persons.
_COMPANY_HANDLE = re.compile(
    r"air|fly|jet|help|support|care|service|hotel|bank|rail|train|official|team|uk$|usa$|store|shop"
    r"|mobile|telecom|energy|company|cust|brand|delta|united|amazon|uber|tesco|apple|hilton|channel"
    r"|everyone|here|other$|all$|home$",
    re.IGNORECASE,
)
_ACCOUNT_NAME = re.compile(
    r"\b(?:user ?names?|user ?id|log-?in(?: name| id)?|screen ?name|nick ?name on \w{1,20}|gamertag"
    r"|skype|telegram|snapchat|insta(?:gram)?|twitter|tiktok|psn|handle)"
    r"(?: (?:name|handle|account|id|there))?"
    r"(?: (?:was|is|as|being|in the app is)|\s?[:=])\s{1,2}"
    r"[\"'\u201c\u2018]?(@?[\w][\w.-]{2,30}\w)",
    re.IGNORECASE,
)
_USER = re.compile(
    r"\b(?:user ?name|user|account|login|member"
    r"|handle) ([a-z](?=[\w.-]{0,24}(?:[\d_]|\.\w))[\w.-]{1,24}\w)\b(?!\s?%)"
)
_LOOKS_MADE_UP = re.compile(r"[\d_@.]|[a-z][A-Z]|-")
_ASKED_NAME = re.compile(
    r"\buser ?name\?\n[^\n:]{1,24}:[ \t](?:(?:it's|its|sure|it is"
    r"|yes)[, ]{1,2}){0,2}(@?[\w.-]{3,30}\w)",
    re.I,
)
_NO_ACCOUNT_NAME = listed(
    """
    not the same that this wrong incorrect correct invalid blocked locked case-sensitive a an slow
    gone fine disabled expired locked out too back up working unavailable suspended required now
    still already always never very quite too really down broken
    """
)


def account_names(text: str) -> Iterator[Find]:
    """Yield handles that are no company's, and names that the text calls user name or login."""
    for found in _HANDLE.finditer(text) if "@" in text or "u/" in text else ():
        if not _COMPANY_HANDLE.search(found.group()):
            yield find("USERNAME", text, *found.span())
    for found in _ACCOUNT_NAME.finditer(text):
        name = found.group(1)
        if name.casefold() in _NO_ACCOUNT_NAME:
            continue
        # "my username: marble" is a name, "the login is slow" is none.
        owner = text[max(0, found.start() - 4) : found.start()].casefold().strip()
        told = found.group()[: -len(name)].rstrip(" \"'\u201c").endswith((":", "="))
        if told or owner in {"my", "his", "her"} or _LOOKS_MADE_UP.search(name):
            yield find("USERNAME", text, *found.span(1))
    for found in (*_USER.finditer(text), *_ASKED_NAME.finditer(text)):
        yield find("USERNAME", text, *found.span(1))
