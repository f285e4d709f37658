"""What a learned recogniser says, made fit to stand beside what rules and lists say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.redaction.extents import PARTICLES
from corpora.redaction.finds import Find, find
from corpora.redaction.guesses import is_possible
from corpora.redaction.links import link_around
from corpora.redaction.mentions import Person
from corpora.redaction.name_words import WORD_FIRST
from corpora.redaction.names import Name
from corpora.redaction.page import Page, read_page
from corpora.redaction.recogniser import Entity

_PERSONS = frozenset({"CUSTOMER", "EMPLOYEE", "PERSON"})
SURE = 0.5
"""From here on a name counts in its own right: it is looked for all through the text, it may be an
everyday word, and the scan after masking minds it. Below, only the place itself is masked."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Finds of one scan."""

    structured: tuple[Find, ...] = ()
    names: tuple[Name, ...] = ()
    guesses: tuple[Name, ...] = ()
    """Names of less than `SURE`."""


NOTHING = Learned()


def learned(entities: Sequence[Entity], text: str, *, is_first_scan: bool) -> Learned:
    """Sort the entities of a text.

    After masking only what is sure counts: with the names gone the words left read differently, and
    a recogniser tuned to miss nothing would find something in every text.
    """
    kept = [one for one in entities if is_first_scan or one.score >= SURE]
    names = [
        (name, one.score >= SURE)
        for one in kept
        if one.kind in _PERSONS and (name := _name(one, text)) is not None
    ]
    return Learned(
        tuple(f for one in kept if one.kind not in _PERSONS and (f := _structured(one, text))),
        tuple(name for name, is_sure in names if is_sure),
        tuple(name for name, is_sure in names if not is_sure and not _is_everyday(name)),
    )


def joined(names: Iterable[Name], page: Page) -> list[Name]:
    """Make one name of those that overlap: "Anna" of a list and "Anna Lindqvist" as learned."""
    whole: list[Name] = []
    for name in sorted(names, key=lambda one: (one.start, -one.end)):
        if whole and name.start < whole[-1].end:
            last = whole.pop()
            start, end = last.start, max(last.end, name.end)
            name = Name(
                start,
                end,
                _words(page.text[start:end]) or last.words,
                last.cue or name.cue,
                last.role or name.role,
            )
        whole.append(name)
    return whole


def guessed(people: Sequence[Person], guesses: Iterable[Name]) -> list[Person]:
    """Return persons for the guesses of whom nothing is known yet; the others are mentions.

    A guess is masked where it stands and nowhere else.
    """
    taken = {at for one in people for name in one.mentions for at in range(name.start, name.end)}
    more: list[Person] = []
    for guess in guesses:
        if not taken.isdisjoint(range(guess.start, guess.end)):
            continue
        person = next((one for one in [*people, *more] if one.takes(guess)), None)
        if person is None:
            person = Person(key=f"guess {len(more)}")
            more.append(person)
        person.add(guess)
    return more


def _structured(entity: Entity, text: str) -> Find | None:
    """Return what to mask; of a link, which the rules have read as well, all or nothing."""
    link = link_around(text, entity.start)
    if link:
        return find("URL", text, link.start, link.end) if entity.score >= SURE else None
    if is_possible(entity.kind, text, entity.start, entity.end):
        return find(entity.kind, text, entity.start, entity.end)
    return None


def _name(entity: Entity, text: str) -> Name | None:
    words = _words(text[entity.start : entity.end])
    return Name(entity.start, entity.end, words, "", entity.kind) if words else None


def _words(said: str) -> tuple[str, ...]:
    """Return the folded words of a name, without particles; initials where there is no more."""
    folded = [word.folded for word in read_page(said).words if word.folded not in PARTICLES]
    return tuple(word for word in folded if len(word) > 1) or tuple(folded)


def _is_everyday(name: Name) -> bool:
    return all(word in WORD_FIRST for word in name.words)
