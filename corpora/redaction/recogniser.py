"""What a learned recogniser of personal data has to offer; the rules work with or without one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Characters `[start, end)` that hold personal data of a placeholder type."""

    start: int
    end: int
    kind: str
    score: float
    """0..1, how sure it is that this is personal data."""


class Recogniser(Protocol):
    """Finds entities that patterns and lists cannot."""

    @property
    def version(self) -> str:
        """Name and digest of its weights, written on every row."""
        ...

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        """Return the entities of each text, in order, without overlap."""
        ...
