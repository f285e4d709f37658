"""What the comparison says: a table per test file for people, one JSON object for machines."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.baselines_run import Results, Tests
from benchmarks.baselines_score import SIGNIFICANT, SystemScore
from benchmarks.baselines_systems import Bench
from models.gate_bootstrap import HEADLINE
from models.gate_settings import RESAMPLES


def table(systems: Mapping[str, SystemScore]) -> str:
    """Lay a block per facet, the headline first, and in it a line per system."""
    first = next(iter(systems.values()))
    has_champion = any(system.leads for system in systems.values())
    title = f"{'':18}{'macro-F1':>8}  {'95% interval':16}"
    lines = [title + ("  champion above by (95% interval)      p" if has_champion else "")]
    for row in [HEADLINE, *first.evaluation.facets]:
        if row not in first.intervals:
            lines.append(f"{row}: too few positives of every label")
            continue
        lines.append(row)
        lines += [f"  {name:16}{_scored(system, row)}" for name, system in systems.items()]
    return "\n".join(lines)


def _scored(system: SystemScore, row: str) -> str:
    low, high = system.intervals[row]
    shown = f"{system.macro_f1(row):8.3f}  [{low:.3f}, {high:.3f}]"
    lead = system.leads.get(row)
    if lead is None:
        return shown
    low, high = lead.interval
    mark = "" if lead.is_significant else f"  not significantly above (p >= {SIGNIFICANT})"
    return f"{shown}  {lead.difference:+.3f} [{low:+.3f}, {high:+.3f}]{lead.p:14.3f}{mark}"


def as_json(train: Sequence[Path], bench: Bench, tests: Tests, found: Results) -> dict[str, object]:
    """Return every figure as plain numbers."""
    return {
        "train": {"files": [str(path) for path in train], "passages": len(bench.learn)},
        "validation": len(bench.validation),
        "resamples": RESAMPLES,
        "fit_seconds": {name: round(each, 2) for name, each in found.fit_seconds.items()},
        "notes": {name: list(each) for name, each in found.notes.items()},
        "tests": [
            {
                "file": str(path),
                "passages": len(tests[path]),
                "systems": {
                    name: {
                        **_score_json(system),
                        "predict_seconds": round(result.predict_seconds[name], 2),
                    }
                    for name, system in result.scores.items()
                },
            }
            for path, result in found.tests.items()
        ],
    }


def _score_json(system: SystemScore) -> dict[str, object]:
    return {
        **system.evaluation.as_json(),
        "intervals": {name: _rounded(ends) for name, ends in system.intervals.items()},
        "champion_minus_this": {
            name: {
                "difference": round(lead.difference, 4),
                "interval": _rounded(lead.interval),
                "p": round(lead.p, 4),
                "is_significant": lead.is_significant,
            }
            for name, lead in system.leads.items()
        },
    }


def _rounded(ends: tuple[float, float]) -> list[float]:
    return [round(end, 4) for end in ends]
