"""Read tagged stories in order of id, a page at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, func, select

from corpora.rows import StoredStory
from corpora.store.reviewing import review_statuses
from corpora.store.schema import evidence, origins, stories, taggings, tags
from corpora.store.values import Selection
from corpora.story import Evidence, Prediction, Story, Tags

_PAGE = 500
"""Stories in memory at a time; also below the values that an IN list may hold."""


def tagged_stories(connection: Connection, selection: Selection) -> Iterator[StoredStory]:
    """Yield the selected stories that have tags, in order of id."""
    query = _query(selection)
    after = ""
    while page := connection.execute(query.where(stories.c.story_id > after)).all():
        yield from _stories(connection, page)
        after = page[-1].story_id


def _query(selection: Selection) -> Select[tuple[object, ...]]:
    query = (
        select(
            stories,
            taggings.c.model_version,
            taggings.c.taxonomy_version,
            taggings.c.needs_review,
            taggings.c.scores,
        )
        .join(taggings, taggings.c.story_id == stories.c.story_id)
        .order_by(stories.c.story_id)
        .limit(_PAGE)
    )
    if selection.created_from is not None:
        query = query.where(stories.c.created_at >= selection.created_from)
    if selection.created_until is not None:
        query = query.where(stories.c.created_at < selection.created_until)
    if selection.sources is not None:
        query = query.where(stories.c.source.in_(sorted(selection.sources)))
    if selection.model_version is not None:
        query = query.where(taggings.c.model_version == selection.model_version)
    return query


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other tables say of the stories of a page, by story id."""

    labels: dict[str, dict[str, set[str]]]
    evidence: dict[str, list[Evidence]]
    origins: dict[str, int]
    review_statuses: dict[str, str]


def _stories(
    connection: Connection, page: Sequence[Row[tuple[object, ...]]]
) -> Iterator[StoredStory]:
    beside = _beside(connection, [row.story_id for row in page])
    for row in page:
        given = beside.labels.get(row.story_id, {})
        # Labels come in the order of the scores, which is the taxonomy's.
        labels = {
            facet: tuple(label for label in scores if label in given.get(facet, ()))
            for facet, scores in row.scores.items()
        }
        shown = tuple(sorted(beside.evidence.get(row.story_id, ())))
        yield StoredStory(
            Story(
                story_id=row.story_id,
                record_id=row.record_id,
                source=row.source,
                start=row.start,
                end=row.end,
                text=row.text,
                created_at=row.created_at,
                redactor_version=row.redactor_version,
                segmenter_version=row.segmenter_version,
            ),
            Prediction(Tags(labels, shown), row.scores, row.needs_review),
            row.model_version,
            row.taxonomy_version,
            origins=beside.origins[row.story_id],
            review_status=beside.review_statuses.get(row.story_id, "unreviewed"),
        )


def _beside(connection: Connection, ids: list[str]) -> _Beside:
    labels: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    given = select(tags.c.story_id, tags.c.facet, tags.c.label).where(tags.c.story_id.in_(ids))
    for story_id, facet, label in connection.execute(given):
        labels[story_id].setdefault(facet, set()).add(label)
    shown: defaultdict[str, list[Evidence]] = defaultdict(list)
    spans = select(evidence).where(evidence.c.story_id.in_(ids))
    for row in connection.execute(spans):
        shown[row.story_id].append(Evidence(row.tag, row.start, row.end))
    counted = (
        select(origins.c.story_id, func.count().label("number"))
        .where(origins.c.story_id.in_(ids))
        .group_by(origins.c.story_id)
    )
    numbers = {row.story_id: row.number for row in connection.execute(counted)}
    return _Beside(labels, shown, numbers, review_statuses(connection, ids))
