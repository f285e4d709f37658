"""What became of the records of a run, from its report, as the summary shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

_OUTCOMES = (
    ("published", "with a new story"),
    ("merged", "told before elsewhere"),
    ("rejected", "not usable"),
    ("skipped", "read before"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many records ended in one way, and what that means."""

    name: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class RecordFlow:
    """Records by outcome; `outcomes` add up to `read`."""

    read: int
    stories: int
    outcomes: tuple[Outcome, ...]
    reasons: tuple[tuple[str, int], ...]
    """Why records were rejected, the most frequent reason first."""


def record_flow(report_json: Mapping[str, object]) -> RecordFlow | None:
    """Read `RunReport.as_json()`; None where it holds no count of records read."""
    read = _count(report_json.get("read"))
    if not read:
        return None
    rejected = report_json.get("rejected")
    by_reason = (
        {_in_short(str(reason)): _count(number) for reason, number in rejected.items()}
        if isinstance(rejected, Mapping)
        else {}
    )
    counts = {
        name: sum(by_reason.values()) if name == "rejected" else _count(report_json.get(name))
        for name, _ in _OUTCOMES
    }
    reasons = sorted(by_reason.items(), key=lambda one: (-one[1], one[0]))
    return RecordFlow(
        read,
        _count(report_json.get("stories")),
        tuple(Outcome(name, counts[name], meaning) for name, meaning in _OUTCOMES),
        tuple(reasons),
    )


def _in_short(reason: str) -> str:
    """Say the stage once: `language: language: de` -> `language: de`."""
    stage, _, rest = reason.partition(": ")
    return rest if rest.startswith(f"{stage}:") else reason


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
