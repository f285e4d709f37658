"""Ingestion: an edited record takes its old story along, unless another record tells it."""

from pathlib import Path

from sqlalchemy import select

from corpora.redaction import Redactor
from corpora.store import Selection, Store
from corpora.store.schema import near_duplicate_keys, origins
from corpora.taxonomy import load_taxonomy
from tests.corpora.ingestion_making import BREAD, KAYAK, LAMP, ingest, story_ids, texts, write_csv
from tests.corpora.story_making import prediction


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
