"""The same passage as somebody else would have typed it: no label changes, and none should move.

Each draw has one or two of: typing errors, the other gender in pronouns, persons of other names,
loose punctuation, contractions written out or together. Evidence moves with its words.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np

from corpora.offsets import Edit, apply_edits
from corpora.story import Evidence, Tags
from models.views import Example

_LONG_WORD = re.compile(r"(?<![\w\[])[^\W\d_]{5,}(?![\w\]])")
_WORDS_PER_TYPO = 20
_PERSON = re.compile(r"\[(?:CUSTOMER|EMPLOYEE|PERSON)_\d+\]|(?<![\w\[])[A-Z][a-z]{2,}(?![\w\]])")
_PRONOUN = re.compile(r"\b(he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_OTHER_GENDER = {
    **{"he": "she", "she": "he", "him": "her", "his": "her", "hers": "his"},
    **{"himself": "herself", "herself": "himself", "her": "his"},
}
_MARK = re.compile(r"(?<=[a-z])[,.;!'](?=\s|$)|(?<=[a-z])'(?=[a-z])")
_SHARE_OF_MARKS = 0.4
_WRITTEN_OUT = {"n't": " not", "'re": " are", "'ll": " will", "'ve": " have"}
_CONTRACTION = re.compile(
    r"(?<=\w)(?<!\b(?:ca|wo))(?<!\bsha)n't\b|(?<=\w)'(?:re|ll|ve)\b"
    r"|(?<=\b(?:did|are|was|has|had))(?: not\b)|(?<=\b(?:does|were|have))(?: not\b)",
    re.IGNORECASE,
)


def noisy(example: Example, random: np.random.Generator) -> Example:
    """Return the example typed otherwise; the same where no edit fits."""
    kinds: list[Callable[[str, np.random.Generator], list[Edit]]]
    kinds = [_typos, _other_gender, _other_names, _loose_marks, _contractions]
    for at in random.permutation(len(kinds))[: int(random.integers(1, 3))]:
        example = _edited(example, kinds[int(at)](example.text, random))
    return example


def _edited(example: Example, edits: list[Edit]) -> Example:
    text, offsets = apply_edits(example.text, edits)
    moved = []
    for one in example.tags.evidence:
        span = offsets.to_output(one.start, one.end)
        if span is not None:
            moved.append(Evidence(one.tag, span.start, span.end))
    return replace(example, text=text, tags=Tags(example.tags.labels, tuple(moved)))


def _typos(text: str, random: np.random.Generator) -> list[Edit]:
    """Swap two letters inside a few long words, or lose one."""
    words = list(_LONG_WORD.finditer(text))
    most = 1 + len(text.split()) // _WORDS_PER_TYPO
    count = min(len(words), int(random.integers(1, most + 1)))
    edits: list[Edit] = []
    for at in sorted(random.choice(len(words), count, replace=False)) if words else ():
        word = words[int(at)]
        place = word.start() + int(random.integers(1, len(word.group()) - 2))
        swapped = text[place + 1] + text[place] if random.random() < 0.5 else text[place]
        edits.append(Edit(place, place + 2, swapped))
    return edits


def _other_gender(text: str, random: np.random.Generator) -> list[Edit]:
    edits: list[Edit] = []
    for found in _PRONOUN.finditer(text):
        other = _OTHER_GENDER[found.group().casefold()]
        cased = other.capitalize() if found.group()[0].isupper() else other
        edits.append(Edit(*found.span(), cased))
    return edits


def _other_names(text: str, random: np.random.Generator) -> list[Edit]:
    """Give every person another given name, the same wherever they are named."""
    names, known = _given_names()
    other: dict[str, str] = {}
    edits: list[Edit] = []
    for found in _PERSON.finditer(text):
        person = found.group()
        if person.startswith("[") or person.lower() in known:
            drawn = other.setdefault(person, names[int(random.integers(len(names)))].capitalize())
            edits.append(Edit(*found.span(), drawn))
    return edits


@cache
def _given_names() -> tuple[tuple[str, ...], frozenset[str]]:
    """Given names of many locales that are no words besides, folded: in order, and to look up."""
    from corpora.redaction.name_lists import name_lists

    known = frozenset(n for n in name_lists().given if n.isalpha() and len(n) > 2)
    return tuple(sorted(known)), known


def _loose_marks(text: str, random: np.random.Generator) -> list[Edit]:
    """Leave out some punctuation, apostrophes too."""
    return [
        Edit(*found.span(), "")
        for found in _MARK.finditer(text)
        if random.random() < _SHARE_OF_MARKS
    ]


def _contractions(text: str, random: np.random.Generator) -> list[Edit]:
    """Write contractions out, and "did not" together."""
    return [
        Edit(*found.span(), _WRITTEN_OUT.get(found.group().casefold(), "n't"))
        for found in _CONTRACTION.finditer(text)
    ]
