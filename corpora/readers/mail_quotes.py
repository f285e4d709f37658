"""Keep the newest message of a mail: what is quoted below it, or signs it, goes.

Works line by line, in time linear in the text. Rules are for English mails; others are
rejected later by their language.
"""

import re

from corpora.readers.mail_signatures import without_signature

_MAX_FORWARDS = 3
_ATTRIBUTION_LINES = 3
"""Mail programs break a long `On ... wrote:` into up to this many lines."""
_HEADER_LINES = 6
_ATTRIBUTION = re.compile(r"On\b.{0,300}\bwrote\s?:", re.IGNORECASE)
_DATE_OR_ADDRESS = re.compile(r"\d|@")
_TIME_OR_ADDRESS = re.compile(r"\d:\d\d|@")
_ORIGINAL = re.compile(r"-{2,} ?(?:original|reply) message ?-{2,}", re.IGNORECASE)
_FORWARDED = re.compile(
    r"-{2,} ?forwarded (?:message|by).{0,80}|begin forwarded message:", re.IGNORECASE
)
_FROM = re.compile(r"\*?From\*?:", re.IGNORECASE)
_HEADER = re.compile(r"\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To)\*?:", re.IGNORECASE)
_RULE = re.compile(r"[_-]{10,}")


def newest_message(text: str) -> str:
    """Return the sender's own words of a plain-text mail.

    A mail that adds nothing to one that it forwards counts as the forwarded one.
    """
    lines = [line.strip() for line in text.replace("\xa0", " ").split("\n")]
    kept: list[str] = []
    for _ in range(_MAX_FORWARDS):
        own, lines = _own_and_forwarded(lines)
        kept = without_signature(own)
        if any(kept) or not lines:
            break
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _own_and_forwarded(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines that are not quoted, and those of a forwarded mail below them."""
    own: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _ORIGINAL.fullmatch(line):
            return own, []
        if _FORWARDED.fullmatch(line):
            return own, _below_headers(lines, at + 1)
        if _starts_headers(lines, at):
            return own, _below_headers(lines, at)
        if length := _attribution_length(lines, at):
            introduction = " ".join(lines[at : at + length])
            below = next((each for each in lines[at + length :] if each), "")
            if below.startswith(">"):  # answers below or between the quoted lines are kept
                at += length
                continue
            # Unmarked quotes go on to the end; a customer who tells what somebody wrote on a day
            # gives neither the minute nor the address.
            if _TIME_OR_ADDRESS.search(introduction):
                return own, []
        if not line.startswith(">"):
            own.append(line)
        at += 1
    return own, []


def _attribution_length(lines: list[str], at: int) -> int:
    """Return how many lines an `On <date>, <name> wrote:` takes; 0 when none begins here."""
    if not lines[at].startswith("On "):
        return 0
    for length in range(1, _ATTRIBUTION_LINES + 1):
        joined = " ".join(lines[at : at + length])
        if _ATTRIBUTION.fullmatch(joined) and _DATE_OR_ADDRESS.search(joined):
            return length
    return 0


def _starts_headers(lines: list[str], at: int) -> bool:
    """Whether Outlook's `From: Sent: To: Subject:` begins here, with or without a rule above."""
    if _RULE.fullmatch(lines[at]):
        at += 1
    if at >= len(lines) or not _FROM.match(lines[at]):
        return False
    return sum(_HEADER.match(line) is not None for line in lines[at : at + _HEADER_LINES]) >= 3


def _below_headers(lines: list[str], at: int) -> list[str]:
    while at < len(lines) and (not lines[at] or _RULE.fullmatch(lines[at])):
        at += 1
    while at < len(lines) and lines[at]:
        at += 1
    return lines[at:]
