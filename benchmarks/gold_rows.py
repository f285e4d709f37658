"""The gold stories as they lie in `corpora/gold`, and what the corpus promises to hold."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

GOLD = Path(__file__).resolve().parents[1] / "corpora" / "gold"
SPLITS = ("train", "validation", "test")
HARD_NEGATIVES = (
    "excuse_overcome",  # somebody got over the rule or the obstacle: no excuse
    "honest_reason",  # a reason, and then help: no excuse
    "name_natural",  # a name used as people use names: no personalization
    "mention_in_passing",  # policy, system, manager, budget, but not used to not act
    "generic_warm",  # friendly service that any customer gets: no personalization
    "sarcasm",  # words of praise that mean the opposite
    "competitor_praise",  # the praise is for another company
)
EXCUSES = (
    "access", "tools", "authority", "policy", "budget", "workload", "knowledge", "not_my_job",
    "blame_others", "blame_customer", "status_quo", "cynicism",
)  # fmt: skip
DRIVERS = (
    "sincerity", "understanding", "initiative", "anticipation", "recovery", "indifference",
    "runaround", "broken_promise", "mistake", "rigidity", "disrespect",
)  # fmt: skip
PROMISED: dict[str, int] = {
    "passages": 2000,
    "industries": 20,
    "channels": 9,
    **{f"excuses.{name}": 100 for name in EXCUSES},
    **{f"drivers.{name}": 110 for name in DRIVERS},
    "personalization.real": 260,
    "personalization.fake": 260,
    "personalization.intrusive": 90,
    **{f"moment.{name}": 400 for name in ("wow", "met", "failed", "none")},
    "narrative.not_story": 350,
    "hard negatives": 450,
    "several": 300,
}
"""The least number of each; `several`: two or more excuses, or an excuse with fake or real
personalization."""


def read_stories(splits: Iterable[str] = SPLITS) -> list[Row]:
    """Return the rows of the splits, in the order of the files."""
    return [row for split in splits for row in read_rows(GOLD / f"{split}.jsonl")]


def read_rows(path: Path) -> list[Row]:
    """Return the objects of a JSONL file."""
    # Not splitlines: JSON strings may hold U+2028 and other characters that it would cut at.
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def count(rows: Sequence[Row]) -> Counter[str]:
    """Return the number of passages behind each key of `PROMISED`, and behind every other tag."""
    counted: Counter[str] = Counter(passages=len(rows))
    counted["industries"] = len({row["industry"] for row in rows})
    counted["channels"] = len({row["channel"] for row in rows})
    for row in rows:
        for facet in ("narrative", "narrator", "moment", "personalization"):
            counted[f"{facet}.{row[facet]}"] += 1
        for facet in ("drivers", "excuses"):
            counted.update(f"{facet}.{label}" for label in row[facet])
        counted["hard negatives"] += row["hard_negative"] is not None
        counted["several"] += len(row["excuses"]) > 1 or (
            bool(row["excuses"]) and row["personalization"] in ("real", "fake")
        )
    return counted
