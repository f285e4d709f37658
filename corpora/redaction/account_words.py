"""Words that announce the name of an account, and the shapes of lines that hold one."""

import re

from corpora.redaction.handles import TOKEN
from corpora.redaction.word_lists import listed

_SERVICE = (
    r"(?:skype|telegram|snap(?:chat)?|insta(?:gram)?|ig|twitter|tiktok|psn|xbox|steam|discord"
    r"|venmo|paypal|wechat|signal|threads|reddit|twitch|ebay|vinted|etsy)"
)
_ACCOUNT = (
    r"(?:user ?-?(?:names?|id)?|log-?in(?: name| id)?|screen ?name|display name|nick(?:name)?"
    r"|gamertag|handle|alias|account(?: name)?|profile(?: name)?|member(?: name)?|benutzername"
    r"|nutzername|identifiant|pseudo|usuario|nome utente|utilizador|gebruikersnaam"
    r"|anv\u00e4ndarnamn|brukernavn|brugernavn|u\u017cytkownik)"
)
# "my username: marble" is a name, "the login is slow" is none.
TOLD = re.compile(
    rf"\b(?P<owner>(?:my|his|her|their|our)\s)?(?:{_ACCOUNT}|{_SERVICE})(?: (?:name|handle"
    r"|account|id|there|in the app|on (?:here|there|\w{2,20})))?"
    r"(?: (?:was|is|as|being)|'s|\s?(?P<mark>[:=]))\s{1,2}[\"'\u201c\u2018]?"
    rf"(?P<name>{TOKEN})(?!@)",
    re.IGNORECASE,
)
IS_A_THING_TOO = re.compile(
    r"\b(?:signal|threads|steam|handle|profile|account|member)\b(?! (?:name|id|handle))",
    re.IGNORECASE,
)
"""Cues that are said of things as often as of the names of accounts."""
NEAR = re.compile(
    rf"\b(?:{_ACCOUNT}|{_SERVICE}|log(?:ged|ging)? ?(?:in|on|into)|sign(?:ed|ing)? in|seller"
    r"|buyer|reviewer|poster|redditor|posted|(?:reviewed|review|written|submitted) by"
    r"|comment(?:ed)?|aka|a\.k\.a\.|known as|goes by|(?:add|dm|follow|message|find) me|op|host"
    r"|uploaded)\b",
    re.IGNORECASE,
)
NEAR_REACH = 60  # characters behind such a word
_BYLINE = (
    r"(?:posted|review(?:ed)?|written|submitted|comment(?:ed)?|uploaded|from|by|author|user|aka"
    r"|a\.k\.a\.)"
)
LINES = (
    # "Review by jenny1975", "— user tom.k"
    re.compile(
        rf"(?:^|\n|[-\u2013\u2014] ?)(?:re:? |@)?(?:{_BYLINE}[ :]{{1,2}}){{1,2}}({TOKEN})"
        r"(?=[ \t]*(?:\n|$|[,|\u00b7(-]))",
        re.IGNORECASE,
    ),
    # the last line: "- jan.k", "petra88"
    re.compile(
        r"(?:\n[ \t]*|[.!?\u2026)] ?)[-\u2013\u2014~]{0,2} ?"
        r"([a-z][a-z.]{1,20}[a-z]?[._]?\d{1,4}|[a-z]{2,20}[._][a-z]{2,20})[ \t.!]*(?:$|\n\n)"
    ),
    # "What is your username?" - "It's petra88"
    re.compile(
        r"\b(?:user ?-?name|log-?in|screen ?name|handle)\b[^\n?]{0,20}\?\"?[^\n]{0,24}\n?"
        r"[^\n:]{0,24}:?[ \t]{1,3}(?:(?:it's|its|sure|it is|yes|um|uh|er|ok)[, ]{1,2}){0,3}"
        rf"[\"'\u201c]?({TOKEN})",
        re.IGNORECASE,
    ),
)
NO_ACCOUNT_NAME = listed(
    """
    case-sensitive slow gone disabled expired locked blocked suspended unavailable invalid incorrect
    broken e-mail email password username login sign-in log-in the not that this same too very back
    out up down fine working wrong correct required overdrawn frozen still always never hacked empty
    """
)
