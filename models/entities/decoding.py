"""From chances per token to entities: whole words, joined where one entity goes on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpora.redaction.recogniser import Entity
from models.encoded_story import EncodedStory
from models.entities.labels import KINDS, OUTSIDE, PERSONS

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Least:
    """From which chance on, 0..1, a word is taken for personal data.

    Two of them, as the lists of names leave few persons to be missed, but many rare words that look
    like one; of addresses and ids in strange forms it is the other way round.
    """

    persons: float
    others: float


_PERSON_COLUMNS = [i for i, kind in enumerate(KINDS) if kind in PERSONS]


def entities(text: str, story: EncodedStory, chances: Floats, least: Least) -> list[Entity]:
    """Return the entities of a text, in order.

    `chances` (N, C) of its N tokens; a word is part of an entity when some token of it is with a
    chance of at least `least` of its kind.
    """
    found: list[Entity] = []
    lowest = min(least.persons, least.others)
    for first, stop in _words(text, story):
        some = 1 - chances[first:stop, OUTSIDE]  # (n,)
        score = float(some.max())
        if score < lowest:
            continue
        said = chances[first:stop].mean(axis=0)  # (C,)
        begins, goes_on = said[1 : 1 + len(KINDS)], said[1 + len(KINDS) :]
        kind = _kind(begins + goes_on)
        if score < (least.persons if kind in PERSONS else least.others):
            continue
        start, end = story.token_starts[first], story.token_ends[stop - 1]
        is_new = float(begins.sum()) > float(goes_on.sum())
        if found and not is_new and _continues(text, found[-1], kind, start):
            last = found.pop()
            found.append(Entity(last.start, end, last.kind, max(last.score, score)))
        else:
            found.append(Entity(start, end, kind, score))
    return [one for one in found if any(c.isalnum() for c in text[one.start : one.end])]


def _words(text: str, story: EncodedStory) -> list[tuple[int, int]]:
    """Group tokens into words: runs of letters and digits with nothing between, or one mark."""
    groups: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(zip(story.token_starts, story.token_ends, strict=True)):
        is_joined = (
            at > 0
            and story.token_ends[at - 1] == start
            and text[start].isalnum()
            and text[start - 1].isalnum()
        )
        if is_joined:
            groups[-1] = (groups[-1][0], at + 1)
        elif end > start:
            groups.append((at, at + 1))
    return groups


def _kind(by_kind: Floats) -> str:
    """Choose the kind; the three roles of persons count together before one of them is chosen."""
    persons = float(by_kind[_PERSON_COLUMNS].sum())
    best = KINDS[int(by_kind.argmax())]
    others = [float(c) for i, c in enumerate(by_kind) if i not in _PERSON_COLUMNS]
    if persons >= max(others):
        return KINDS[_PERSON_COLUMNS[int(by_kind[_PERSON_COLUMNS].argmax())]]
    return best


def _continues(text: str, last: Entity, kind: str, start: int) -> bool:
    is_same = last.kind == kind or {last.kind, kind} <= PERSONS
    return is_same and not text[last.end : start].strip()
