"""Retraining writes down what was decided, and changes the champion only for a better one."""

import json
import random
from itertools import cycle
from pathlib import Path

import pytest
import yaml

from models.registry import Registry
from tests.conftest import Said, Storylode

SPLITS = ("train", "train", "dev", "test")
ROWS = 96
WORDS = {
    "failed": ["broken", "rules", "nobody", "lost", "cold", "refund", "mistake", "closed"],
    "wow": ["birthday", "warm", "free", "noticed", "quietly", "found", "stayed", "late"],
}


@pytest.fixture
def config(tmp_path: Path, tiny_encoder: Path) -> Path:
    """Labelled rows in every split that a few words tell apart, and a recipe."""
    draw = random.Random(3)  # noqa: S311 - texts of a test, no secret
    rows = [
        {
            "id": f"r-{number}",
            "text": " ".join(draw.choices(WORDS[moment], k=12)),
            "split": SPLITS[number // 2 % len(SPLITS)],
            "moment": moment,
        }
        for number, moment in zip(range(ROWS), cycle(WORDS), strict=False)
    ]
    labelled = tmp_path / "labelled.jsonl"
    labelled.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    settings = {
        "base_encoder": str(tiny_encoder),
        "epochs": 8,
        "learning_rate": 5e-3,
        "labelled": [str(labelled)],
    }
    path = tmp_path / "train.yaml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return path


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
    assert "is not above the champion's" in again.out
    assert "Traceback" not in again.err
    assert only_record(home, 2)["is_promoted"] is False
    assert json.loads(back.out) == {"left": promoted.name, "champion": guessing}
    assert registry.champion().name == guessing


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
