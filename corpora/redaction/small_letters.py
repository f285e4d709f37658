"""Names written in small letters: behind "my name is", or usual ones anywhere."""

import re

from corpora.redaction.cues import NAMING_IN_SMALL_LETTERS
from corpora.redaction.joined import rests
from corpora.redaction.name_words import NAME_AND_WORD, WORD_FIRST
from corpora.redaction.page import KNOWN, RARE_OR_WORD, Page, Word
from corpora.redaction.word_lists import listed

_PAUSE = re.compile(r"\s*(?:$|[,.!?\n]|and\b|from\b|i\b)", re.IGNORECASE)
_SIGNATURE = 60  # characters at the end of a text that may hold a signature
_SIGNED_SMALL = re.compile(r"\n[ \t]*([a-z]{2,15})(?:[ \t][a-z'-]{2,20})?[ \t.]*\n?$")
_LEAST_LETTERS = 4  # shorter names in small letters are too often a slip or a short form
_NO_NAME = listed(
    """
    and but or from here speaking calling again with the for who i my he she they we you on in at
    please thanks not spelled spelt mud wrong misspelled missing still clearly listed correct
    incorrect under there blank different too also actually pronounced down written showing
    appearing after like
    """
)


def named_in_small_letters(page: Page) -> frozenset[int]:
    """Return where names in small letters begin: behind "my name is", or against a masked one."""
    starts = set()
    for found in NAMING_IN_SMALL_LETTERS.finditer(page.text):
        first = found.group(1).split()[0]
        is_free = first not in WORD_FIRST and len(first) > 2 and first not in _NO_NAME
        if is_free or (page.lists.is_name(first) and first not in WORD_FIRST):
            starts.add(found.start(1))
    signed = _SIGNED_SMALL.search(page.text[-_SIGNATURE:])
    if signed and page.level(signed.group(1)) in (KNOWN, RARE_OR_WORD):
        starts.add(len(page.text) - len(page.text[-_SIGNATURE:]) + signed.start(1))
    return frozenset(starts) | rests(page)


def is_usual_name(page: Page, word: Word) -> bool:
    """Whether a word in small letters is a name wherever it stands."""
    return (
        word.folded in page.lists.english_given
        and len(word.folded) >= _LEAST_LETTERS
        and word.text.isascii()
    )


def goes_on_in_small_letters(page: Page, word: Word, *, is_named: bool) -> bool:
    """Whether "doe" goes on with "jane": a surname, or behind "my name is" what ends in a pause."""
    if word.folded in WORD_FIRST or word.folded in NAME_AND_WORD or word.folded in _NO_NAME:
        return False
    if word.folded in page.lists.surnames and len(word.folded) >= _LEAST_LETTERS:
        return True
    return is_named and len(word.folded) > 2 and bool(_PAUSE.match(page.text, word.end))
