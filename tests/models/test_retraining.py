"""From labelled files to a judged challenger, and its card."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.errors import GateError
from corpora.labelled import LabelledPassage, tags_as_row
from corpora.taxonomy import Taxonomy
from models.checkpoint import verify_checkpoint
from models.gate_checks import Check
from models.gate_settings import BehaviourConfig, GateConfig
from models.retraining import data_counts, labelled_splits, train_challenger, write_record
from models.retraining_judgement import Contest, judge_challenger
from models.splits import Splits
from models.training_config import TrainingConfig
from tests.models.tiny import passages

GATE = GateConfig(behaviour=BehaviourConfig(is_on=False))  # the suite takes seconds
SPLITS = ("train", "train", "train", "train", "dev", "test")


@pytest.fixture
def labelled(tmp_path: Path, taxonomy: Taxonomy) -> Path:
    """A labelled file with 16 passages to learn from, 4 to choose with, 4 to judge with."""
    path = tmp_path / "own.jsonl"
    rows = [
        {
            "id": p.passage_id,
            "text": p.text,
            "split": SPLITS[n % 6],
            **tags_as_row(p.tags, taxonomy),
        }
        for n, p in enumerate(passages())
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def config(training_config: TrainingConfig, labelled: Path) -> TrainingConfig:
    return training_config.model_copy(update={"labelled": (labelled,), "epochs": 1})


def test_a_challenger_is_trained_saved_and_judged(
    config: TrainingConfig, taxonomy: Taxonomy, tiny_checkpoint: Path, tmp_path: Path
) -> None:
    splits = labelled_splits(config, [], taxonomy)

    version = train_challenger(config, splits, taxonomy, tmp_path / "challenger")
    contest = Contest(tmp_path / "challenger", tiny_checkpoint)
    judgement = judge_challenger(contest, splits, taxonomy, GATE)

    assert judgement.challenger_version == version
    assert judgement.champion is not None
    assert judgement.challenger.passages == judgement.champion.passages == 4
    # Four passages give no label enough support: nothing is measured, nothing is promoted.
    assert not judgement.decision.is_promoted
    record = judgement.as_json()
    assert record["behaviour"] == {"is_on": False}
    assert record["is_promoted"] is False
    assert record["leaks"] == {
        "test in train": 0,
        "test in dev": 0,
        "dev in train": 0,
        "test learned before": 0,
    }
    assert json.loads(json.dumps(record)) == record
    card = (tmp_path / "challenger" / "README.md").read_text(encoding="utf-8")
    assert "| train | own 16 |" in card
    assert "too few" in card
    assert all(text.text not in card for text in passages())
    verify_checkpoint(tmp_path / "challenger")


def test_the_champion_itself_and_a_leak_and_a_failed_check_are_reasons(
    config: TrainingConfig, taxonomy: Taxonomy, tiny_checkpoint: Path
) -> None:
    splits = labelled_splits(config, [], taxonomy)
    leaking = replace(splits, train=(*splits.train, splits.test[0]))

    judgement = judge_challenger(
        Contest(tiny_checkpoint, tiny_checkpoint),
        leaking,
        taxonomy,
        GATE,
        [Check("latency", False, "a story took 9 s"), Check("size", True, "")],
    )

    said = "; ".join(judgement.decision.reasons)
    assert "test in train: 1 near-duplicates or groups stand in both splits" in said
    assert f"{judgement.champion_version} is the champion itself" in said
    assert "latency: a story took 9 s" in said
    assert "size" not in said
    assert judgement.leaks["test in train"] == 1


def test_a_champion_of_another_taxonomy_is_not_compared(
    config: TrainingConfig, taxonomy: Taxonomy, tiny_checkpoint: Path, tmp_path: Path
) -> None:
    newer = replace(taxonomy, version="next")
    splits = labelled_splits(config, [], newer)
    train_challenger(config, splits, newer, tmp_path / "challenger")
    contest = Contest(tmp_path / "challenger", tiny_checkpoint)

    judgement = judge_challenger(contest, splits, newer, GATE)

    assert judgement.champion is None
    assert not any("champion" in reason for reason in judgement.decision.reasons)
    assert judgement.as_json()["champion"] == {"version": judgement.champion_version}


def test_counts_name_every_file_in_every_split(config: TrainingConfig, taxonomy: Taxonomy) -> None:
    splits = labelled_splits(config, [], taxonomy)

    assert data_counts(splits) == {
        "train": {"own": 16},
        "dev": {"own": 4},
        "test": {"own": 4},
        "dropped_near_duplicates": 0,
        "dropped_as_learned_before": 0,
    }


def test_more_files_are_split_with_the_configured_ones(
    config: TrainingConfig, taxonomy: Taxonomy, tmp_path: Path
) -> None:
    more = tmp_path / "more.jsonl"
    row = {"id": "m", "text": "The tram was late and nobody said why.", "split": "test"}
    more.write_text(json.dumps(row | {"moment": "failed"}), encoding="utf-8")

    splits = labelled_splits(config, [more], taxonomy)

    assert {passage.origin for passage in splits.test} == {"own", "more"}


def test_no_test_passages_are_refused(config: TrainingConfig, taxonomy: Taxonomy) -> None:
    (path,) = config.labelled
    path.write_text(path.read_text(encoding="utf-8").replace('"test"', '"dev"'), encoding="utf-8")

    with pytest.raises(GateError, match="no labelled passages for test"):
        labelled_splits(config, [], taxonomy)


def test_a_record_appears_whole_and_alone(tmp_path: Path) -> None:
    path = write_record({"b": 1, "a": [2]}, tmp_path / "decisions" / "one.json")

    assert json.loads(path.read_text(encoding="utf-8")) == {"a": [2], "b": 1}
    assert list(path.parent.iterdir()) == [path]


def test_a_passage_never_shows_its_text_in_a_repr() -> None:
    passage: LabelledPassage = replace(passages()[0], text="my card is 4111")

    assert "4111" not in repr(passage)
    assert "4111" not in repr(Splits((passage,), (), (), 0))
