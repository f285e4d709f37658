"""The row of a tagged dataset: its columns, and from stories to rows and back."""

from __future__ import annotations  # pyarrow's types are named here but imported late

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpora.errors import StoreError
from corpora.story import Evidence, Prediction, Story, TaggedStory, Tags
from corpora.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

SCORE_DECIMALS = 6
"""Probabilities are rounded to what a float32 holds, so that equal tags write equal bytes."""


@dataclass(frozen=True, slots=True)
class StoredStory(TaggedStory):
    """A tagged story with what the store knows beside its tags."""

    origins: int = 1
    """How many records hold the story."""
    review_status: str = "unreviewed"
    """`unreviewed`, `confirmed`, `corrected`, `rejected`, or `disputed` where reviewers differ."""


def row_schema(taxonomy: Taxonomy) -> pa.Schema:
    """Return the columns of a tagged dataset of this taxonomy."""
    import pyarrow as pa  # imported late: heavy, and readers of rows as stories do without

    facets = [
        (facet.name, pa.string() if facet.kind == "single" else pa.list_(pa.string()))
        for facet in taxonomy.facets
    ]
    scores = pa.struct(
        [
            (facet.name, pa.struct([(label, pa.float32()) for label in facet.label_names]))
            for facet in taxonomy.facets
        ]
    )
    evidence = pa.struct([("tag", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
    return pa.schema(
        [
            ("story_id", pa.string()),
            ("record_id", pa.string()),
            ("source", pa.string()),
            ("origins", pa.int32()),
            ("created_at", pa.timestamp("us", tz="UTC")),
            ("text", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            *facets,
            ("scores", scores),
            ("evidence", pa.list_(evidence)),
            ("needs_review", pa.bool_()),
            ("review_status", pa.string()),
            ("model_version", pa.string()),
            ("taxonomy_version", pa.string()),
            ("redactor_version", pa.string()),
            ("segmenter_version", pa.string()),
        ]
    )


def rows_table(stories: Sequence[TaggedStory], taxonomy: Taxonomy) -> pa.Table:
    """Return one row per story. Raises StoreError when a story lacks a facet of the taxonomy."""
    import pyarrow as pa

    rows = [_row(story, taxonomy) for story in stories]
    return pa.Table.from_pylist(rows, schema=row_schema(taxonomy))


def table_stories(table: pa.Table, taxonomy: Taxonomy) -> Iterable[StoredStory]:
    """Yield the stories of a table that `rows_table` made."""
    for row in table.to_pylist():
        yield StoredStory(
            Story(
                story_id=row["story_id"],
                record_id=row["record_id"],
                source=row["source"],
                start=row["start"],
                end=row["end"],
                text=row["text"],
                created_at=row["created_at"],
                redactor_version=row["redactor_version"],
                segmenter_version=row["segmenter_version"],
            ),
            Prediction(
                Tags(
                    {
                        facet.name: (row[facet.name],)
                        if facet.kind == "single"
                        else tuple(row[facet.name])
                        for facet in taxonomy.facets
                    },
                    tuple(Evidence(e["tag"], e["start"], e["end"]) for e in row["evidence"]),
                ),
                row["scores"],
                row["needs_review"],
            ),
            row["model_version"],
            row["taxonomy_version"],
            origins=row["origins"],
            review_status=row["review_status"],
        )


def _row(tagged: TaggedStory, taxonomy: Taxonomy) -> Mapping[str, object]:
    story, prediction = tagged.story, tagged.prediction
    stored = tagged if isinstance(tagged, StoredStory) else None
    labels: dict[str, object] = {}
    for facet in taxonomy.facets:
        given = prediction.tags.labels.get(facet.name)
        if given is None or facet.name not in prediction.scores:
            raise StoreError(
                f"story {story.story_id}: no tags for facet '{facet.name}' of taxonomy version "
                f"{taxonomy.version} (it was tagged with version {tagged.taxonomy_version}); "
                "tag it again before emitting"
            )
        labels[facet.name] = given[0] if facet.kind == "single" else list(given)
    return {
        "story_id": story.story_id,
        "record_id": story.record_id,
        "source": story.source,
        "origins": stored.origins if stored else 1,
        "created_at": story.created_at,
        "text": story.text,
        "start": story.start,
        "end": story.end,
        **labels,
        "scores": {
            facet: {label: round(score, SCORE_DECIMALS) for label, score in scores.items()}
            for facet, scores in prediction.scores.items()
        },
        "evidence": [
            {"tag": item.tag, "start": item.start, "end": item.end}
            for item in sorted(prediction.tags.evidence)
        ],
        "needs_review": prediction.needs_review,
        "review_status": stored.review_status if stored else "unreviewed",
        "model_version": tagged.model_version,
        "taxonomy_version": tagged.taxonomy_version,
        "redactor_version": story.redactor_version,
        "segmenter_version": story.segmenter_version,
    }
