"""Which files a retraining learns from, whose text they hold, and what pins them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.taxonomy import Taxonomy
from models.gate_settings import GateConfig
from models.retraining import labelled_splits
from models.retraining_data import data_digest, labelled_files, training_digest
from models.splits import Splits
from models.training_config import TrainingConfig
from tests.models.tiny import passages


def _rows(path: Path, *, start: int = 0, split: str = "") -> Path:
    rows = [
        {"id": f"{start + n}", "text": f"Train {start + n} left {n + 5} minutes early.", "split": s}
        for n, s in enumerate([split] if split else ["train", "dev", "test"])
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    content = "".join(json.dumps(row | {"moment": "failed"}) + "\n" for row in rows)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def config(training_config: TrainingConfig, tmp_path: Path) -> TrainingConfig:
    gold = _rows(tmp_path / "corpora" / "gold" / "test.jsonl")
    return training_config.model_copy(update={"labelled": (gold,)})


@pytest.fixture
def splits() -> Splits:
    tiny = passages()
    return Splits(tuple(tiny[:16]), tuple(tiny[16:20]), tuple(tiny[20:]), 0)


def test_a_file_with_the_name_of_a_gold_file_is_still_real(
    config: TrainingConfig, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    own = _rows(tmp_path / "mine" / "test.jsonl", start=50)

    splits = labelled_splits(config, [own], taxonomy)

    assert [p.origin for p in splits.test] == ["test", "mine-test"]
    assert splits.authored == {"test"}


def test_a_file_that_is_given_twice_is_read_once(config: TrainingConfig, tmp_path: Path) -> None:
    (gold,) = config.labelled

    assert len(labelled_files(config, [gold, tmp_path / "mine" / ".." / gold])) == 1


def test_no_file_takes_the_name_of_the_reviewed_stories(
    config: TrainingConfig, tmp_path: Path
) -> None:
    files = labelled_files(config, [_rows(tmp_path / "mine" / "reviews.jsonl")])

    assert files[-1].origin == "mine-reviews"


def test_the_data_digest_sees_text_labels_and_split(splits: Splits) -> None:
    first = splits.train[0]
    changed = [
        replace(splits, train=(replace(first, text=first.text + " Really."), *splits.train[1:])),
        replace(splits, train=(replace(first, tags=splits.train[-1].tags), *splits.train[1:])),
        replace(splits, train=splits.train[1:], dev=(first, *splits.dev)),
    ]

    digests = {data_digest(each) for each in [splits, *changed]}

    assert len(digests) == 4
    assert data_digest(splits) == data_digest(replace(splits, dropped=3))


def test_the_training_digest_sees_the_recipe_and_not_the_gate(
    config: TrainingConfig, splits: Splits, taxonomy: Taxonomy
) -> None:
    def digest(**changes: object) -> str:
        return training_digest(config.model_copy(update=changes), splits, taxonomy)

    assert digest(epochs=5) != digest() == digest(gate=GateConfig(seed=9), store="other.sqlite")
    assert digest(passes={"own": 2}) != digest()
    assert training_digest(config, splits, taxonomy, "storylode-1") != digest()


def test_the_address_of_the_store_is_written_nowhere(config: TrainingConfig) -> None:
    with_store = config.model_copy(update={"store": "postgresql://me:secret@host/stories"})

    assert "secret" not in json.dumps(with_store.model_dump(mode="json"))
