"""Figures of one system on one set: shares with intervals, by type, by group, by known name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.redaction.documents import Document
from benchmarks.redaction.score import EntityOutcome, Outcomes, SpanOutcome
from benchmarks.redaction.shares import Share
from corpora.redaction.name_lists import fold, name_lists

LEAKING = "documents with a leak"
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """Of one gold type."""

    recall: Share
    right_type: Share
    """Masked under its own type."""
    precision: Share
    """Of the spans which the system calls so."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Of the documents of one locale or one form."""

    recall: Share
    """Of the entities that the form changed; of persons where no form is."""
    leaking: Share


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is reported."""

    summary: Mapping[str, Share]
    types: Mapping[str, TypeFigures]
    groups: Mapping[str, GroupFigures]
    names: Mapping[str, Share]
    """Recall of persons by how much of the name the redactor's lists know."""
    characters_per_second: float


def figures(outcomes: Outcomes) -> Figures:
    """Derive the figures from the outcomes."""
    entities, spans, documents = outcomes.entities, outcomes.spans, outcomes.documents
    persons = [one for one in entities if one.type == "PERSON"]
    roles = [one for one in entities if one.has_right_role is not None]
    leaking = [(one.document, one.leaks > 0, 1) for one in documents]
    summary = {
        LEAKING: _share(leaking),
        "entities masked": _recall(entities),
        "persons masked": _recall(persons),
        "structured entities masked": _recall(e for e in entities if e.type != "PERSON"),
        "masked under the right type": _share((e.document, e.is_right_type, 1) for e in entities),
        "placeholders with personal data": _precision(spans),
        "other tokens masked": _share(
            (d.document, d.overmasked, d.other_tokens) for d in documents
        ),
        "masked persons with the right role": _share(
            (e.document, bool(e.has_right_role), 1) for e in roles
        ),
        "documents refused": _share((d.document, d.is_refused, 1) for d in documents),
    }
    types = {
        kind: TypeFigures(
            _recall(e for e in entities if e.type == kind),
            _share((e.document, e.is_right_type, 1) for e in entities if e.type == kind),
            _precision(s for s in spans if s.span.type == kind),
        )
        for kind in sorted({e.type for e in entities} | {s.span.type for s in spans})
    }
    groups = {
        group: GroupFigures(
            _recall(
                e
                for e in entities
                if e.document.group == group
                and (e.is_watched if e.document.watched else e.type == "PERSON")
            ),
            _share(one for one in leaking if one[0].group == group),
        )
        for group in dict.fromkeys(d.document.group for d in documents)
        if group
    }
    names = {
        known: _recall(e for e in persons if how_known(_text(e)) == known)
        for known in ("all words known", "some known", "none known")
    }
    return Figures(summary, types, groups, names, outcomes.characters_per_second)


def how_known(name: str) -> str:
    """Say how many words of a name the redactor's lists know."""
    known = [name_lists().is_name(word) for word in name_words(name)]
    return "all words known" if all(known) else "some known" if any(known) else "none known"


def name_words(name: str) -> list[str]:
    """Return the folded words of a name."""
    return [fold(word) for word in _NAME_WORD.findall(name)]


def _text(entity: EntityOutcome) -> str:
    first = entity.mentions[0]
    return entity.document.text[first.start : first.end]


def _share(observed: Iterable[tuple[Document, int, int]]) -> Share:
    return Share.of_clusters((document.cluster, hits, of) for document, hits, of in observed)


def _recall(entities: Iterable[EntityOutcome]) -> Share:
    return _share((one.document, one.is_masked, 1) for one in entities)


def _precision(spans: Iterable[SpanOutcome]) -> Share:
    return _share((one.document, one.is_right, 1) for one in spans)
