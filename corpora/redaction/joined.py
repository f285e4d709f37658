"""Names that stand against something: "AnnaLind", "anna.lind", "Anna|Lind", a rest of a name."""

import re

from corpora.redaction.name_words import WORD_FIRST
from corpora.redaction.page import KNOWN, UNKNOWN, Page, Word
from corpora.redaction.placeholders import FILLER
from corpora.redaction.word_lists import listed

_PARTS = re.compile(r"[^\W\d_a-z]?[^\W\d_A-Z]+|[^\W\d_a-z]+")
_TITLES = listed("mr mrs ms dr prof mx sir")
# Cells of a table, or fields of a line: `Anna|Lind`, `"Anna","Lind"`, `Name=Anna;Surname=Lind`.
_NEXT_CELL = re.compile(
    r"[\"'\u201d]?[ \t]?(?:[|;\t]|(?<=[\"'\u201d]),)[ \t]?(?:[A-Za-z ]{2,16}[=:][ \t]?)?"
    r"[\"'\u201c]?"
)
_CELL_ENDS = re.compile(r"[\"'\u201d]?[ \t]?(?:[|;,\t\n]|$)")
_LEAST_LETTERS = 4


def stands_against(page: Page, word: Word, last_end: int) -> bool:
    """Whether a capitalised word is several names in one, or a surname in a cell of its own."""
    is_joined = page.level(word.folded) == UNKNOWN and _are_joined(page, word)
    return is_joined or _fills_next_cell(page, word, last_end)


def _are_joined(page: Page, word: Word) -> bool:
    """Whether an unknown word is names written without a space: "AnnaLind", "SmithMrs".

    Either all parts are names or titles, or the first is a usual given name and the others are no
    words: "LinkedIn" and "PayPal" are none.
    """
    parts = [part.casefold() for part in _PARTS.findall(word.text)]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return False
    names = [part for part in parts if part not in _TITLES]
    if any(part in WORD_FIRST for part in names):
        return False
    is_first_known = page.level(parts[0]) == KNOWN
    return bool(names) and (is_first_known or all(page.lists.is_name(part) for part in names))


def is_surname_alone(page: Page, word: Word) -> bool:
    """Whether a word is a surname and no word, so that standing against a name is enough."""
    folded = word.folded
    is_long = len(folded) >= _LEAST_LETTERS
    return is_long and folded in page.lists.surnames and folded not in WORD_FIRST


def _fills_next_cell(page: Page, word: Word, last_end: int) -> bool:
    """Whether a surname stands alone in the cell behind the one that a name ended in."""
    if last_end < 0 or word.start - last_end > 24 or not word.is_title:
        return False
    between = _NEXT_CELL.fullmatch(page.text, last_end, word.start)
    return bool(between and _CELL_ENDS.match(page.text, word.end) and is_surname_alone(page, word))


def rests(page: Page) -> frozenset[int]:
    """Return where words begin that stand against something masked: "[CUSTOMER_1]smith"."""
    return frozenset(
        word.start
        for word in page.words
        if word.start
        and page.text[word.start - 1] == FILLER
        and (is_surname_alone(page, word) or page.level(word.folded) == KNOWN)
    )
