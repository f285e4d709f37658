"""One text with its words, as the name rules see it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from corpora.redaction.name_lists import NameLists, fold, name_lists
from corpora.redaction.name_words import NAME_AND_WORD, PLACES_AND_NAMES, WORD_FIRST

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_POSSESSIVE = frozenset({"'s", "\u2019s", "'S", "\u2019S"})
_BEGINS = re.compile(r"(?:^|[.!?:;\n\u2022>|\u2026])[\s\"'\u201c\u2018(*_-]*$")
_BEGIN_REACH = 8  # characters looked back for the end of the sentence before

KNOWN, RARE_OR_WORD, WORD_OR_NAME, UNKNOWN = 3, 2, 1, 0


class Word(NamedTuple):
    """One word without its possessive ending.

    A named tuple: there is one for every word of every record, and a frozen dataclass takes four
    times as long to make.
    """

    start: int
    end: int
    text: str
    folded: str
    is_possessive: bool
    is_title: bool
    """A capital, then small letters: `Jane`, `McDonald`, `O'Brien`."""
    is_upper: bool
    """Two capitals or more and no small letter."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its words in order, and the words that it also writes in small letters."""

    text: str = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)
    small: frozenset[str] = field(repr=False)
    lists: NameLists = field(repr=False)

    def level(self, folded: str) -> int:
        """How far a word is a name by itself: `KNOWN` ... `UNKNOWN`."""
        if folded in self.lists.given:
            return KNOWN
        if folded in NAME_AND_WORD:
            return RARE_OR_WORD
        if folded in WORD_FIRST or folded in PLACES_AND_NAMES:
            return WORD_OR_NAME
        is_rare = folded in self.lists.rare_given and folded not in self.small
        return RARE_OR_WORD if is_rare else UNKNOWN

    def begins_sentence(self, start: int) -> bool:
        """Whether the word at `start` is the first of a sentence, line or quotation."""
        before = self.text[max(0, start - _BEGIN_REACH) : start]
        return start == 0 or bool(_BEGINS.search(before)) or before.rstrip(" ")[-1:] in '"\u201c'


def read_page(text: str) -> Page:
    """Find the words of `text`."""
    words = tuple(_word(found) for found in _WORD.finditer(text))
    small = frozenset(word.folded for word in words if not word.is_title and not word.is_upper)
    return Page(text, words, small, name_lists())


def _word(found: re.Match[str]) -> Word:
    start, end = found.span()
    word = found.group()
    is_possessive = word[-2:] in _POSSESSIVE and len(word) > 2
    if is_possessive:
        word = word[:-2]
        end -= 2
    is_upper = len(word) > 1 and word.isupper()
    is_title = not is_upper and word[0].isupper()
    return Word(start, end, word, fold(word), is_possessive, is_title, is_upper)
