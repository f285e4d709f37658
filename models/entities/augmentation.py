"""Other people in the same words: names, numbers and casing of marked texts are changed at random.

A few hundred marked texts hold a few hundred names; what has to be learned is where names stand.
"""

import re
import string
from dataclasses import replace

import numpy as np

from corpora.offsets import Edit, apply_edits
from corpora.redaction.finds import Find
from corpora.redaction.name_lists import fold
from corpora.redaction.name_words import NAME_AND_WORD, PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.placeholders import cover
from corpora.redaction.word_lists import listed
from models.entities.labels import PERSONS
from models.entities.marked import MarkedText, Mention
from models.entities.pools import Pool

_NAME_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = frozenset({"PHONE", "ID", "CARD", "IBAN", "DATE_OF_BIRTH", "PLATE", "IP", "ADDRESS"})
_PARTICLES = listed("de del della da di van von der den la le el al bin ibn und and e y")
_WORDS_TOO = NAME_AND_WORD | WORD_FIRST | PLACES_AND_NAMES
_SHARE_RENAMED, _SHARE_RENUMBERED, _SHARE_LOWER, _SHARE_UPPER = 0.75, 0.5, 0.12, 0.03
_SHARE_MASKED = 0.25
_SHARE_REFILLED = 0.3  # of the structured values, in texts whose numbers are changed
_SHARE_WORD_KEPT = 0.7  # names that are words too are the hard ones: most of them stay


def varied(marked: MarkedText, pool: Pool, random: np.random.Generator) -> MarkedText:
    """Return the text with other names, digits or casing; its mentions move with it."""
    edits: list[Edit] = []
    renamed: dict[tuple[str, str], str] = {}
    is_renamed = random.random() < _SHARE_RENAMED
    is_renumbered = random.random() < _SHARE_RENUMBERED
    surnames = _surnames(marked)
    for mention in marked.mentions:
        said = marked.text[mention.start : mention.end]
        if mention.kind in PERSONS and is_renamed:
            for word in _NAME_WORD.finditer(said):
                known = (mention.entity, fold(word.group()))
                if known not in renamed:
                    renamed[known] = _other_name(
                        word.group(), pool, random, is_surname=known in surnames
                    )
                new = _in_case_of(word.group(), renamed[known])
                edits.append(Edit(mention.start + word.start(), mention.start + word.end(), new))
        elif is_renumbered and (new := _other_value(mention.kind, said, pool, random)):
            edits.append(Edit(mention.start, mention.end, new))
    changed = _partly_masked(_moved(marked, edits), random)
    chance = random.random()
    if chance < _SHARE_LOWER:
        return _recased(changed, changed.text.lower())
    if chance < _SHARE_LOWER + _SHARE_UPPER:
        return _recased(changed, changed.text.upper())
    return changed


def _partly_masked(marked: MarkedText, random: np.random.Generator) -> MarkedText:
    """Cover some mentions as the scan after masking sees them: nothing is to be found there."""
    if random.random() >= _SHARE_MASKED:
        return marked
    share = random.random()
    masked = [mention for mention in marked.mentions if random.random() < share]
    finds = [Find(one.start, one.end, one.kind, one.entity) for one in masked]
    left = tuple(mention for mention in marked.mentions if mention not in masked)
    return MarkedText(cover(marked.text, finds), left)


def _surnames(marked: MarkedText) -> set[tuple[str, str]]:
    """Find the words that end a name of several words."""
    found: set[tuple[str, str]] = set()
    for mention in marked.mentions:
        words = _NAME_WORD.findall(marked.text[mention.start : mention.end])
        if len(words) > 1:
            found.update((mention.entity, fold(word)) for word in words[1:])
    return found


def _other_name(word: str, pool: Pool, random: np.random.Generator, *, is_surname: bool) -> str:
    folded = fold(word)
    if folded in _PARTICLES:
        return word
    if len(word) == 1:
        return str(random.choice(list(string.ascii_uppercase)))
    if folded in _WORDS_TOO and random.random() < _SHARE_WORD_KEPT:
        return word
    names = pool.surnames if is_surname else pool.given
    return names[int(random.integers(len(names)))]


def _in_case_of(model: str, name: str) -> str:
    if model.islower():
        return name.lower()
    return name.upper() if len(model) > 1 and model.isupper() else name


def _other_value(kind: str, said: str, pool: Pool, random: np.random.Generator) -> str:
    """Return a value to stand for this one; empty where it must stay."""
    values = pool.values.get(kind, ())
    if values and random.random() < _SHARE_REFILLED:
        return values[int(random.integers(len(values)))]
    return _other_digits(said, random) if kind in _NUMBERED else ""


def _other_digits(said: str, random: np.random.Generator) -> str:
    return "".join(str(random.integers(10)) if c.isdigit() else c for c in said)


def _moved(marked: MarkedText, edits: list[Edit]) -> MarkedText:
    text, offsets = apply_edits(marked.text, edits)
    moved: list[Mention] = []
    for mention in marked.mentions:
        span = offsets.to_output(mention.start, mention.end)
        if span is not None:
            moved.append(replace(mention, start=span.start, end=span.end))
    return MarkedText(text, tuple(moved))


def _recased(marked: MarkedText, text: str) -> MarkedText:
    """Take the text in other case, unless a letter grew and moved the offsets."""
    return MarkedText(text, marked.mentions) if len(text) == len(marked.text) else marked
