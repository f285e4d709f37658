"""Tables of stories: their records and origins, what finds duplicates, tags and reviews."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from corpora.store.columns import UtcTime, metadata, of_story

records = Table(
    "records",
    metadata,
    Column("record_id", String(32), primary_key=True),
    Column("source", Text, nullable=False),
    Column("content_digest", String(32), nullable=False),
    Column("updated_at", UtcTime, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("story_id", String(32), primary_key=True),
    Column("record_id", String(32), nullable=False),
    Column("source", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_digest", String(64), nullable=False, unique=True),
    Column("created_at", UtcTime),
    Column("redactor_version", Text, nullable=False),
    Column("segmenter_version", Text, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Index("stories_by_creation", "created_at"),
)

origins = Table(
    "origins",
    metadata,
    of_story(),
    Column(
        "record_id",
        String(32),
        ForeignKey("records.record_id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("created_at", UtcTime),
    Index("origins_by_record", "record_id"),
)

near_duplicate_keys = Table(
    "near_duplicate_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    of_story(),
    Index("near_duplicate_keys_by_story", "story_id"),
)

taggings = Table(
    "taggings",
    metadata,
    of_story(),
    Column("model_version", Text, nullable=False),
    Column("taxonomy_version", Text, nullable=False),
    Column("needs_review", Boolean, nullable=False),
    Column("scores", JSON, nullable=False),
)
"""One row per tagged story; `scores` holds facet -> label -> probability for every label."""

tags = Table(
    "tags",
    metadata,
    of_story(),
    Column("facet", String(60), primary_key=True),
    Column("label", String(60), primary_key=True),
    Column("probability", Float),
    Index("tags_by_label", "facet", "label"),
)
"""The labels that were given."""

evidence = Table(
    "evidence",
    metadata,
    of_story(),
    Column("tag", String(120), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
)

reviews = Table(
    "reviews",
    metadata,
    of_story(),
    Column("reviewer", String(200), primary_key=True),
    Column("verdict", String(20), nullable=False),
    Column("labels", JSON, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("reviewed_at", UtcTime, nullable=False),
)
