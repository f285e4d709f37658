"""Which cue stands before a word, and whether it makes a person of a word that no list knows."""

import re
from functools import lru_cache

from corpora.redaction.cues import BEFORE, BEFORE_CHARACTERS, LIST_MARK
from corpora.redaction.cues_after import PRONOUN_AFTER
from corpora.redaction.lines_of_names import is_field, is_signature
from corpora.redaction.name_words import NATIONALITIES, PLACES_AND_NAMES
from corpora.redaction.page import Page, Word
from corpora.redaction.surroundings import acts, is_called, is_in_title_case
from corpora.redaction.word_lists import listed

# Cues strong enough for a name that no list knows.
STRONG = listed(
    """
    title self iam naming form signoff greeting contact praise staff public kin list signature
    closing example
    """
)
_CLOSING_WORD = re.compile(
    r"(?:thanks|thank you|cheers|regards|best|love|thx)[,!] ?$", re.IGNORECASE
)
_LIST_REACH = 7  # characters of ", and " and the like
_SIGNATURE_REACH = 40  # characters from a dash or a closing to the end of the text
_LEAST_LETTERS = 3
_IS = re.compile(r"\b(?:is|was|are|were|being) $", re.IGNORECASE)
_NATIONALITY_REACH = 8


@lru_cache(maxsize=8192)
def _cue_at_end(before: str) -> str:
    """Name the cue that a slice ends with; the scan after masking meets most slices again."""
    found = BEFORE.search(before)
    return (found.lastgroup or "") if found else ""


def forget_cues() -> None:
    """Drop what is remembered of a record: no customer text outlives its redaction."""
    _cue_at_end.cache_clear()


def cue_before(page: Page, word: Word, last_end: int) -> str:
    """Name the cue that stands before a word; '' for none."""
    before = page.text[max(0, word.start - BEFORE_CHARACTERS) : word.start]
    if last_end >= 0 and 0 < word.start - last_end <= _LIST_REACH:
        # "Anna and Jo", "Anna, Jo": what stands behind a name shares its evidence.
        before = LIST_MARK + page.text[last_end : word.start]
    cue = _cue_at_end(before)
    if cue == "form" and not is_field(page, word):
        return ""
    if cue == "greeting" and _CLOSING_WORD.search(before):
        rest = page.text[word.end : word.end + _SIGNATURE_REACH].strip(" .,!\n")
        is_last = not rest or (len(page.text) - word.end < _SIGNATURE_REACH and "\n" not in rest)
        return "closing" if is_last and rest.count(" ") < 2 else cue
    if not cue and is_signature(page, word):
        return "signature"
    return cue or ("greeting" if is_called(page, word) else "")


def makes_a_person(page: Page, index: int, cue: str) -> bool:
    """Whether a cue makes a person of a word that no list knows as a usual given name."""
    word = page.words[index]
    if word.folded in page.small or len(word.text) < _LEAST_LETTERS:
        return False
    if cue == "dash":
        return len(page.text) - word.end < _SIGNATURE_REACH
    if cue not in STRONG:
        return False
    is_name = page.lists.is_name(word.folded)
    if not is_name and _is_nationality(page, word):
        return False
    if cue in {"staff", "public", "contact", "list"}:
        return _is_met(page, index, cue, is_name=is_name)
    after = page.text[word.end : word.end + 2].lstrip(" ")[:1]
    if cue == "signature":
        return is_name or after.isupper()  # no lone unknown word: "Jerk", "Edit"
    if cue == "greeting":
        return is_name or after in {",", "\n", "!", ".", "", "-", ";"}
    before = page.text[max(0, word.start - 12) : word.start].casefold()
    if cue in {"iam", "example"} or "this is" in before or "it is" in before:
        return is_name and not is_in_title_case(page, index)
    return True


def _is_nationality(page: Page, word: Word) -> bool:
    """Whether a word is what somebody is and not who: "our driver was Lithuanian"."""
    before = page.text[max(0, word.start - _NATIONALITY_REACH) : word.start]
    return word.folded in NATIONALITIES and bool(_IS.search(before))


def _is_met(page: Page, index: int, cue: str, *, is_name: bool) -> bool:
    """Whether one who is met or spoken to is a person and no company, desk or group."""
    word, before = page.words[index], page.words[index - 1]
    if cue != "list" and before.folded == "the":
        return False
    if is_name:
        return True
    if cue in {"staff", "public"} and before.is_title:
        # "Staff Members", "Customer Relations"; but "Purser Anoushka found ..."
        return page.begins_sentence(before.start) and acts(page, word)
    if cue == "staff":
        return True
    return acts(page, word) or bool(PRONOUN_AFTER.match(page.text, word.end))


def makes_a_person_of_a_word(page: Page, word: Word, cue: str) -> bool:
    """Whether a cue makes a person of a word such as "August", "Baker" or "Charlotte"."""
    is_both = word.folded in PLACES_AND_NAMES
    if cue in {"title", "naming", "kin", "staff", "public"}:
        return page.lists.is_name(word.folded) and (is_both or word.folded not in page.small)
    return is_both and cue in STRONG and cue != "example"
