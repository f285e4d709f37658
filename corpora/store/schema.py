"""The tables of the store, for SQLite and PostgreSQL alike.

Names of files, ids of a source and texts before redaction never get in: records, files and texts
are known by digests under the store's own key, so that the store alone tells nothing of a person
whom the redactor took out. Only quarantine names files, so that a person can mend them.
"""

from corpora.store.columns import metadata
from corpora.store.story_tables import (
    evidence,
    near_duplicate_keys,
    origins,
    records,
    reviews,
    stories,
    taggings,
    tags,
)
from corpora.store.work_tables import cursors, quarantine, runs, settings, tombstones

__all__ = [
    "cursors",
    "evidence",
    "metadata",
    "near_duplicate_keys",
    "origins",
    "quarantine",
    "records",
    "reviews",
    "runs",
    "settings",
    "stories",
    "taggings",
    "tags",
    "tombstones",
]
