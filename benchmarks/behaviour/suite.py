"""All capabilities of the behaviour suite, in the order of the report."""

from benchmarks.behaviour import (
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
from benchmarks.behaviour.cases import Capability

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
