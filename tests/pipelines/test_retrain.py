"""Retraining writes down what was decided, and changes the champion only for a better one."""

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from models.behaviour import capabilities
from models.checkpoint import verify_checkpoint
from models.registry import Registry
from tests.conftest import Said, Storylode
from tests.pipelines.retrain_making import write_recipe

LEAKS = ("test in train", "test in dev", "dev in train", "test learned before")


@pytest.fixture
def config(tmp_path: Path, tiny_encoder: Path) -> Path:
    behaviour = {"cases_per_capability": 2, "minimum": 0, "direction": 0, "max_flip_rate": 1}
    return write_recipe(tmp_path, tiny_encoder, behaviour=behaviour)


def only_record(home: Path, number: int) -> dict[str, object]:
    records = sorted((home / "decisions").glob("*.json"))
    assert len(records) == number
    content: dict[str, object] = json.loads(records[-1].read_text(encoding="utf-8"))
    return content


def test_a_better_challenger_is_promoted_the_same_again_is_not_and_rollback_goes_back(
    storylode: Storylode,
    prefect_server: str,
    config: Path,
    tmp_path: Path,
    untrained_checkpoint: Path,
) -> None:
    home = tmp_path / "home"
    registry = Registry(home)
    guessing = registry.promote(untrained_checkpoint)

    first = storylode("retrain", "--config", config, "--home", home, "--json")
    promoted = registry.champion()
    record = only_record(home, 1)
    again = storylode("retrain", "--config", config, "--home", home)
    back = storylode("rollback", "--home", home, "--json")

    decided = answer(first)
    assert (first.exit_code, decided["is_promoted"]) == (0, True), decided
    assert promoted.name == decided["challenger"] != guessing
    assert (record["is_promoted"], record["reasons"]) == (True, [])
    assert again.exit_code == 1
    assert "not promoted" in again.out
    assert f"{promoted.name} is the champion itself" in again.out
    assert "Traceback" not in again.err
    assert "worst capabilities" in again.out
    assert only_record(home, 2)["is_promoted"] is False
    assert not (home / "retraining").exists()
    assert json.loads(back.out) == {"left": promoted.name, "champion": guessing}
    assert registry.champion().name == guessing
    _check_record(record, config.parent / "labelled.jsonl", promoted, untrained_checkpoint)


def _check_record(
    record: dict[str, object], labelled: Path, challenger: Path, champion: Path
) -> None:
    """The record names data and checkpoints by digest, who, when and with what."""
    digest = hashlib.sha256(labelled.read_bytes()).hexdigest()
    assert record["files"] == [
        {"path": str(labelled), "origin": "labelled", "is_authored": False, "sha256": digest}
    ]
    assert record["checkpoints"] == {
        "challenger": verify_checkpoint(challenger),
        "champion": verify_checkpoint(champion),
    }
    assert record["leaks"] == dict.fromkeys(LEAKS, 0)
    assert {"asked_by", "asked_at", "decided_at", "taxonomy", "training_digest"} <= record.keys()
    packages = record["packages"]
    assert isinstance(packages, dict)
    assert {"torch", "transformers"} <= packages.keys()
    behaviour, gate = record["behaviour"], record["gate"]
    assert isinstance(behaviour, dict)
    assert len(behaviour["capabilities"]) == len(capabilities())
    assert isinstance(gate, dict)
    assert set(gate["real text"]["labels"]) == {"moment.wow", "moment.failed"}
    assert "birthday" not in json.dumps(record)


def answer(said: Said) -> dict[str, object]:
    content: dict[str, object] = json.loads(said.out or "{}")
    return content


def test_a_wrong_label_stops_in_one_line_and_leaves_the_champion(
    storylode: Storylode,
    prefect_server: str,
    config: Path,
    tmp_path: Path,
    untrained_checkpoint: Path,
) -> None:
    home = tmp_path / "home"
    champion = Registry(home).promote(untrained_checkpoint)
    more = tmp_path / "own.jsonl"
    more.write_text(
        json.dumps({"id": "1", "text": "They laughed at me.", "moment": "great"}) + "\n"
    )

    said = storylode("retrain", more, "--config", config, "--home", home)

    assert (said.exit_code, said.out) == (1, "")
    assert said.err.startswith(f"storylode: {more}:1: 'moment' has an unknown label")
    assert len(said.err.splitlines()) == 1
    assert Registry(home).champion().name == champion


def test_a_recipe_may_go_on_from_the_champion_in_service(
    storylode: Storylode,
    prefect_server: str,
    config: Path,
    tmp_path: Path,
    untrained_checkpoint: Path,
) -> None:
    home = tmp_path / "home"
    before = Registry(home).promote(untrained_checkpoint)
    recipe = yaml.safe_load(config.read_text(encoding="utf-8")) | {"start_from": "champion"}
    config.write_text(yaml.safe_dump(recipe), encoding="utf-8")

    first = storylode("retrain", "--config", config, "--home", home, "--json")
    promoted = Registry(home).champion()
    second = storylode("retrain", "--config", config, "--home", home, "--json")

    assert answer(first)["is_promoted"], first.out
    metrics = json.loads((promoted / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["mixture"]["champion"] == before
    assert len(metrics["learned_from"]) == 48
    # The next one goes on from the promoted one: another training, of the same files and recipe.
    decided = answer(second)
    assert decided["champion"] == promoted.name != decided["challenger"]
    later = json.loads((home / "challenger" / "metrics.json").read_text(encoding="utf-8"))
    assert later["mixture"]["champion"] == promoted.name
