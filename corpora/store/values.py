"""What goes into the store and comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from corpora.story import Passage, Rejected, Tags

Verdict = Literal["confirmed", "corrected", "rejected"]


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a version of a file was read."""

    path_key: str
    file_key: str
    """Stands for the file in the ids of its records; stays when the file is renamed."""
    file_digest: str
    records_done: int = 0
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class PassageKeys:
    """A redacted passage with what finds its duplicates."""

    passage: Passage
    text_digest: str
    near_duplicate_keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record on its way into the store."""

    native_id: str = field(repr=False)
    content_digest: str
    created_at: datetime | None
    outcome: tuple[PassageKeys, ...] | Rejected | None
    """What became of it; None when the store was seen to hold this very record."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """Some records of one file, in order, and how far the file is read with them."""

    cursor: Cursor
    items: tuple[Incoming | Rejected, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Parts of files of one source that are kept or lost together."""

    source: str
    parts: tuple[FilePart, ...]
    redactor_version: str
    segmenter_version: str
    now: datetime
    run_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuarantineEntry:
    """An item that could not be published: where and why, never its text."""

    source: str
    where: str
    stage: str
    reason: str
    run_id: str | None
    found_at: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program over the store."""

    run_id: str
    kind: str
    status: str
    """`running`, `done`, `failed` or `crashed`."""
    versions: Mapping[str, str]
    counts: Mapping[str, object]
    started_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Review:
    """A person's verdict on the tags of a story."""

    story_id: str
    reviewer: str
    verdict: Verdict
    tags: Tags
    """The tags that the reviewer holds right."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which tagged stories to read; None means all."""

    created_from: datetime | None = None
    """Inclusive; a bound leaves out stories without a date."""
    created_until: datetime | None = None
    """Exclusive."""
    sources: frozenset[str] | None = None
    model_version: str | None = None
