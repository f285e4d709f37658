"""Run the cases on a tagger and judge its answers, kind by kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpora.story import Prediction
from models.behaviour.cases import Capability, Case, Kind

Tag = Callable[[Iterable[str]], Iterable[Prediction]]
"""Texts in, one prediction each in order, as `Tagger.tag` does."""
LEAST_MOVE = 0.01
"""A probability has moved when it changed by more; in bf16 it moves that far with the batch."""
SETTLED = 0.99
"""A probability that ends beyond this, or below its opposite, need not move further."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that failed, and what was wrong."""

    case: Case
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """One capability on one tagger."""

    name: str
    kind: Kind
    cases: int
    failures: int
    rate: float
    """Share of the cases that hold, 0..1; of invariance, the share that does not flip."""
    failed: tuple[Failure, ...]

    @property
    def flip_rate(self) -> float:
        """Share of the cases that fail; of invariance, in which any tag flips. 0..1."""
        return self.failures / self.cases if self.cases else 0.0


def run(tag: Tag, capabilities: Sequence[Capability]) -> tuple[Result, ...]:
    """Tag all texts in one pass, each once, and judge every capability."""
    cases = [case for capability in capabilities for case in capability.cases]
    texts = list(dict.fromkeys(t for case in cases for t in (case.text, case.variant) if t))
    said = dict(zip(texts, tag(texts), strict=True))
    return tuple(judge(capability, said) for capability in capabilities)


def judge(capability: Capability, said: Mapping[str, Prediction]) -> Result:
    """Judge one capability; `said` has the prediction of each of its texts."""
    failed = []
    for case in capability.cases:
        if capability.kind == "minimum":
            reason = judge_minimum(case, said[case.text])
        elif capability.kind == "invariance":
            reason = judge_invariance(said[case.text], said[case.variant])
        else:
            reason = judge_direction(case, said[case.text], said[case.variant])
        if reason:
            failed.append(Failure(case, reason))
    count = len(capability.cases)
    rate = 1 - len(failed) / count if count else 0.0
    return Result(capability.name, capability.kind, count, len(failed), rate, tuple(failed))


def judge_minimum(case: Case, said: Prediction) -> str:
    """Return the claims that do not hold, or nothing."""
    wrong = [c for c in case.claims if said.tags.has(c.facet, c.label) != c.holds]
    return ", ".join(
        f"{claim} expected at {said.scores[claim.facet][claim.label]:.2f}" for claim in wrong
    )


def judge_invariance(before: Prediction, after: Prediction) -> str:
    """Return the tags that were given to one of the two only, or nothing."""
    one, other = _tags(before), _tags(after)
    lost, won = sorted(one - other), sorted(other - one)
    return ", ".join([*(f"-{tag}" for tag in lost), *(f"+{tag}" for tag in won)])


def judge_direction(case: Case, before: Prediction, after: Prediction) -> str:
    """Return the labels whose probability did not move as claimed, or nothing."""
    wrong = []
    for claim in case.claims:
        was = before.scores[claim.facet][claim.label]
        now = after.scores[claim.facet][claim.label]
        if not claim.holds:  # going down is the opposite going up
            was, now = 1 - was, 1 - now
        if not (now - was > LEAST_MOVE or now >= SETTLED):
            way = "up" if claim.holds else "down"
            old, new = (was, now) if claim.holds else (1 - was, 1 - now)
            wrong.append(f"{claim.facet}.{claim.label} must go {way}, went {old:.2f} to {new:.2f}")
    return ", ".join(wrong)


def _tags(said: Prediction) -> set[str]:
    return {f"{facet}.{label}" for facet, labels in said.tags.labels.items() for label in labels}
