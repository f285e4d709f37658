"""A recipe for retraining the tiny tagger, on rows that a few words tell apart."""

import json
import random
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path

import yaml

SPLITS = ("train", "train", "dev", "test")
WORDS = {
    "failed": ["broken", "rules", "nobody", "lost", "cold", "refund", "mistake", "closed"],
    "wow": ["birthday", "warm", "free", "noticed", "quietly", "found", "stayed", "late"],
}


def labelled_rows(count: int, *, seed: int) -> list[dict[str, object]]:
    """Return rows of twelve words each, half of them of either moment."""
    draw = random.Random(seed)  # noqa: S311 - texts of a test, no secret
    return [
        {
            "id": f"r-{number}",
            "text": " ".join(draw.choices(WORDS[moment], k=12)),
            "split": SPLITS[number // 2 % len(SPLITS)],
            "moment": moment,
        }
        for number, moment in zip(range(count), cycle(WORDS), strict=False)
    ]


def write_recipe(
    folder: Path,
    encoder: Path,
    *,
    rows: int = 96,
    epochs: int = 8,
    behaviour: Mapping[str, object] | None = None,
) -> Path:
    """Write `labelled.jsonl` and `train.yaml` into the folder; return the latter.

    The behaviour suite takes seconds: it is off but for who gives settings for it.
    """
    labelled = folder / "labelled.jsonl"
    content = "".join(json.dumps(row) + "\n" for row in labelled_rows(rows, seed=3))
    labelled.write_text(content, encoding="utf-8")
    settings = {
        "base_encoder": str(encoder),
        "epochs": epochs,
        "learning_rate": 5e-3,
        "labelled": [str(labelled)],
        "gate": {"behaviour": dict(behaviour or {"is_on": False})},
    }
    path = folder / "train.yaml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return path
