"""Ingestion: every record is counted, and what must not be published is not."""

import stat
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.redaction.recogniser import Entity
from corpora.report import RunReport
from corpora.store import Store
from corpora.store.schema import cursors
from tests.corpora.ingestion_making import (
    BREAD,
    KAYAK,
    LAMP,
    NOW,
    VISA,
    ingest,
    story_ids,
    texts,
    write_csv,
)


def test_every_record_is_published_merged_rejected_or_skipped(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    german = "Die Lampe kam kaputt an und niemand im Laden wollte uns mit der Rechnung helfen."
    write_csv(
        inbox / "a.csv",
        [("1", LAMP), ("2", KAYAK), ("3", LAMP.upper()), ("4", german), ("5", "")],
    )
    write_csv(inbox / "b.csv", [("1", VISA), ("2", KAYAK)])

    report = ingest(store, inbox, redactor)

    assert (report.read, report.published, report.merged, report.skipped) == (7, 3, 2, 0)
    assert report.rejected["language: language: de"] == 1
    assert report.rejected_records == 2
    assert report.stories == 3
    assert texts(store) == {LAMP, KAYAK, VISA}
    assert [entry.where for entry in store.quarantined()] == ["a.csv:5", "a.csv:6"]


def test_a_second_run_adds_nothing(store: Store, inbox: Path, redactor: Redactor) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK), ("3", ""), ("4", VISA), ("5", BREAD)])
    first = ingest(store, inbox, redactor)

    second = ingest(store, inbox, redactor)

    assert first.stories == 4
    assert second == RunReport(read=5, skipped=5)
    assert len(store.quarantined()) == 1


def test_a_redactor_that_fails_publishes_nothing_and_tells_no_text(
    store: Store, inbox: Path
) -> None:
    class Failing:
        version = "failing"

        def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
            raise TimeoutError(texts[0])

    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK)])

    report = ingest(store, inbox, Redactor(recogniser=Failing()))

    assert report.rejected == {"redact: TimeoutError": 2}
    assert store.count_stories() == 0
    assert "lamp" not in repr(store.quarantined()).lower()


def test_the_store_names_neither_files_nor_ids_of_customers(
    store: Store, inbox: Path, redactor: Redactor, tmp_path: Path
) -> None:
    write_csv(inbox / "wilhelmina-okonkwo.csv", [("quentin@example.org", LAMP)])

    ingest(store, inbox, redactor)
    store.close()

    for path in (tmp_path / "state").iterdir():
        content = path.read_bytes()
        assert b"okonkwo" not in content
        assert b"quentin" not in content
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_small_files_share_a_batch_and_each_gets_its_cursor(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    for name, text in (("a", LAMP), ("b", KAYAK), ("c", VISA), ("d", BREAD)):
        (inbox / f"{name}.txt").write_text(text, encoding="utf-8")
    counted: list[int] = []

    report = ingest_source(
        "notes", inbox, Columns(), store, redactor, now=NOW, batch_size=3, progress=counted.append
    )

    assert report.published == 4
    assert counted == [3, 1]
    with store.reading() as connection:
        assert list(connection.scalars(select(cursors.c.is_complete))) == [True] * 4


def test_what_is_forgotten_is_in_no_byte_of_the_store_and_never_comes_back(
    store: Store, inbox: Path, redactor: Redactor, tmp_path: Path
) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK), ("3", LAMP)])
    ingest(store, inbox, redactor)

    gone = store.forget([story_ids(store)[LAMP]], now=NOW)

    assert len(gone) == 1
    for path in (tmp_path / "state").iterdir():
        assert b"arrived broken" not in path.read_bytes()
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK), ("3", LAMP)][::-1])
    write_csv(inbox / "b.csv", [("9", LAMP)])
    assert ingest(store, inbox, redactor) == RunReport(read=4, skipped=4)
    assert texts(store) == {KAYAK}
