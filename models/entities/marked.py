"""Texts with all their personal data marked, to learn from and to measure on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import SourceError
from models.entities.labels import kind_of


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One run of characters `[start, end)` that must not be published."""

    start: int
    end: int
    kind: str
    entity: str
    """The same for all mentions of one entity of a text."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and every mention in it, in order."""

    text: str = field(repr=False)
    mentions: tuple[Mention, ...]


def read_marked(path: Path, splits: frozenset[str]) -> Iterator[MarkedText]:
    """Read the rows of some splits of a file like `corpora/gold/personal-data.jsonl`.

    Raises SourceError that names the line and what it lacks.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                if row["split"] in splits:
                    yield MarkedText(row["text"], tuple(sorted(map(_mention, row["entities"]))))
            except (ValueError, LookupError, TypeError) as error:
                raise SourceError(
                    f"{path}:{number}: expected split, text and entities with type, role, entity, "
                    f"start and end ({type(error).__name__})"
                ) from error


def _mention(row: dict[str, object]) -> Mention:
    start, end, role = row["start"], row["end"], row["role"]
    if not (isinstance(start, int) and isinstance(end, int) and start < end):
        raise ValueError("offsets")
    kind = kind_of(str(row["type"]), None if role is None else str(role))
    return Mention(start, end, kind, str(row["entity"]))
