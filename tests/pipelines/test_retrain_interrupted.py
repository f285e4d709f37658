"""A retraining that was cut off goes on, is alone at work, and judges what it learned from."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from corpora.errors import GateError
from corpora.store import Batch, Cursor, FilePart, Incoming, PassageKeys, Review, Store
from corpora.story import Passage, Tags
from corpora.taxonomy import load_taxonomy
from models.registry import Registry
from models.training import EpochReport, new_tagger, train
from models.training_config import load_training_config
from pipelines.retraining import decide, train_on
from pipelines.retraining_data import pin_data
from pipelines.retraining_folder import RetrainingFolder, one_retraining
from tests.conftest import Storylode
from tests.pipelines.retrain_making import labelled_rows, write_recipe

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
REVIEWED = 24


@pytest.fixture
def config(tmp_path: Path, tiny_encoder: Path) -> Path:
    return write_recipe(tmp_path, tiny_encoder, epochs=2)


@pytest.fixture
def home(tmp_path: Path, untrained_checkpoint: Path) -> Path:
    """A home with a champion and a store of reviewed stories."""
    folder = tmp_path / "home"
    Registry(folder).promote(untrained_checkpoint)
    with Store.open(folder / "store.sqlite", key=b"a key of the tests, 32 bytes....") as store:
        add_stories(store)
        review(store)
    return folder


def add_stories(store: Store) -> None:
    items = tuple(
        Incoming(f"n{n}", f"c{n}", NOW, (PassageKeys(Passage(0, 9, str(r["text"])), f"d{n}", ()),))
        for n, r in enumerate(labelled_rows(REVIEWED, seed=8))
    )
    cursor = Cursor("path", "file", "version", REVIEWED, is_complete=True)
    store.admit(Batch("survey", (FilePart(cursor, items),), "r1", "s1", NOW))


def review(store: Store, moment: str = "wow") -> None:
    for story_id, _ in store.untagged("none", "", 99):
        tags = Tags({"moment": (moment,)})
        store.save_review(Review(story_id, "ann", "corrected", tags), now=NOW)


def cut_off(config: Path, home: Path) -> None:
    """Train for one epoch, and stop as a killed process does: with the state on disk."""
    settings, taxonomy = load_training_config(config), load_taxonomy()
    folder = RetrainingFolder(home)
    data = pin_data(settings, [], taxonomy, folder)

    def stop(report: EpochReport) -> None:
        raise KeyboardInterrupt

    splits, state = data.splits, folder.state(data.digest)
    with pytest.raises(KeyboardInterrupt):
        train(new_tagger(taxonomy, settings), splits.train, splits.dev, settings, stop, state=state)


def test_it_goes_on_with_the_reviews_that_it_began_with(
    storylode: Storylode, prefect_server: str, config: Path, home: Path
) -> None:
    cut_off(config, home)
    with Store.open(home / "store.sqlite") as store:
        review(store, "failed")  # somebody is at the desk meanwhile

    said = storylode("retrain", "--config", config, "--home", home, "--json")

    decided = json.loads(said.out)
    record = json.loads(Path(decided["record"]).read_text(encoding="utf-8"))
    assert decided["epochs_done_before"] == 1
    assert record["data"]["reviews"]["used"] == REVIEWED
    counts = [record["data"][name].get("reviews", 0) for name in ("train", "dev", "test")]
    assert sum(counts) + record["data"]["dropped_near_duplicates"] == REVIEWED
    assert not (home / "retraining").exists()


def test_it_starts_over_when_it_is_told_to(
    storylode: Storylode, prefect_server: str, config: Path, home: Path
) -> None:
    cut_off(config, home)

    said = storylode("retrain", "--anew", "--config", config, "--home", home, "--json")

    assert json.loads(said.out)["epochs_done_before"] == 0


def test_another_retraining_at_work_is_named_and_nothing_is_done(
    storylode: Storylode, prefect_server: str, config: Path, home: Path
) -> None:
    with one_retraining(home):
        said = storylode("retrain", "--config", config, "--home", home)

    assert said.exit_code == 1
    assert said.err.strip() == (
        f"storylode: {home}: another retraining is at work here; nothing was done, let it finish"
    )
    assert not (home / "decisions").exists()


def test_data_that_changes_before_the_decision_stops_it(config: Path, home: Path) -> None:
    train_on.fn(str(config), [], str(home))
    labelled = config.parent / "labelled.jsonl"
    content = labelled.read_text(encoding="utf-8")
    labelled.write_text(content.replace('"wow"', '"failed"', 1), encoding="utf-8")

    with pytest.raises(GateError, match="changed while the challenger was trained"):
        decide.fn(str(config), [], str(home))
    assert not (home / "decisions").exists()


def test_a_champion_that_changes_before_the_decision_stops_it(config: Path, home: Path) -> None:
    recipe = yaml.safe_load(config.read_text(encoding="utf-8")) | {"start_from": "champion"}
    config.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    train_on.fn(str(config), [], str(home))
    Registry(home).rollback()

    with pytest.raises(GateError, match="or champion changed while the challenger was trained"):
        decide.fn(str(config), [], str(home))
    assert not (home / "decisions").exists()
