"""PostgreSQL holds what SQLite holds. Needs STORYLODE_POSTGRES_URL, an empty database's URL."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.report import RunReport
from corpora.rows import StoredStory
from corpora.store import Store
from corpora.store.schema import metadata
from corpora.taxonomy import load_taxonomy
from tests.corpora.story_making import prediction

URL = os.environ.get("STORYLODE_POSTGRES_URL", "")
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = b"a key of the tests, 32 bytes...."
VERSIONS = (
    "id,text,created_at\n"
    "1,The ferry left without us although the gate was still open,2026-01-02T03:04:05+02:00\n"
    "2,A stranger at the bakery paid for my coffee and wished me luck,\n"
    "3,,\n",
    "id,text,created_at\n"
    "1,The ferry waited for us although the gate had closed and we cheered,2026-01-02\n"
    "2,A stranger at the bakery paid for my coffee and wished me luck,2026-01-03\n"
    "4,A stranger at the bakery paid for my coffee and wished me luck!,\n",
)

pytestmark = pytest.mark.skipif(not URL, reason="STORYLODE_POSTGRES_URL is not set")


@pytest.fixture
def postgres() -> Iterator[Store]:
    with Store.open(URL, key=KEY) as store:
        yield store
        with store.writing() as connection:
            metadata.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")


def history(
    store: Store, inbox: Path
) -> tuple[list[RunReport], list[StoredStory], dict[str, list[tuple[object, ...]]]]:
    """Ingest two versions of a file, tag what there is, and return all that can be seen."""
    taxonomy = load_taxonomy()
    inbox.mkdir()
    reports: list[RunReport] = []
    for version in (*VERSIONS, VERSIONS[0]):
        (inbox / "a.csv").write_text(version, encoding="utf-8")
        reports.append(
            ingest_source("survey", inbox, Columns(), store, Redactor(), now=NOW, batch_size=2)
        )
        waiting = [(story_id, prediction(taxonomy)) for story_id, _ in store.untagged("m1", "", 9)]
        store.save_predictions(waiting, "m1", taxonomy)
    with store.reading() as connection:
        rows = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }
    return reports, list(store.tagged_stories()), rows


def test_postgres_holds_what_sqlite_holds(postgres: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db", key=KEY) as sqlite:
        expected = history(sqlite, tmp_path / "one")

    assert history(postgres, tmp_path / "two") == expected
