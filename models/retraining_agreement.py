"""What the reviewers of a story agree on, and which reviewed stories belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpora.taxonomy import Taxonomy

if TYPE_CHECKING:
    from sqlalchemy import Connection

Labels = dict[str, tuple[str, ...]]
Spans = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class AgreedStory:
    """What the reviewers of a story agree on."""

    story_id: str
    group: str
    """Smallest id of the records that this story and others of them are told in."""
    labels: Labels
    evidence: Spans
    """Tag, start, end, as the last of them marked it."""


def agreed_labels(
    given: Sequence[Mapping[str, Sequence[str]]], taxonomy: Taxonomy
) -> tuple[Labels, int]:
    """Return the labels that all reviewers gave alike, and how many facets they differ on.

    Labels that the taxonomy no longer has make a facet count as not annotated.
    """
    agreed: Labels = {}
    disputed = 0
    for facet in taxonomy.facets:
        answers = {frozenset(labels[facet.name]) for labels in given if facet.name in labels}
        if len(answers) > 1:
            disputed += 1
        elif answers:
            (labels,) = answers
            is_answer = facet.kind == "multi" or len(labels) == 1
            if is_answer and labels <= set(facet.label_names):
                agreed[facet.name] = tuple(n for n in facet.label_names if n in labels)
    return agreed, disputed


def agreed_evidence(spans: Sequence[tuple[str, int, int]], labels: Labels) -> Spans:
    """Keep the spans whose tag was agreed on."""
    kept = []
    for tag, start, end in spans:
        facet, _, label = tag.partition(".")
        if facet in labels and (not label or label in labels[facet]):
            kept.append((tag, start, end))
    return tuple(sorted(kept))


def record_groups(connection: "Connection") -> dict[str, str]:
    """Return story -> group: stories that share a record, or a story of it, are in one."""
    from sqlalchemy import select

    from corpora.store.schema import origins, reviews

    inside = select(reviews.c.story_id)
    rows = connection.execute(
        select(origins.c.story_id, origins.c.record_id)
        .where(origins.c.story_id.in_(inside))
        .order_by(origins.c.story_id, origins.c.record_id)
    ).all()
    above: dict[str, str] = {}

    def top(record: str) -> str:
        while above.setdefault(record, record) != record:
            record = above[record]
        return record

    first: dict[str, str] = {}
    for row in rows:
        known = first.setdefault(row.story_id, row.record_id)
        one, other = sorted((top(row.record_id), top(known)))
        above[other] = one
    return {story: top(record) for story, record in first.items()}
