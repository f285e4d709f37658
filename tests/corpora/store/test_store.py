"""The store: opening it, its runs, its tags, and what it refuses."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from corpora.errors import StoreError
from corpora.store import (
    Batch,
    Cursor,
    FilePart,
    Incoming,
    PassageKeys,
    Review,
    Selection,
    Store,
)
from corpora.store.schema import evidence, metadata, taggings, tags
from corpora.story import Passage, Prediction, Tags
from corpora.taxonomy import load_taxonomy
from tests.corpora.story_making import prediction

TAXONOMY = load_taxonomy()
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
KEY = b"a key of the tests, 32 bytes...."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", key=KEY) as opened:
        yield opened


def admit(store: Store, count: int, *, source: str = "survey", run_id: str | None = None) -> None:
    """Let `count` records in, one story and one day each."""
    items = tuple(
        Incoming(
            f"native-{number}",
            f"content-{number}",
            NOW + timedelta(days=number),
            (PassageKeys(Passage(0, 9, f"{source} {number}"), f"digest-{source}-{number}", ()),),
        )
        for number in range(count)
    )
    cursor = Cursor("path", "file", "version", count, is_complete=True)
    store.admit(Batch(source, (FilePart(cursor, items),), "r1", "s1", NOW, run_id))


def all_untagged(store: Store, model: str) -> list[str]:
    return [story_id for story_id, _ in store.untagged(model, "", 1000)]


def test_the_migrations_make_the_tables_that_the_code_describes(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_a_store_opened_again_keeps_its_key(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as first:
        identity = first.identity

    with Store.open(tmp_path / "store.db") as second:
        assert second.identity == identity
    with pytest.raises(StoreError, match="another key"):
        Store.open(tmp_path / "store.db", key=KEY)


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="version '9999'"):
        Store.open(tmp_path / "store.db")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"no database at all" * 100)

    with pytest.raises(StoreError, match="not a database"):
        Store.open(tmp_path / "store.db")


def test_a_url_is_refused_without_telling_its_password() -> None:
    with pytest.raises(StoreError) as caught:
        Store.open("nodatabase://clerk:hunter2@localhost/stories")

    assert "hunter2" not in str(caught.value)


def open_and_count(path: Path) -> int:
    with Store.open(path) as store:
        return store.count_stories()


def test_processes_that_open_a_new_store_at_once_all_succeed(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        stores = [tmp_path / f"{n}.db" for n in range(8) for _ in range(3)]
        counts = pool.map(open_and_count, stores, chunksize=1)

    assert counts == [0] * len(stores)


def test_stories_wait_for_tags_in_order_of_id_page_by_page(store: Store) -> None:
    admit(store, 5)
    everything = store.untagged("m1", "", 10)

    first = store.untagged("m1", "", 2)
    second = store.untagged("m1", first[-1][0], 10)

    assert first + second == everything == sorted(everything)
    assert sorted(text for _, text in everything) == [f"survey {n}" for n in range(5)]


def test_saving_the_same_tags_twice_is_saving_them_once(store: Store) -> None:
    admit(store, 3)
    given = [(story_id, prediction(TAXONOMY)) for story_id in all_untagged(store, "m1")]

    assert store.save_predictions(given, "m1", TAXONOMY) == 3
    once = list(store.tagged_stories())
    assert store.save_predictions(given, "m1", TAXONOMY) == 3

    assert list(store.tagged_stories()) == once
    assert all_untagged(store, "m1") == []
    assert once[0].prediction == given[0][1]


def test_a_newer_model_replaces_every_tag_of_the_older_one(store: Store) -> None:
    admit(store, 1)
    (story_id,) = all_untagged(store, "m1")
    store.save_predictions([(story_id, prediction(TAXONOMY))], "m1", TAXONOMY)
    plain = prediction(TAXONOMY)
    bare = Prediction(Tags({**plain.tags.labels, "drivers": (), "excuses": ()}), plain.scores, True)

    assert all_untagged(store, "m2") == [story_id]
    store.save_predictions([(story_id, bare)], "m2", TAXONOMY)

    (tagged,) = store.tagged_stories()
    assert tagged.prediction == bare
    assert tagged.model_version == "m2"
    with store.reading() as connection:
        assert len(connection.execute(select(tags)).all()) == 4
        assert connection.execute(select(evidence)).all() == []


def test_tags_that_lack_a_facet_are_refused_and_none_of_the_batch_is_kept(store: Store) -> None:
    admit(store, 2)
    first, second = all_untagged(store, "m1")
    whole = prediction(TAXONOMY)
    labels = {facet: given for facet, given in whole.tags.labels.items() if facet != "moment"}

    with pytest.raises(StoreError, match="facet 'moment'"):
        store.save_predictions(
            [(first, whole), (second, replace(whole, tags=Tags(labels)))], "m1", TAXONOMY
        )

    with store.reading() as connection:
        assert connection.execute(select(taggings)).all() == []


def test_tags_of_a_story_that_is_gone_are_passed_over(store: Store) -> None:
    assert store.save_predictions([("0" * 32, prediction(TAXONOMY))], "m1", TAXONOMY) == 0


def test_tagged_stories_come_by_window_source_and_model(store: Store) -> None:
    admit(store, 4)
    admit(store, 2, source="reviews")
    ids = all_untagged(store, "m1")
    store.save_predictions([(i, prediction(TAXONOMY)) for i in ids[:-1]], "m1", TAXONOMY)

    everything = [tagged.story.story_id for tagged in store.tagged_stories()]
    day = Selection(created_from=NOW, created_until=NOW + timedelta(days=1))
    reviews = Selection(sources=frozenset({"reviews"}))

    assert everything == ids[:-1]
    assert {t.story.created_at for t in store.tagged_stories(day)} == {NOW}
    assert {t.story.source for t in store.tagged_stories(reviews)} == {"reviews"}
    assert list(store.tagged_stories(Selection(model_version="m2"))) == []


def test_reviewers_who_differ_leave_a_story_disputed(store: Store) -> None:
    admit(store, 1)
    (story_id,) = all_untagged(store, "m1")
    given = prediction(TAXONOMY)
    store.save_predictions([(story_id, given)], "m1", TAXONOMY)
    statuses = [next(iter(store.tagged_stories())).review_status]
    for reviewer, verdict in (("ann", "confirmed"), ("bo", "rejected"), ("bo", "confirmed")):
        store.save_review(Review(story_id, reviewer, verdict, given.tags), now=NOW)  # type: ignore[arg-type] # a literal, seen as str
        statuses.append(next(iter(store.tagged_stories())).review_status)

    assert statuses == ["unreviewed", "confirmed", "disputed", "confirmed"]


def test_a_run_left_running_counts_as_crashed_when_the_next_starts(store: Store) -> None:
    first = store.start_run("nightly", {"model": "m1"}, now=NOW)
    other = store.start_run("retrain", {}, now=NOW)
    second = store.start_run("nightly", {"model": "m1"}, now=NOW + timedelta(days=1))
    store.finish_run(second, "done", {"read": 3}, now=NOW + timedelta(days=2))

    assert {run.run_id: run.status for run in store.runs()} == {
        first: "crashed",
        other: "running",
        second: "done",
    }
    assert store.runs("nightly")[0].counts == {"read": 3}


def test_a_run_that_was_taken_over_cannot_write_any_more(store: Store) -> None:
    sleeper = store.start_run("nightly", {}, now=NOW)
    store.start_run("nightly", {}, now=NOW)

    with pytest.raises(StoreError, match="another run took over"):
        admit(store, 1, run_id=sleeper)
    with pytest.raises(StoreError, match="another run took over"):
        store.finish_run(sleeper, "done", {}, now=NOW)

    assert store.count_stories() == 0


def test_what_the_database_refuses_never_quotes_a_text(store: Store) -> None:
    canary = "The canary sang at noon."
    passage = PassageKeys(Passage(0, 9, canary), "digest", (2**70,))
    item = Incoming("native", "content", None, (passage,))
    cursor = Cursor("path", "file", "version", 1, is_complete=True)

    with pytest.raises((StoreError, OverflowError)) as caught:
        store.admit(Batch("survey", (FilePart(cursor, (item,)),), "r1", "s1", NOW))

    assert "canary" not in str(caught.value)
    assert store.count_stories() == 0
