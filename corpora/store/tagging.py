"""Which stories wait for tags, and the tags that a model gives them."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, select

from corpora.errors import StoreError
from corpora.store.schema import evidence, stories, taggings, tags
from corpora.store.statements import chunks, insert_rows
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy


def untagged(
    connection: Connection, model_version: str, after: str, limit: int
) -> list[tuple[str, str]]:
    """Return id and text of at most `limit` stories after id `after` that this model has not seen.

    In order of id; begin with `after=""`.
    """
    seen = exists().where(
        taggings.c.story_id == stories.c.story_id, taggings.c.model_version == model_version
    )
    query = (
        select(stories.c.story_id, stories.c.text)
        .where(stories.c.story_id > after, ~seen)
        .order_by(stories.c.story_id)
        .limit(limit)
    )
    return [(row.story_id, row.text) for row in connection.execute(query)]


def save_predictions(
    connection: Connection,
    predictions: Sequence[tuple[str, Prediction]],
    model_version: str,
    taxonomy: Taxonomy,
) -> int:
    """Keep tags, evidence and scores, in place of those of an older model; return how many.

    Stories that were taken out meanwhile are passed over. Raises StoreError when a prediction
    lacks a facet of the taxonomy or a score of one of its labels: a story is tagged whole or not.
    """
    for story_id, prediction in predictions:
        _check_whole(story_id, prediction, taxonomy)
    present: set[str] = set()
    for some in chunks([story_id for story_id, _ in predictions]):
        present.update(
            connection.scalars(select(stories.c.story_id).where(stories.c.story_id.in_(some)))
        )
    for some in chunks(sorted(present)):
        for table in (taggings, tags, evidence):
            connection.execute(delete(table).where(table.c.story_id.in_(some)))
    # The last prediction of a story counts when it is named twice.
    kept = {story_id: given for story_id, given in predictions if story_id in present}
    insert_rows(
        connection,
        taggings,
        [
            {
                "story_id": story_id,
                "model_version": model_version,
                "taxonomy_version": taxonomy.version,
                "needs_review": given.needs_review,
                "scores": {facet: dict(scores) for facet, scores in given.scores.items()},
            }
            for story_id, given in kept.items()
        ],
    )
    insert_rows(connection, tags, _tag_rows(kept))
    insert_rows(connection, evidence, _evidence_rows(kept))
    return len(kept)


def _check_whole(story_id: str, prediction: Prediction, taxonomy: Taxonomy) -> None:
    for facet in taxonomy.facets:
        labels = prediction.tags.labels.get(facet.name)
        scored = prediction.scores.get(facet.name, {})
        problem = ""
        if labels is None or (facet.kind == "single" and len(labels) != 1):
            problem = f"expected {'one label' if facet.kind == 'single' else 'labels'}"
        elif unknown := set(labels) - set(facet.label_names):
            problem = f"unknown labels {sorted(unknown)}"
        elif missing := set(facet.label_names) - set(scored):
            problem = f"no score for {sorted(missing)}"
        if problem:
            raise StoreError(
                f"tags of story {story_id}: facet '{facet.name}': {problem}; "
                f"tag it with taxonomy version {taxonomy.version}"
            )


def _tag_rows(kept: dict[str, Prediction]) -> list[dict[str, object]]:
    return [
        {
            "story_id": story_id,
            "facet": facet,
            "label": label,
            "probability": given.scores.get(facet, {}).get(label),
        }
        for story_id, given in kept.items()
        for facet, labels in given.tags.labels.items()
        for label in dict.fromkeys(labels)
    ]


def _evidence_rows(kept: dict[str, Prediction]) -> list[dict[str, object]]:
    return [
        {"story_id": story_id, "tag": item.tag, "start": item.start, "end": item.end}
        for story_id, given in kept.items()
        for item in sorted(set(given.tags.evidence))
    ]
