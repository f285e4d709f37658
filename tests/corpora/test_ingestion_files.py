"""Ingestion: what is new comes in once, whatever happens to the files."""

from pathlib import Path

from sqlalchemy import select

from corpora.redaction import Redactor
from corpora.report import RunReport
from corpora.store import Store
from corpora.store.schema import near_duplicate_keys, origins, records, stories
from corpora.taxonomy import load_taxonomy
from tests.corpora.ingestion_making import (
    BREAD,
    KAYAK,
    LAMP,
    VISA,
    ingest,
    story_ids,
    texts,
    write_csv,
)
from tests.corpora.story_making import prediction


def table_rows(store: Store) -> list[list[tuple[object, ...]]]:
    with store.reading() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(select(table)))
            for table in (records, stories, origins, near_duplicate_keys)
        ]


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
