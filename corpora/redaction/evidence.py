"""Is the word at some place the beginning of a person's name, and by what right?"""

import re

from corpora.redaction.joined import stands_against
from corpora.redaction.name_words import NAME_AND_WORD, NAMED_WITH_S, PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.page import KNOWN, RARE_OR_WORD, UNKNOWN, WORD_OR_NAME, Page, Word
from corpora.redaction.strength import STRONG, cue_before, makes_a_person, makes_a_person_of_a_word
from corpora.redaction.surroundings import (
    acts,
    has_surname,
    is_date_or_place,
    is_in_title_case,
    is_place,
    is_surely_a_person,
)
from corpora.redaction.word_lists import listed

_CONTRACTED = re.compile(r"['\u2019](?:re|ll|ve|d|m|t|s)$|n['\u2019]t$", re.IGNORECASE)
_HEAD_OF_TITLE = listed("title form self naming signoff signature")
# "plan B. Then", "vitamin C. Later": no initials.
_LETTERED = listed(
    "plan vitamin option type class grade group section hepatitis zone terminal row seat gate part "
    "point exhibit platform ward i a"
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "capt", "sgt", "rev", "sr", "mx"})
_DETERMINERS = listed("the a an this my our your at in")
_LEAST_LETTERS = 3
_LEAST_CAPITALS = 4  # shorter words in capitals are codes of airports, visas, departments


def evidence(page: Page, index: int, last_end: int) -> str | None:
    """Judge the capitalised word `index`; `last_end` is where the last name ended, or -1.

    Returns the group of `cues.BEFORE` that speaks for a name, '' where none is needed, and None
    where no name begins.
    """
    word = page.words[index]
    if _is_no_name(page, word):
        return None
    if len(word.text) == 1:
        return _initial(page, index)
    level = page.level(word.folded)
    if level == WORD_OR_NAME and not _may_be_a_word_name(page, index):
        return None
    if word.is_possessive and word.folded in NAMED_WITH_S:
        return None
    cue = cue_before(page, word, last_end)
    if word.is_upper and not _may_be_in_capitals(page, word, level, cue):
        return None
    if stands_against(page, word, last_end):
        return cue
    if level == KNOWN:
        return cue if cue or not is_place(page, index) else None
    if level == UNKNOWN:
        if is_surely_a_person(page, word) and _is_spelt_like_a_name(page, index):
            return cue
        return cue if makes_a_person(page, index, cue) else None
    return _judge_word(page, index, level, cue)


def _is_no_name(page: Page, word: Word) -> bool:
    if _CONTRACTED.search(word.text) or set(word.folded) == {"x"}:  # XXXX: masked at the source
        return True
    has_number = page.text[word.end : word.end + 1].isdigit()  # S1, Rodgers73; but not Anna1
    return has_number and word.folded not in page.lists.english_given


def _may_be_a_word_name(page: Page, index: int) -> bool:
    """Whether a word that is seldom a name is worth a look around it, which costs."""
    word = page.words[index]
    if word.folded in PLACES_AND_NAMES:
        return True
    if not page.lists.is_name(word.folded):
        return False
    follows_title = index > 0 and page.words[index - 1].folded in _TITLES
    return follows_title or not page.begins_sentence(word.start)


def _judge_word(page: Page, index: int, level: int, cue: str) -> str | None:
    """Judge a name that is rare or a word too."""
    word = page.words[index]
    if level == WORD_OR_NAME and is_date_or_place(page, word, has_cue=cue in STRONG):
        return None
    is_usual = word.folded in NAME_AND_WORD and level == RARE_OR_WORD
    if is_usual and not page.begins_sentence(word.start):
        if not is_in_title_case(page, index) and not is_place(page, index):
            return cue
    elif cue == "dash" and is_usual:
        return cue
    if cue in STRONG and (level == RARE_OR_WORD or makes_a_person_of_a_word(page, word, cue)):
        sure = is_usual or level == WORD_OR_NAME
        return cue if sure or makes_a_person(page, index, cue) else None
    return cue if acts(page, word) or has_surname(page, index) else None


def _may_be_in_capitals(page: Page, word: Word, level: int, cue: str) -> bool:
    if level == UNKNOWN:
        return cue == "title" and len(word.text) >= _LEAST_CAPITALS
    if cue in _HEAD_OF_TITLE and word.folded not in page.small:
        return True
    if len(word.folded) < _LEAST_CAPITALS:
        return False
    if level == KNOWN:
        return word.folded in page.lists.english_given
    return word.folded in NAME_AND_WORD and (cue in STRONG or acts(page, word))


def _initial(page: Page, index: int) -> str | None:
    """Accept "R. Fairbanks": an initial, a point, a surname or an unknown word."""
    word = page.words[index]
    if index + 1 >= len(page.words) or word.text == "I":
        return None
    following = page.words[index + 1]
    gap = page.text[word.end : following.start]
    if gap not in {". ", ".", " "} or not following.is_title or len(following.text) < 3:
        return None
    is_surname = following.folded in page.lists.surnames
    if following.folded in WORD_FIRST or (following.folded in page.small and not is_surname):
        return None
    cue = cue_before(page, word, -1)
    has_point = gap != " "
    if has_point and is_surname:
        return cue
    before = page.words[index - 1].folded if index else ""
    if has_point and before not in _LETTERED and page.level(following.folded) == UNKNOWN:
        return cue
    is_signed = cue in {"signoff", "signature"} or (has_point and cue in STRONG | {"dash"})
    return cue if is_signed else None


def _is_spelt_like_a_name(page: Page, index: int) -> bool:
    """Whether an unknown word is no word of the text, no plural and no part of a longer name."""
    word = page.words[index]
    is_plural = word.folded.endswith("s") and not page.lists.is_name(word.folded)
    if word.folded in page.small or len(word.text) < _LEAST_LETTERS or is_plural:
        return False
    if not index or not word.is_title:
        return word.is_title
    before = page.words[index - 1]
    is_joined = page.text[before.end : word.start] == " "
    return not (is_joined and (before.is_title or before.is_upper or before.folded in _DETERMINERS))
