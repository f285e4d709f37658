"""Ingestion: what is new comes in once, whatever happens to the files."""

import csv
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.report import RunReport
from corpora.store import Selection, Store
from corpora.store.schema import cursors, near_duplicate_keys, origins, records, stories
from corpora.taxonomy import load_taxonomy
from tests.corpora.story_making import prediction

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = b"a key of the tests, 32 bytes...."
LAMP = "The lamp arrived broken and the clerk on the phone told me to read the small print first."
KAYAK = "They drove forty miles with a spare paddle so that our weekend on the lake was not lost."
VISA = "My visa photo was refused twice, and each counter sent me back to the other counter again."
BREAD = "A warm loaf was waiting with a card that said they were sorry about the long wait."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "state" / "store.db", key=KEY) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


def write_csv(path: Path, rows: Sequence[tuple[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "text"))
        writer.writerows(rows)


def ingest(store: Store, inbox: Path, redactor: Redactor, source: str = "survey") -> RunReport:
    return ingest_source(source, inbox, Columns(), store, redactor, now=NOW, batch_size=3)


def texts(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.scalars(select(stories.c.text)))


def story_ids(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        found = connection.execute(select(stories.c.text, stories.c.story_id))
        return {text: story_id for text, story_id in found}


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


def test_touched_renamed_and_reordered_files_give_no_new_rows(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    rows = [("1", LAMP), ("2", KAYAK), ("3", VISA), ("4", BREAD)]
    write_csv(inbox / "a.csv", rows)
    ingest(store, inbox, redactor)
    before = table_rows(store)
    (inbox / "a.csv").rename(inbox / "z.csv")
    renamed = ingest(store, inbox, redactor)
    write_csv(inbox / "z.csv", rows[::-1])

    reordered = ingest(store, inbox, redactor)

    assert renamed == RunReport(read=4, skipped=4)
    assert reordered == RunReport(read=4, skipped=4)
    assert table_rows(store) == before


def table_rows(store: Store) -> list[list[tuple[object, ...]]]:
    with store.reading() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(select(table)))
            for table in (records, stories, origins, near_duplicate_keys)
        ]


def test_a_row_appended_to_a_renamed_file_is_the_only_new_one(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP)])
    ingest(store, inbox, redactor)
    (inbox / "a.csv").rename(inbox / "b.csv")
    ingest(store, inbox, redactor)
    write_csv(inbox / "b.csv", [("1", LAMP), ("2", KAYAK)])

    report = ingest(store, inbox, redactor)

    assert (report.published, report.skipped) == (1, 1)
    with store.reading() as connection:
        assert len(connection.execute(select(origins)).all()) == 2


def test_a_new_file_under_the_name_of_a_renamed_one_keeps_both(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "today.csv", [("1", LAMP)])
    ingest(store, inbox, redactor)
    (inbox / "today.csv").rename(inbox / "yesterday.csv")
    ingest(store, inbox, redactor)
    write_csv(inbox / "today.csv", [("1", KAYAK)])

    report = ingest(store, inbox, redactor)

    assert report.published == 1
    assert texts(store) == {LAMP, KAYAK}


def test_a_vanished_file_takes_no_story_along(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP)])
    write_csv(inbox / "b.csv", [("1", KAYAK)])
    ingest(store, inbox, redactor)
    (inbox / "a.csv").unlink()

    report = ingest(store, inbox, redactor)

    assert report == RunReport(read=1, skipped=1)
    assert texts(store) == {LAMP, KAYAK}


def test_an_edited_record_replaces_its_story_and_the_tags_go(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    taxonomy = load_taxonomy()
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK)])
    ingest(store, inbox, redactor)
    ids = story_ids(store)
    store.save_predictions([(i, prediction(taxonomy)) for i in ids.values()], "m1", taxonomy)
    edited = LAMP.replace("broken", "shattered")
    write_csv(inbox / "a.csv", [("1", edited), ("2", KAYAK)])

    report = ingest(store, inbox, redactor)

    assert (report.published, report.skipped, report.stories) == (1, 1, 1)
    assert texts(store) == {edited, KAYAK}
    assert [t.story.text for t in store.tagged_stories(Selection())] == [KAYAK]
    with store.reading() as connection:
        keyed = set(connection.scalars(select(near_duplicate_keys.c.story_id)))
        assert keyed <= set(story_ids(store).values())


def test_an_edit_back_is_the_first_story_again(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP)])
    ingest(store, inbox, redactor)
    before = story_ids(store)
    write_csv(inbox / "a.csv", [("1", BREAD)])
    ingest(store, inbox, redactor)
    write_csv(inbox / "a.csv", [("1", LAMP)])

    ingest(store, inbox, redactor)

    assert story_ids(store) == before


def test_the_same_text_from_two_sources_is_one_story_with_two_origins(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    taxonomy = load_taxonomy()
    write_csv(inbox / "a.csv", [("1", LAMP)])
    ingest(store, inbox, redactor, "survey")
    report = ingest(store, inbox, redactor, "reviews")
    store.save_predictions(
        [(i, prediction(taxonomy)) for i in story_ids(store).values()], "m1", taxonomy
    )

    (tagged,) = store.tagged_stories()

    assert (report.merged, report.stories) == (1, 0)
    assert (tagged.origins, tagged.story.source) == (2, "survey")


def test_a_story_outlives_the_edit_of_its_first_record_while_another_tells_it(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    taxonomy = load_taxonomy()
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", LAMP)])
    ingest(store, inbox, redactor)
    ids = story_ids(store)
    store.save_predictions([(ids[LAMP], prediction(taxonomy))], "m1", taxonomy)
    write_csv(inbox / "a.csv", [("1", BREAD), ("2", LAMP)])

    ingest(store, inbox, redactor)
    (tagged,) = store.tagged_stories()

    assert texts(store) == {LAMP, BREAD}
    assert tagged.story.story_id == ids[LAMP]
    assert tagged.origins == 1
    with store.reading() as connection:
        (heir,) = connection.scalars(
            select(origins.c.record_id).where(origins.c.story_id == ids[LAMP])
        )
    assert tagged.story.record_id == heir


def test_a_record_edited_into_another_language_leaves_the_store(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "a.csv", [("1", LAMP)])
    ingest(store, inbox, redactor)
    german = "Die Lampe kam kaputt an und niemand im Laden wollte uns mit der Rechnung helfen."
    write_csv(inbox / "a.csv", [("1", german)])

    report = ingest(store, inbox, redactor)

    assert report.rejected == {"language: language: de": 1}
    assert store.count_stories() == 0


def test_quarantine_forgets_what_a_newer_version_of_the_file_mended(
    store: Store, inbox: Path, redactor: Redactor
) -> None:
    write_csv(inbox / "a.csv", [("1", ""), ("2", KAYAK)])
    ingest(store, inbox, redactor)
    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK)])

    ingest(store, inbox, redactor)

    assert store.quarantined() == []


def test_a_redactor_that_fails_publishes_nothing_and_tells_no_text(
    store: Store, inbox: Path
) -> None:
    class Failing(Redactor):
        def redact(self, text: str) -> object:  # type: ignore[override] # it never returns
            raise TimeoutError(text)

    write_csv(inbox / "a.csv", [("1", LAMP), ("2", KAYAK)])

    report = ingest(store, inbox, Failing())

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
