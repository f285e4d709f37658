"""What the comparison says: one table for people, one JSON object for machines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.baselines_systems import CHAMPION_NAME
from benchmarks.bootstrap import (
    HEADLINE,
    Interval,
    Lead,
    draw_counts,
    leads,
    resampled_macro_f1,
)
from corpora.labelled import LabelledPassage
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy
from models.evaluation import Evaluation, score

_COLUMN = 16


@dataclass(frozen=True, slots=True)
class SystemScore:
    """One system on the test set."""

    evaluation: Evaluation
    intervals: Mapping[str, Interval]
    """facet or headline -> 95% interval of its macro-F1"""
    champion_leads: Mapping[str, Lead]
    """facet or headline -> how far the champion is ahead; empty for itself and without it"""

    def macro_f1(self, name: str) -> float | None:
        """Return the score of a facet, or of the headline."""
        if name == HEADLINE:
            return self.evaluation.headline
        return self.evaluation.facets[name].macro_f1

    def as_json(self) -> dict[str, object]:
        """Return plain numbers."""
        return {
            **self.evaluation.as_json(),
            "intervals": {n: _pair(interval) for n, interval in self.intervals.items()},
            "champion_minus_this": {
                name: {"interval": _pair(lead.interval), "p": round(lead.not_better, 4)}
                for name, lead in self.champion_leads.items()
            },
        }


def score_systems(
    test: Sequence[LabelledPassage], said: Mapping[str, Sequence[Prediction]], taxonomy: Taxonomy
) -> dict[str, SystemScore]:
    """Score every system on the same resamples of the test passages."""
    counts = draw_counts(test)
    drawn = {name: resampled_macro_f1(test, each, taxonomy, counts) for name, each in said.items()}
    champion = drawn.get(CHAMPION_NAME)
    return {
        name: SystemScore(
            score(test, each, taxonomy),
            {facet: Interval.of(values) for facet, values in drawn[name].items()},
            leads(champion, drawn[name]) if champion and name != CHAMPION_NAME else {},
        )
        for name, each in said.items()
    }


def table(systems: Mapping[str, SystemScore]) -> str:
    """Lay a column per system: macro-F1 and p on one line, the interval on the next."""
    first = next(iter(systems.values()))
    lines = [f"{'':16}" + "".join(f"{name:>{_COLUMN}}" for name in systems)]
    for row in [*first.evaluation.facets, HEADLINE]:
        lines.append(f"{row:16}" + "".join(_scored(each, row) for each in systems.values()))
        if row in first.intervals:
            spans = [each.intervals[row] for each in systems.values()]
            shown = [f"[{span.low:.3f}, {span.high:.3f}]" for span in spans]
            lines.append(f"{'':16}" + "".join(f"{cell:>{_COLUMN}}" for cell in shown))
    spans_f1 = (f"{each.evaluation.evidence_f1:>{_COLUMN}.3f}" for each in systems.values())
    return "\n".join([*lines, f"{'evidence':16}" + "".join(spans_f1)])


def _scored(system: SystemScore, row: str) -> str:
    value = system.macro_f1(row)
    if value is None:
        return f"{'too few':>{_COLUMN}}"
    lead = system.champion_leads.get(row)
    shown = f"{value:.3f}" if lead is None else f"{value:.3f} p {lead.not_better:.3f}"
    return f"{shown:>{_COLUMN}}"


def _pair(interval: Interval) -> list[float]:
    return [round(interval.low, 4), round(interval.high, 4)]
