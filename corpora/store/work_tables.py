"""Tables of how the work goes: runs, cursors, quarantine, tombstones and the store's settings."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text

from corpora.store.columns import UtcTime, metadata

settings = Table(
    "settings",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("entry_id", String(32), primary_key=True),
    Column("source", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("content_digest", String(32), nullable=False),
    Column("file_key", String(32), nullable=False),
    Column("file_digest", String(32), nullable=False),
    Column("run_id", String(32)),
    Column("found_at", UtcTime, nullable=False),
    Index("quarantine_by_file", "file_key"),
)
"""What is wrong with the present version of each file; the counts of the past are in `runs`."""

cursors = Table(
    "cursors",
    metadata,
    Column("source", Text, primary_key=True),
    Column("path_key", String(32), primary_key=True),
    # Stays the same when the file is renamed, so that its records stay the same records.
    Column("file_key", String(32), nullable=False),
    Column("file_digest", String(32), nullable=False),
    Column("records_done", Integer, nullable=False),
    Column("is_complete", Boolean, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("run_id", String(32), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("status", String(20), nullable=False),
    Column("versions", JSON, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("started_at", UtcTime, nullable=False),
    Column("finished_at", UtcTime),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("digest", String(32), primary_key=True),
    Column("forgotten_at", UtcTime, nullable=False),
)
"""Keyed digests of records and texts that must not come back."""
