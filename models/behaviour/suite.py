"""All capabilities of the behaviour suite, in the order of the report."""

from collections.abc import Sequence
from dataclasses import replace

from corpora.taxonomy import Taxonomy
from models.behaviour import (
    directions,
    excuses,
    invariance,
    moments,
    narrators,
    no_excuses,
    personal_fake,
    personal_real,
    unsaid,
    verdicts,
    won_and_lost,
)
from models.behaviour.cases import Capability, Case, Claim

_SUBJECTS = (
    excuses,
    no_excuses,
    unsaid,
    personal_fake,
    personal_real,
    verdicts,
    moments,
    narrators,
    won_and_lost,
    invariance,
    directions,
)


def capabilities() -> tuple[Capability, ...]:
    """Return every capability with its cases; the same ones in every call."""
    return tuple(one for subject in _SUBJECTS for one in subject.capabilities())


def fitting(of: Sequence[Capability], taxonomy: Taxonomy) -> tuple[Capability, ...]:
    """Return the capabilities that can be asked of a tagger with this taxonomy.

    A claim about a label that it does not have falls away, and so does a case that claims no more.
    """
    names = {(facet.name, label) for facet in taxonomy.facets for label in facet.label_names}
    kept = (replace(each, cases=_fitting_cases(each.cases, names)) for each in of)
    return tuple(capability for capability in kept if capability.cases)


def thinned(of: Sequence[Capability], count: int | None) -> tuple[Capability, ...]:
    """Return `count` cases of each capability, evenly spaced as neighbours share a carrier."""
    if count is None:
        return tuple(of)
    return tuple(replace(each, cases=_spread(each.cases, count)) for each in of)


def _spread(cases: Sequence[Case], count: int) -> tuple[Case, ...]:
    kept = min(count, len(cases))
    return tuple(cases[n * len(cases) // kept] for n in range(kept))


def _fitting_cases(cases: Sequence[Case], names: set[tuple[str, str]]) -> tuple[Case, ...]:
    def is_known(claim: Claim) -> bool:
        return (claim.facet, claim.label) in names

    asked = [(case, tuple(filter(is_known, case.claims))) for case in cases]
    return tuple(replace(c, claims=claims) for c, claims in asked if claims or not c.claims)
