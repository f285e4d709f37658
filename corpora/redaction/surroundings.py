"""What stands around a word: does it speak for a person, a place, a date or a signature?"""

import re

from corpora.redaction.cues_after import (
    AFTER,
    KIND_AFTER,
    OWNED_AFTER,
    POST_AFTER,
)
from corpora.redaction.name_words import NAME_AND_WORD, PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.page import KNOWN, RARE_OR_WORD, WORD_OR_NAME, Page, Word
from corpora.redaction.word_lists import listed

_PLACE_BEFORE = listed("in at near to via into towards around")
_DATE_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?:in|last|this|next|since|until|till|by|every|early|late"
    r"|mid|of"
    r"|during|from|to|near|between|via|through)) $",
    re.IGNORECASE,
)
_PERSON_TOO = frozenset({"to", "from", "by", "of"})
_DATE_AFTER = re.compile(
    r",? (?:\d|airport|and (?:january|february|march|april|may|june|july|august))", re.IGNORECASE
)
# At the beginning of a sentence "is" says nothing: "Hope is not a plan", "Will is stronger".
_CALL_REACH = 48
_CALL_BEFORE = re.compile(
    r"\b(?:you|your|us|thanks|thank|sorry|please|welcome|yes|ok|okay|right|well|bye|sure)\b"
    r"[^.!?\n]{0,40}[a-z], $",
    re.IGNORECASE,
)
_ABSTRACT = listed(
    """
    hope grace faith joy charity patience mercy harmony dawn will mark bill summer rose misty
    sunny may april june august
    """
)


def is_place(page: Page, index: int) -> bool:
    """Whether "in Bergen", "the Conrad" makes a place or a house of the name at word `index`."""
    if not index:
        return False
    word, before = page.words[index], page.words[index - 1]
    if page.text[before.end : word.start] != " ":
        return False
    if before.folded == "the":
        return not acts(page, word)
    is_usual = word.folded in page.lists.english_given
    return before.folded in _PLACE_BEFORE and not is_usual and not word.is_possessive


def is_date_or_place(page: Page, word: Word, *, has_cue: bool = False) -> bool:
    """Whether "in May", "1 April", "from Charlotte" is meant; "thanks to Charlotte" `has_cue`."""
    before = page.text[max(0, word.start - 12) : word.start]
    found = _DATE_BEFORE.search(before)
    if found and not (has_cue and found.group().strip() in _PERSON_TOO):
        return True
    return bool(_DATE_AFTER.match(page.text, word.end))


def acts(page: Page, word: Word) -> bool:
    """Whether what follows is what persons do: "helped", "at reception", "the manager"."""
    level = page.level(word.folded)
    if level == WORD_OR_NAME and word.folded not in PLACES_AND_NAMES:
        return False
    if word.is_possessive:
        return bool(OWNED_AFTER.match(page.text, word.end))
    found = AFTER.match(page.text, word.end)
    if not found:
        return False
    if found.lastgroup != "is":
        return True
    if KIND_AFTER.match(page.text, word.end):
        return True
    return level == RARE_OR_WORD and word.folded not in _ABSTRACT


def is_surely_a_person(page: Page, word: Word) -> bool:
    """Whether what follows is what no company does: smile, hang up, stand at the desk, have kin."""
    if word.is_possessive:
        return bool(OWNED_AFTER.match(page.text, word.end))
    found = AFTER.match(page.text, word.end)
    if found and found.lastgroup in {"bodily", "at"}:
        return True
    return bool(POST_AFTER.match(page.text, word.end) or KIND_AFTER.match(page.text, word.end))


def is_called(page: Page, word: Word) -> bool:
    """Whether somebody is addressed: "Mark, this lady ...", "we will take care of you, Nakul."."""
    after = page.text[word.end : word.end + 1]
    if page.begins_sentence(word.start):
        return after == "," and word.folded in NAME_AND_WORD
    before = page.text[max(0, word.start - _CALL_REACH) : word.start]
    return after in {".", "!", "?", "\n", "", '"', "\u201d"} and bool(_CALL_BEFORE.search(before))


def has_surname(page: Page, index: int) -> bool:
    """Whether a surname follows: "Charlotte Brown" or "Mark Lee"."""
    if index + 1 >= len(page.words):
        return False
    word, following = page.words[index], page.words[index + 1]
    if page.level(word.folded) == WORD_OR_NAME and word.folded not in PLACES_AND_NAMES:
        return False
    is_joined = page.text[word.end : following.start] in {" ", "\n"}
    is_surname = following.folded in page.lists.surnames and following.is_title
    return is_joined and is_surname and following.folded not in page.small


def is_in_title_case(page: Page, index: int) -> bool:
    """Whether a neighbour is capitalised too: a headline, a brand, a longer proper name."""
    here = page.words[index]
    neighbours = (*page.words[max(0, index - 1) : index], *page.words[index + 1 : index + 2])
    return any(
        word.is_title
        and len(word.text) > 1
        and page.text[min(here.end, word.end) : max(here.start, word.start)] == " "
        and not page.begins_sentence(word.start)
        and page.level(word.folded) != KNOWN
        and (word.folded not in page.lists.surnames or word.folded in WORD_FIRST)
        for word in neighbours
    )
