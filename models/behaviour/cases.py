"""What a behaviour test is: cases of one kind, with what must hold of the tagger's answers.

The three kinds are those of CheckList (Ribeiro et al. 2020,
https://aclanthology.org/2020.acl-main.442): `minimum` (a label must, or must not, be given),
`invariance` (a change of the text flips no tag) and `direction` (a change moves a label's
probability up or down).
"""

from dataclasses import dataclass
from typing import Literal

from corpora.taxonomy import Taxonomy

Kind = Literal["minimum", "invariance", "direction"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One label and the way it must go."""

    facet: str
    label: str
    holds: bool
    """`minimum`: given or not given. `direction`: up or down."""

    def __str__(self) -> str:
        return f"{'' if self.holds else 'not '}{self.facet}.{self.label}"


@dataclass(frozen=True, slots=True)
class Case:
    """One text, and for invariance and direction the text that it is changed to."""

    carrier: str
    """The authored pattern that the text was made from; many cases share one."""
    text: str
    variant: str = ""
    claims: tuple[Claim, ...] = ()
    """All must hold; empty for invariance."""


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing that the tagger should be able to do."""

    name: str
    kind: Kind
    cases: tuple[Case, ...]

    @property
    def carriers(self) -> int:
        """Number of patterns that the cases were made from."""
        return len({case.carrier for case in self.cases})


def given(tag: str) -> Claim:
    """Claim that `facet.label` is given, or goes up."""
    facet, _, label = tag.partition(".")
    return Claim(facet, label, holds=True)


def absent(tag: str) -> Claim:
    """Claim that `facet.label` is not given, or goes down."""
    facet, _, label = tag.partition(".")
    return Claim(facet, label, holds=False)


def none_of(facet: str, taxonomy: Taxonomy) -> tuple[Claim, ...]:
    """Claim that no label of the facet is given."""
    return tuple(Claim(facet, label, holds=False) for label in taxonomy.facet(facet).label_names)
