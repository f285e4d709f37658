"""Small texts in tables, their ingestion, and what the store then holds."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.report import RunReport
from corpora.store import Store
from corpora.store.schema import stories

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = b"a key of the tests, 32 bytes...."
LAMP = "The lamp arrived broken and the clerk on the phone told me to read the small print first."
KAYAK = "They drove forty miles with a spare paddle so that our weekend on the lake was not lost."
VISA = "My visa photo was refused twice, and each counter sent me back to the other counter again."
BREAD = "A warm loaf was waiting with a card that said they were sorry about the long wait."


def write_csv(path: Path, rows: Sequence[tuple[str, str]]) -> None:
    """Write a table of ids and texts."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "text"))
        writer.writerows(rows)


def ingest(store: Store, inbox: Path, redactor: Redactor, source: str = "survey") -> RunReport:
    """Ingest the folder as that source, three records a batch."""
    return ingest_source(source, inbox, Columns(), store, redactor, now=NOW, batch_size=3)


def texts(store: Store) -> set[str]:
    """Return the texts of all stories."""
    with store.reading() as connection:
        return set(connection.scalars(select(stories.c.text)))


def story_ids(store: Store) -> dict[str, str]:
    """Return the id of every story by its text."""
    with store.reading() as connection:
        found = connection.execute(select(stories.c.text, stories.c.story_id))
        return {text: story_id for text, story_id in found}
