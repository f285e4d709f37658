"""Score systems on one test file: macro-F1, its interval, and the champion's lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.baselines_systems import CHAMPION_NAME
from corpora.labelled import LabelledPassage
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy
from models.calibration import Floats
from models.evaluation import Evaluation, score
from models.gate_bootstrap import HEADLINE, draw_weights, interval, macro_f1, p_not_above
from models.gate_outcomes import outcomes
from models.labels import LabelLayout

SEED = 13
SIGNIFICANT = 0.05


@dataclass(frozen=True, slots=True)
class Lead:
    """By how much the champion's macro-F1 is above another system's."""

    difference: float
    interval: tuple[float, float]
    p: float
    """One-sided, 0..1."""

    @classmethod
    def of(cls, champion: Floats, other: Floats) -> "Lead":
        """Compare two systems on the same draws; both (1 + draws,), all passages first."""
        above = champion - other
        return cls(float(above[0]), interval(above), p_not_above(champion, other))

    @property
    def is_significant(self) -> bool:
        """Whether the champion is above by more than chance gives in one of twenty tries."""
        return self.p < SIGNIFICANT


@dataclass(frozen=True, slots=True)
class SystemScore:
    """One system on one test file."""

    evaluation: Evaluation
    intervals: Mapping[str, tuple[float, float]]
    """facet or headline -> 95% interval of its macro-F1; without those that have too few labels"""
    leads: Mapping[str, Lead]
    """facet or headline -> the champion's lead; empty for itself, and where it did not run"""

    def macro_f1(self, name: str) -> float | None:
        """Return the score of a facet or of the headline; None where labels are too few."""
        if name == HEADLINE:
            return self.evaluation.headline if HEADLINE in self.intervals else None
        return self.evaluation.facets[name].macro_f1


def score_systems(
    test: Sequence[LabelledPassage], said: Mapping[str, Sequence[Prediction]], taxonomy: Taxonomy
) -> dict[str, SystemScore]:
    """Score every system on the same draws of the test passages, whatever the file's order."""
    layout = LabelLayout(taxonomy)
    order = sorted(range(len(test)), key=lambda at: test[at].passage_id)
    passages = [test[at] for at in order]
    weights = draw_weights(len(passages), SEED)
    drawn = {
        name: macro_f1(outcomes(passages, [each[at] for at in order], layout), layout, weights)
        for name, each in said.items()
    }
    champion = drawn.get(CHAMPION_NAME, {})
    return {
        name: SystemScore(
            score(test, each, taxonomy),
            {facet: interval(values) for facet, values in drawn[name].items()},
            {
                facet: Lead.of(values, drawn[name][facet])
                for facet, values in champion.items()
                if name != CHAMPION_NAME
            },
        )
        for name, each in said.items()
    }
