"""A challenger before the gate, beside the champion, both as they would serve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.checkpoint import load_checkpoint
from models.evaluation import Evaluation, evaluate
from models.gate import Decision, HeldOut, judge
from models.gate_behaviour import behaviour_checks, try_behaviour
from models.gate_behaviour_figures import Behaviour
from models.gate_checks import Check
from models.gate_leaks import leaks
from models.gate_outcomes import Outcomes, outcomes
from models.gate_settings import GateConfig
from models.inference import Tagger
from models.splits import Splits
from models.text_keys import learned_from


@dataclass(frozen=True, slots=True)
class Contest:
    """The folders of two checkpoints."""

    challenger: Path
    champion: Path


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate saw and said."""

    decision: Decision
    challenger_version: str
    champion_version: str
    challenger: Evaluation
    champion: Evaluation | None
    """None where the champion knows another taxonomy, and so cannot serve in this one."""
    behaviour: Behaviour
    """What both did on the authored cases."""
    leaks: dict[str, int]
    """Passages that stand in two splits; 0 everywhere is required."""

    def as_json(self) -> dict[str, object]:
        """Return the decision record's content."""
        champion = {} if self.champion is None else self.champion.as_json()
        return {
            "is_promoted": self.decision.is_promoted,
            "reasons": list(self.decision.reasons),
            "gate": self.decision.figures,
            "behaviour": self.behaviour.as_json(),
            "leaks": self.leaks,
            "challenger": {"version": self.challenger_version} | self.challenger.as_json(),
            "champion": {"version": self.champion_version} | champion,
        }


def judge_challenger(
    contest: Contest,
    splits: Splits,
    taxonomy: Taxonomy,
    settings: GateConfig,
    checks: Sequence[Check] = (),
) -> Judgement:
    """Load both from disk and compare them on the held-out passages and the behaviour suite.

    `checks` are checks that somebody else ran. A champion of another taxonomy cannot be compared:
    then the other rules alone decide.
    Raises CheckpointError when a checkpoint is not whole or the challenger's taxonomy is another.
    """
    new, old = load_checkpoint(contest.challenger, taxonomy), load_checkpoint(contest.champion)
    is_comparable = old.layout.taxonomy.digest == taxonomy.digest
    now, challenger = _measure(new, splits.test)
    before, champion = _measure(old, splits.test) if is_comparable else (None, None)
    held_out = HeldOut(
        layout=new.layout,
        is_real=np.array([p.origin not in splits.authored for p in splits.test], dtype=np.bool_),
        challenger=challenger,
        champion=champion,
        baseline=_baseline(splits, new) if settings.above_tfidf else None,
    )
    behaviour = try_behaviour(
        new.tag, old.tag if is_comparable else None, taxonomy, settings.behaviour
    )
    found = leaks(splits, learned_from(contest.challenger) | learned_from(contest.champion))
    asked = [*_leak_checks(found), _other_check(new, old), *behaviour_checks(behaviour), *checks]
    decision = judge(held_out, settings, asked)
    return Judgement(decision, new.version, old.version, now, before, behaviour, found)


def _leak_checks(found: Mapping[str, int]) -> list[Check]:
    said = "near-duplicates or groups stand in both splits"
    return [Check(name, count == 0, f"{count} {said}") for name, count in found.items()]


def _other_check(challenger: Tagger, champion: Tagger) -> Check:
    if challenger.version != champion.version:
        return Check("challenger", passed=True, detail="another than the champion")
    return Check("challenger", False, f"{challenger.version} is the champion itself")


def _measure(tagger: Tagger, passages: Sequence[LabelledPassage]) -> tuple[Evaluation, Outcomes]:
    said = list(tagger.tag([passage.text for passage in passages]))
    return evaluate(tagger, passages, said), outcomes(passages, said, tagger.layout)


def _baseline(splits: Splits, tagger: Tagger) -> Outcomes:
    from models.gate_tfidf import tfidf_outcomes  # late: scikit-learn is an extra

    return tfidf_outcomes(splits, tagger.layout)
