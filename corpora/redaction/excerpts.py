"""What a recogniser reads of a text: all of it at first, then what lies around the changes.

The same words among the same words are recognised the same way: what is far from a placeholder was
judged by the scan before. Rules and lists read all of a text every time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpora.redaction.recogniser import Entity
from corpora.story import Span

_HEEDED = 120  # characters to both sides of a change: what may read differently now
_READ = 2 * _HEEDED  # with what stands around that, for a sentence is told by its beginning


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text."""

    text: str = field(repr=False)
    start: int
    """Where it begins in the whole text."""
    first: int
    stop: int
    """Entities outside `[first, stop)` of the whole text are not heeded: they were cut off."""


def whole(text: str) -> list[Excerpt]:
    """Return a text in one piece."""
    return [Excerpt(text, 0, 0, len(text))]


def around(text: str, changed: Sequence[Span]) -> list[Excerpt]:
    """Return what lies around the changes of a text, in order and apart."""
    return [
        Excerpt(
            text[max(0, near[0].start - _READ) : near[-1].end + _READ],
            max(0, near[0].start - _READ),
            near[0].start - _HEEDED,
            near[-1].end + _HEEDED,
        )
        for near in _neighbours(changed)
    ]


def gathered(excerpts: Iterable[Excerpt], said: Iterable[Sequence[Entity]]) -> list[Entity]:
    """Return the entities of a text, given those of its excerpts."""
    moved = (
        (one, replace(entity, start=entity.start + one.start, end=entity.end + one.start))
        for one, entities in zip(excerpts, said, strict=True)
        for entity in entities
    )
    return [entity for one, entity in moved if one.first <= entity.start and entity.end <= one.stop]


def _neighbours(changed: Sequence[Span]) -> Iterator[list[Span]]:
    """Group the changes whose surroundings meet."""
    group: list[Span] = []
    for one in changed:
        if group and one.start - group[-1].end > 2 * _READ:
            yield group
            group = []
        group.append(one)
    if group:
        yield group
