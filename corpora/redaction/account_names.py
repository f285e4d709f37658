"""Names of accounts and handles: `@jane`, `u/jane`, "my username is jane_88"."""

import re
from collections.abc import Iterator

from corpora.redaction.account_words import (
    IS_A_THING_TOO,
    LINES,
    NEAR,
    NEAR_REACH,
    NO_ACCOUNT_NAME,
    TOLD,
)
from corpora.redaction.finds import Find, find, near
from corpora.redaction.handles import (
    CANDIDATE,
    JOINED,
    MADE_UP,
    is_joined_name,
    is_made_up,
    personal,
)
from corpora.redaction.name_words import WORD_FIRST

_ENDS_OF_VERBS = ("ed", "ing")


def account_names(text: str) -> Iterator[Find]:
    """Yield handles that are no company's, and names that the text calls user name or login."""
    for start, end in (*personal(text), *_told(text), *_near(text)):
        yield find("USERNAME", text, start, end)
    if "_" in text:
        for found in JOINED.finditer(text):
            if is_joined_name(found.group()):
                yield find("USERNAME", text, *found.span())
    for pattern in LINES:
        for found in pattern.finditer(text):
            if is_made_up(found.group(1)):
                yield find("USERNAME", text, *found.span(1))


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Find what stands behind "my username is", "login:"."""
    for found in TOLD.finditer(text):
        name = found.group("name").casefold()
        is_word = name in NO_ACCOUNT_NAME or name in WORD_FIRST
        is_said = found.group("owner") or found.group("mark")
        if not found.group("mark") and _is_told_of(found):
            continue
        # "the login is ewawee" names it too: nobody writes an unknown word there.
        if is_made_up(found.group("name")) or (not is_word and (is_said or name.isalpha())):
            yield found.span("name")


def _is_told_of(found: re.Match[str]) -> bool:
    """Whether the text goes on about the thing itself: "my account was reinstated"."""
    cue = found.string[found.start() : found.start("name")]
    name = found.group("name").casefold()
    is_thing = IS_A_THING_TOO.search(cue) is not None
    if found.group("owner"):
        return is_thing and name.endswith(_ENDS_OF_VERBS)
    # "signal is patchy", "the door handle was loose", "Paypal is withholding"
    return name.isalpha() and (is_thing or name.endswith(_ENDS_OF_VERBS))


def _near(text: str) -> Iterator[tuple[int, int]]:
    """Find made-up names within a few words of "log in", "posted", "seller"."""
    if not MADE_UP.search(text):  # what costs little goes first
        return
    for cue in NEAR.finditer(text):
        for found in near(CANDIDATE, text, cue.end(), NEAR_REACH):
            if is_made_up(found.group()) and found.group().upper() != found.group():
                yield found.span()
