"""Where stories are kept: SQLite by default, PostgreSQL for teams."""

from corpora.store.store import Store
from corpora.store.values import (
    Batch,
    Cursor,
    FilePart,
    Incoming,
    PassageKeys,
    QuarantineEntry,
    Review,
    Run,
    Selection,
)

__all__ = [
    "Batch",
    "Cursor",
    "FilePart",
    "Incoming",
    "PassageKeys",
    "QuarantineEntry",
    "Review",
    "Run",
    "Selection",
    "Store",
]
