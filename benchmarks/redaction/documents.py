"""Texts with all their personal data marked: read from gold, or put together from pieces."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.gold_rows import GOLD

PERSONAL_DATA = GOLD / "personal-data.jsonl"


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters `[start, end)` that must not be published."""

    type: str
    entity: str
    """Mentions of one entity share it; unique in its document only."""
    start: int
    end: int
    role: str | None = None
    """Of persons, where known: customer, employee, other."""


@dataclass(frozen=True, slots=True)
class Document:
    """An invented text, or one of the user's, with its personal data marked."""

    id: str
    text: str = field(repr=False)
    mentions: tuple[Mention, ...]
    cluster: str
    """Documents that are alike: those made of one template."""
    neutral: tuple[tuple[int, int], ...] = ()
    """Neither wanted nor resented when masked: a city, a year, an age."""
    watched: frozenset[str] = frozenset()
    """Entities in an unusual form, which the figures of that form are about."""
    group: str = ""
    """What a table sets apart: the locale, or the form."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of a document that is being put together."""

    text: str = field(repr=False)
    type: str | None = None
    """Gold type; None: no personal data."""
    entity: str = ""
    is_neutral: bool = False
    is_watched: bool = False


def join(pieces: Iterable[Piece], *, name: str, cluster: str, group: str) -> Document:
    """Put pieces together and note where each came to lie."""
    text = ""
    mentions: list[Mention] = []
    neutral: list[tuple[int, int]] = []
    watched: set[str] = set()
    for piece in pieces:
        start, text = len(text), text + piece.text
        if piece.type:
            mentions.append(Mention(piece.type, piece.entity, start, len(text)))
        if piece.is_neutral:
            neutral.append((start, len(text)))
        if piece.is_watched:
            watched.add(piece.entity)
    return Document(name, text, tuple(mentions), cluster, tuple(neutral), frozenset(watched), group)


def read_marked(path: Path, split: str | None = None) -> list[Document]:
    """Read documents in the columns of `corpora/gold/personal-data.jsonl`, those of one split.

    Raises ValueError when there is none.
    """
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    documents = [
        Document(row["id"], row["text"], tuple(Mention(**e) for e in row["entities"]), row["id"])
        for row in rows
        if split is None or row["split"] == split
    ]
    if not documents:
        raise ValueError(f"{path}: no marked text{f' of split {split}' if split else ''}")
    return documents
