"""Where a name ends, and whether it is part of a company's or a place's name."""

import re
from itertools import pairwise

from corpora.redaction.joined import is_surname_alone
from corpora.redaction.name_words import NAMED_THINGS, WORD_FIRST
from corpora.redaction.organisations import AFTER_A_NAME, BEFORE_A_NAME
from corpora.redaction.page import Page, Word
from corpora.redaction.small_letters import goes_on_in_small_letters
from corpora.redaction.word_lists import listed

_JOIN = re.compile(r"[ \t\u00a0]{1,2}|[ \t]?\n[ \t]?|_|-|[ \t](?:[A-Z]\.?[ \t]){1,2}|\.[ \t]?")
PARTICLES = listed(
    """
    van von der den de da di del della dos la le bin al el ibn ter ten o st mac mc
    """
)
_MOST_WORDS = 8  # three persons, with nothing between them
_LEAST_CAPITALS = 4
_SHORT_SYLLABLE = 5
# Capitalised behind a given name without being a surname: "Jane May 5th", "Tom The", "Evi My".
_NEVER_LAST = listed(
    """
    my as can an over us said made come ever else don less will case early per add ran is was the
    we he she you they it and or but if at in on to for from with by of a i monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december edit true till min
    """
)
# "Tel Aviv", "Victoria's Secret", "Ben & Jerry", "Harley-Davidson"
_WITHIN_A_THING = re.compile(r"(?:['\u2019]s)? ?(?:& ?)?|-|\n")
_SHORTENED = frozenset({"st", "dr", "mr", "mrs", "ft"})


def name_end(page: Page, index: int, cue: str) -> int:
    """Return the index behind the last word of the name that begins at word `index`."""
    words = page.words
    stop = index + 1
    while stop < len(words) and stop - index < _MOST_WORDS:
        last, word = words[stop - 1], words[stop]
        gap = page.text[last.end : word.start]
        if last.is_possessive or not _JOIN.fullmatch(gap):
            break
        if word.folded in PARTICLES and stop + 1 < len(words):
            if not words[stop + 1].is_title or "\n" in gap:
                break
        elif not _continues(page, index, stop, cue):
            break
        stop += 1
    while stop > index + 1 and words[stop - 1].folded in PARTICLES:
        stop -= 1
    return stop


def _continues(page: Page, index: int, stop: int, cue: str) -> bool:
    """Whether word `stop` belongs to the name that begins at word `index`."""
    first, last, word = page.words[index], page.words[stop - 1], page.words[stop]
    gap = page.text[last.end : word.start]
    is_surname = word.folded in page.lists.surnames
    if gap in {"-", "."} and len(last.text) > 1 and is_surname_alone(page, word):
        return True  # anna-lind, Anna.Lind
    if not (first.is_title or first.is_upper):
        return (
            gap == " "
            and not word.is_title
            and goes_on_in_small_letters(page, word, is_named=bool(cue))
        )
    if gap.startswith(".") and len(last.text) > 1:
        return False
    if gap == "-" and not (word.is_title or word.is_upper):
        return len(word.text) <= _SHORT_SYLLABLE and word.folded not in WORD_FIRST  # Jun-ho
    if first.is_upper != word.is_upper or not (word.is_title or word.is_upper):
        return word.is_upper and is_surname and len(word.text) >= _LEAST_CAPITALS
    if len(word.text) == 1:
        return word.text != "I"
    if word.folded in AFTER_A_NAME:
        return False
    if "\n" in gap:
        is_word = word.folded in WORD_FIRST or word.folded in page.small
        return (is_surname or cue in {"signoff", "signature"}) and not is_word
    if word.folded in WORD_FIRST or word.folded in page.small:
        return is_surname and word.folded not in _NEVER_LAST
    return True


def is_organisation(page: Page, index: int, stop: int) -> bool:
    """Whether the words `[index, stop)` are part of a company's or a place's name, which stays."""
    first, last = page.words[index], page.words[stop - 1]
    around = page.words[max(0, index - 1) : stop + 1]
    if any(_is_named_thing(page, a, b) for a, b in pairwise(around)):
        return True
    if stop < len(page.words):
        after = page.words[stop]
        gap = page.text[last.end : after.start]
        is_capital = after.is_title or after.is_upper
        if gap in {" ", "'s ", "\u2019s "} and is_capital and after.folded in AFTER_A_NAME:
            return True
        if gap in {" & ", "&"} and after.is_title:
            return not page.lists.is_name(after.folded)
    if not index:
        return False
    before = page.words[index - 1]
    is_near = page.text[before.end : first.start] in {" ", ". ", " & "}
    return is_near and before.is_title and before.folded in BEFORE_A_NAME


def _is_named_thing(page: Page, word: Word, following: Word) -> bool:
    """Whether two words make one thing's name: not "the 21st John", nor "Virginia. Beach"."""
    if f"{word.folded}_{following.folded}" not in NAMED_THINGS:
        return False
    if word.text[0].islower() and following.text[0].isupper():
        return False
    gap = page.text[word.end : following.start]
    return bool(_WITHIN_A_THING.fullmatch(gap)) or (word.folded in _SHORTENED and gap == ". ")
