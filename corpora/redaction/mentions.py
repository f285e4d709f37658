"""From names to persons: which mentions are one person, and where else that person is mentioned."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpora.redaction.cues_after import AFTER
from corpora.redaction.name_lists import NICKNAMES
from corpora.redaction.name_words import NAME_AND_WORD, WORD_FIRST
from corpora.redaction.names import Name
from corpora.redaction.page import WORD_OR_NAME, Page
from corpora.redaction.surroundings import is_date_or_place
from corpora.redaction.word_lists import listed


@dataclass(slots=True)
class Person:
    """One person of one text; grows while mentions are gathered."""

    key: str
    words: set[str] = field(default_factory=set, repr=False)
    full: tuple[str, ...] = field(default=(), repr=False)
    """The longest name so far."""
    mentions: list[Name] = field(default_factory=list, repr=False)

    def takes(self, name: Name) -> bool:
        """Whether `name` is this person: the same words, a part of them, or a short form."""
        if len(name.words) > 1 and len(self.full) > 1:
            short, long = sorted((set(name.words), set(self.full)), key=len)
            return short <= long or (
                name.words[-1] == self.full[-1] and _related(name.words[0], self.full[0])
            )
        return any(_related(ours, theirs) for ours in self.words for theirs in name.words)

    def add(self, name: Name) -> None:
        """Count `name` as a mention."""
        self.mentions.append(name)
        self.words.update(name.words)
        if len(name.words) > len(self.full):
            self.full = name.words


_SHORT_FORMS: dict[str, list[str]] = {}
for _short, _longer in NICKNAMES.items():
    for _long in _longer.split():
        _SHORT_FORMS.setdefault(_long, []).append(_short)


def persons(names: Iterable[Name]) -> list[Person]:
    """Group mentions; full names first, so that a lone surname finds its owner."""
    people: list[Person] = []
    for name in sorted(names, key=lambda n: (-min(len(n.words), 2), n.start)):
        person = next((p for p in people if p.takes(name)), None)
        if person is None:
            person = Person(key=f"person {len(people)}")
            people.append(person)
        person.add(name)
    return people


def further_mentions(page: Page, people: Sequence[Person]) -> None:
    """Add every other place where a word of a found name stands, in any casing."""
    if not people:
        return
    owner = {word: person for person in reversed(people) for word in person.words}
    for name, named in list(owner.items()):
        for short in _SHORT_FORMS.get(name, ()):
            owner.setdefault(short, named)
    taken = {
        at for person in people for name in person.mentions for at in range(name.start, name.end)
    }
    for index, word in enumerate(page.words):
        person = owner.get(word.folded)
        if person is None or word.start in taken or len(word.folded) < 2:
            continue
        if _is_mention(page, index, person):
            person.add(Name(word.start, word.end, (word.folded,), ""))


def _is_mention(page: Page, index: int, person: Person) -> bool:
    word = page.words[index]
    if word.folded not in NAME_AND_WORD and page.level(word.folded) != WORD_OR_NAME:
        known = page.lists.is_name(word.folded)
        return known or word.is_title or word.is_upper or len(word.folded) > 4
    if not word.is_title and not (word.is_upper and len(word.folded) > 2):
        return False
    if word.folded in WORD_FIRST and word.folded not in person.full:
        return False
    if page.level(word.folded) == WORD_OR_NAME and is_date_or_place(page, word):
        return False
    if not page.begins_sentence(word.start):
        return True
    following = page.words[index + 1].folded if index + 1 < len(page.words) else ""
    if following in _AFTER_A_VERB:
        return False
    is_doing = AFTER.match(page.text, word.end) or _DOES.match(page.text, word.end)
    return word.is_possessive or bool(is_doing) or page.text[word.end : word.end + 1] in set(",:.!")


# "Will you", "May I", "Mark my": a question or an order, not a person.
_AFTER_A_VERB = listed("you i we they he she it the my your this that anyone")
_DOES = re.compile(
    r" (?:\w{2,12}ed|sat|stood|held|drove|read|rode|won|sang|sent|shook|bent|ate|drank|slept|hid"
    r"|threw"
    r"|drew|flew|lost|left|meant|felt|paid|sold|taught|kept|in (?:bed|room|finance|accounts))\b"
)


def _related(one: str, other: str) -> bool:
    """Whether two words are one name: the same, or a short form and its long form."""
    if one == other:
        return True
    longer = NICKNAMES.get(one, "").split(), NICKNAMES.get(other, "").split()
    return one in longer[1] or other in longer[0] or bool(set(longer[0]) & set(longer[1]))
