"""The first tables.

Written out in full, not taken from `schema.py`: what a migration does must never change later.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "cursors",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("path_key", sa.String(length=32), nullable=False),
        sa.Column("file_key", sa.String(length=32), nullable=False),
        sa.Column("file_digest", sa.String(length=32), nullable=False),
        sa.Column("records_done", sa.Integer(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("source", "path_key"),
    )
    op.create_table(
        "quarantine",
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.String(length=32), nullable=False),
        sa.Column("file_key", sa.String(length=32), nullable=False),
        sa.Column("file_digest", sa.String(length=32), nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("entry_id"),
    )
    op.create_index("quarantine_by_file", "quarantine", ["file_key"], unique=False)
    op.create_table(
        "records",
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("record_id"),
    )
    op.create_table(
        "runs",
        sa.Column("run_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("run_id"),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "stories",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("redactor_version", sa.Text(), nullable=False),
        sa.Column("segmenter_version", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("story_id"),
        sa.UniqueConstraint("text_digest"),
    )
    op.create_index("stories_by_creation", "stories", ["created_at"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("forgotten_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "evidence",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("tag", sa.String(length=120), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", "tag", "start", "end"),
    )
    op.create_table(
        "near_duplicate_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "story_id"),
    )
    op.create_index(
        "near_duplicate_keys_by_story", "near_duplicate_keys", ["story_id"], unique=False
    )
    op.create_table(
        "origins",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["records.record_id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", "record_id"),
    )
    op.create_index("origins_by_record", "origins", ["record_id"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("reviewer", sa.String(length=200), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", "reviewer"),
    )
    op.create_table(
        "taggings",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("taxonomy_version", sa.Text(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id"),
    )
    op.create_table(
        "tags",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("facet", sa.String(length=60), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["story_id"], ["stories.story_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", "facet", "label"),
    )
    op.create_index("tags_by_label", "tags", ["facet", "label"], unique=False)
