"""What a story is: the values that every stage shares.

Offsets are half-open code-point indices: `text[start:end]` is the span. No `repr` shows story text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Record:
    """One item of a source as read: one review, mail, survey row, transcript, interview."""

    source: str
    """Name of the configured source."""
    native_id: str = field(repr=False)
    """The source's own id: an id column, a message id, or the path inside the source."""
    text: str = field(repr=False)
    where: str
    """File and place inside it, for messages, e.g. `survey.csv:17`."""
    created_at: datetime | None = None
    """When the customer spoke; timezone-aware, or None where the source does not say."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item that cannot be published: where and why, never the text."""

    source: str
    where: str
    stage: str
    """`read`, `clean`, `language`, `segment` or `redact`."""
    reason: str
    """One of few fixed wordings per stage, so that reasons can be counted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a record's cleaned text that can be one story."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Story:
    """A passage after redaction: the unit that is tagged, reviewed, curated and exported."""

    story_id: str
    record_id: str
    source: str
    start: int
    """Start of the passage in the record's cleaned text (before redaction)."""
    end: int
    text: str = field(repr=False)
    """Redacted."""
    created_at: datetime | None
    redactor_version: str
    segmenter_version: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of the story's text that show why a tag was given."""

    tag: str
    """`moment`, `personalization`, or facet and label, e.g. `excuses.policy`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tags:
    """The labels of a story, facet by facet: the same type for gold, predictions and reviews.

    A facet that is missing was not annotated; an empty tuple means that none of its labels holds.
    Single-label facets hold exactly one label.
    """

    labels: Mapping[str, tuple[str, ...]]
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", MappingProxyType(dict(self.labels)))

    def one(self, facet: str) -> str:
        """Return the label of a single-label facet."""
        (label,) = self.labels[facet]
        return label

    def has(self, facet: str, label: str) -> bool:
        """Whether the label was given."""
        return label in self.labels.get(facet, ())


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the tagger says about one story."""

    tags: Tags
    scores: Mapping[str, Mapping[str, float]]
    """Facet -> label -> calibrated probability, 0..1."""
    needs_review: bool


@dataclass(frozen=True, slots=True)
class TaggedStory:
    """A story with its tags and the versions that made them."""

    story: Story
    prediction: Prediction
    model_version: str
    taxonomy_version: str
