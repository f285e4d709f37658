"""Compare what a system masks with what is marked: outcomes of entities, spans, documents."""

import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.redaction.documents import Document, Mention
from benchmarks.redaction.systems import QUARANTINED, Span, System

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class EntityOutcome:
    """What became of one entity: masked only if every letter and digit of all mentions is."""

    document: Document
    type: str
    mentions: tuple[Mention, ...]
    left: tuple[Mention, ...]
    """Mentions of which something can still be read."""
    is_right_type: bool
    """Masked, and under its own type alone."""
    has_right_role: bool | None
    """Of masked persons whose role is known, where the system gives roles."""

    @property
    def is_masked(self) -> bool:
        """Whether nothing of it is left."""
        return not self.left

    @property
    def is_watched(self) -> bool:
        """Whether it is what its document was changed for."""
        return self.mentions[0].entity in self.document.watched


@dataclass(frozen=True, slots=True)
class SpanOutcome:
    """What a system masked: right if it holds some personal data, of whatever type."""

    document: Document
    span: Span
    is_right: bool


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """Counts of one document."""

    document: Document
    leaks: int
    other_tokens: int
    overmasked: int
    is_refused: bool


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What one system did to one set."""

    entities: tuple[EntityOutcome, ...]
    spans: tuple[SpanOutcome, ...]
    """Without those that lie on neutral text."""
    documents: tuple[DocumentOutcome, ...]
    characters_per_second: float
    """Of processor time: other load on the machine does not count."""


def measure(system: System, documents: Sequence[Document]) -> Outcomes:
    """Let the system see every text once, in order, and compare."""
    system.spans_of([documents[0].text])  # what it loads at its first text is not speed
    began = time.process_time()
    found = system.spans_of([document.text for document in documents])
    seconds = time.process_time() - began
    entities: list[EntityOutcome] = []
    outcomes: list[DocumentOutcome] = []
    kept: list[SpanOutcome] = []
    for document, spans in zip(documents, found, strict=True):
        own = _entities(document, spans)
        entities += own
        kept += _spans(document, spans)
        outcomes.append(_document(document, spans, sum(not e.is_masked for e in own)))
    speed = sum(len(document.text) for document in documents) / max(seconds, 1e-9)
    return Outcomes(tuple(entities), tuple(kept), tuple(outcomes), speed)


def _entities(document: Document, spans: Sequence[Span]) -> list[EntityOutcome]:
    cover = {place: span for span in spans for place in range(span.start, span.end)}
    by_entity: dict[str, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        by_entity[mention.entity].append(mention)
    outcomes = []
    for mentions in by_entity.values():
        kind = mentions[0].type
        letters = [_letters(document.text, one) for one in mentions]
        left = [m for m, places in zip(mentions, letters, strict=True) if places - cover.keys()]
        given = [cover[place] for places in letters for place in places if place in cover]
        outcomes.append(
            EntityOutcome(
                document,
                kind,
                tuple(mentions),
                tuple(left),
                is_right_type=not left and all(span.type == kind for span in given),
                has_right_role=None if left else _role(mentions, cover),
            )
        )
    return outcomes


def _letters(text: str, mention: Mention) -> set[int]:
    return {place for place in range(mention.start, mention.end) if text[place].isalnum()}


def _role(mentions: Sequence[Mention], cover: dict[int, Span]) -> bool | None:
    """Compare the role that most mentions were given with the marked one."""
    given = [cover[mention.start].role for mention in mentions if mention.start in cover]
    known = [role for role in given if role]
    if mentions[0].role is None or not known:
        return None
    return max(known, key=known.count) == mentions[0].role


def _spans(document: Document, spans: Sequence[Span]) -> list[SpanOutcome]:
    secret = {place for m in document.mentions for place in range(m.start, m.end)}
    neutral = {place for start, end in document.neutral for place in range(start, end)}
    judged = [
        (SpanOutcome(document, span, not secret.isdisjoint(places)), neutral.isdisjoint(places))
        for span, places in ((span, range(span.start, span.end)) for span in spans)
        if span.type != QUARANTINED
    ]
    return [one for one, is_plain in judged if one.is_right or is_plain]


def _document(document: Document, spans: Sequence[Span], leaks: int) -> DocumentOutcome:
    covered = {place for span in spans for place in range(span.start, span.end)}
    marked = [*document.neutral, *((m.start, m.end) for m in document.mentions)]
    ours = {place for start, end in marked for place in range(start, end)}
    others = [
        token.span()
        for token in _TOKEN.finditer(document.text)
        if ours.isdisjoint(range(*token.span()))
    ]
    overmasked = sum(not covered.isdisjoint(range(*token)) for token in others)
    is_refused = any(span.type == QUARANTINED for span in spans)
    return DocumentOutcome(document, leaks, len(others), overmasked, is_refused)
