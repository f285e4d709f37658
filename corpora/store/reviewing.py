"""Reviews: what people said of a story's tags."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from corpora.errors import StoreError
from corpora.store.schema import reviews, stories
from corpora.store.statements import chunks, insert_rows
from corpora.store.values import Review


def save_review(connection: Connection, review: Review, now: datetime) -> None:
    """Keep a person's verdict, in place of the same person's earlier one.

    Raises StoreError when the story is not in the store (any more).
    """
    if not connection.scalar(
        select(stories.c.story_id).where(stories.c.story_id == review.story_id)
    ):
        raise StoreError(f"review of story {review.story_id}: it is not in the store (any more)")
    row = {
        "story_id": review.story_id,
        "reviewer": review.reviewer,
        "verdict": review.verdict,
        "labels": {facet: list(labels) for facet, labels in review.tags.labels.items()},
        "evidence": [[e.tag, e.start, e.end] for e in sorted(review.tags.evidence)],
        "reviewed_at": now,
    }
    insert_rows(connection, reviews, [row], on_conflict="replace")


def review_statuses(connection: Connection, story_ids: Iterable[str]) -> dict[str, str]:
    """Return the verdict on each reviewed story; `disputed` where reviewers differ."""
    statuses: dict[str, str] = {}
    for some in chunks(sorted(story_ids)):
        query = select(reviews.c.story_id, reviews.c.verdict).where(reviews.c.story_id.in_(some))
        for story_id, verdict in connection.execute(query):
            agreed = statuses.setdefault(story_id, verdict) == verdict
            statuses[story_id] = verdict if agreed else "disputed"
    return statuses
