"""The results as a table for people and as JSON for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from models.behaviour.judging import Result

_TITLES = {
    "minimum": "minimum function: share of cases tagged as they must be",
    "invariance": "invariance: share of cases in which any tag flips",
    "direction": "direction: share of cases whose probability moves as it must",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over capabilities, so that each counts the same; 0..1."""

    minimum: float
    direction: float
    flip_rate: float
    """Lower is better."""


def summary(results: Sequence[Result]) -> Summary:
    """Average the capabilities kind by kind; 0 for a kind without any."""
    return Summary(
        minimum=_mean([r.rate for r in results if r.kind == "minimum"]),
        direction=_mean([r.rate for r in results if r.kind == "direction"]),
        flip_rate=_mean([r.flip_rate for r in results if r.kind == "invariance"]),
    )


def table(results: Sequence[Result]) -> str:
    """Lay out the capabilities by kind, with the mean of each kind."""
    means = summary(results)
    lines: list[str] = []
    for kind, title in _TITLES.items():
        chosen = [result for result in results if result.kind == kind]
        if not chosen:
            continue
        lines += ["", title]
        for result in chosen:
            share = result.flip_rate if kind == "invariance" else result.rate
            lines.append(f"  {result.name:42}{result.cases:>5}{share:>9.1%}")
        mean = means.flip_rate if kind == "invariance" else getattr(means, kind)
        lines.append(f"  {'mean':42}{sum(r.cases for r in chosen):>5}{mean:>9.1%}")
    return "\n".join(lines).lstrip("\n")


def failing(results: Sequence[Result], count: int) -> str:
    """Write out up to `count` failing cases of each capability."""
    lines: list[str] = []
    for result in (result for result in results if result.failures):
        lines += ["", f"{result.name}: {result.failures} of {result.cases} fail"]
        # Evenly spaced, as neighbours share a carrier.
        step = max(len(result.failed) // max(count, 1), 1)
        for failure in result.failed[::step][:count]:
            lines.append(f"  [{failure.reason}]")
            lines += [f"    {text!r}" for text in (failure.case.text, failure.case.variant) if text]
    return "\n".join(lines).lstrip("\n")


def as_json(results: Sequence[Result], model_version: str) -> dict[str, object]:
    """Return plain numbers."""
    means = summary(results)
    return {
        "model_version": model_version,
        "minimum": round(means.minimum, 4),
        "direction": round(means.direction, 4),
        "flip_rate": round(means.flip_rate, 4),
        "capabilities": [
            {
                "name": result.name,
                "kind": result.kind,
                "cases": result.cases,
                "failures": result.failures,
                "rate": round(result.rate, 4),
            }
            for result in results
        ],
    }


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0
