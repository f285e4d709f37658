"""Lines that hold a name and nothing else: signatures, fields of a form."""

import re

from corpora.redaction.name_words import PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.page import Page, Word

_PART = r"[A-Z\u00c0-\u00de][\w'\u2019-]{0,24}\.?"
_SIGNED = re.compile(
    rf"({_PART}(?:[ \t](?:{_PART}|&|and)){{0,3}})[ \t]*[,.]?[ \t]*(?=\n|$)"
    r"|([A-Z]\.? ?[A-Z][\w'\u2019-]{1,24}),"
)
_LINES_BELOW_A_SIGNATURE = 5  # post, company, phone, address
_SIGNATURE_REACH = 400  # characters of those lines


def is_signature(page: Page, word: Word) -> bool:
    """Whether the word begins a line of its own, one to four names long, near the end."""
    if word.start < 2 or page.text[word.start - 1] != "\n":
        return False
    found = _SIGNED.match(page.text, word.start)
    if found is None:
        return False
    below = page.text[found.end() : found.end() + _SIGNATURE_REACH + 1].rstrip()
    if len(below) > _SIGNATURE_REACH or below.count("\n") > _LINES_BELOW_A_SIGNATURE:
        return False
    signed = (found.group(1) or found.group(2)).casefold().split()
    return all(part not in WORD_FIRST or part in PLACES_AND_NAMES for part in signed)


def is_field(page: Page, word: Word) -> bool:
    """Whether the line of a form holds a name alone; "Manager: Alright, then" is a dialogue."""
    line = page.text[word.start : word.start + 60].split("\n", 1)[0].strip(" .,*")
    parts = line.split("<")[0].replace(",", " ").split()
    label = page.text[max(0, word.start - 12) : word.start].casefold()
    is_name = page.lists.is_name(word.folded) or "name" in label
    if any(part[0].islower() for part in parts):
        return False
    if len(parts) > 4 or line.endswith("?") or not is_name:
        return False
    return word.folded not in WORD_FIRST or word.folded in PLACES_AND_NAMES
