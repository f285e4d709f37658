"""Which persons of a record stay where a policy keeps a role, and which are masked all the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpora.redaction.mentions import Person
from corpora.redaction.policy import RedactionPolicy
from corpora.redaction.role_cues import AFTER_STAFF, BEFORE_STAFF
from corpora.redaction.roles import PERSON
from corpora.redaction.turns import CUSTOMER, EMPLOYEE, Turns

_OTHERS = (CUSTOMER, PERSON)
_REACH = 64  # characters looked at on each side of a name


@dataclass(frozen=True, slots=True)
class Judged:
    """A person of a text, and who it is in the story."""

    person: Person
    role: str
    text: str = field(repr=False)
    """In which the mentions lie."""

    @property
    def is_said_to_be_staff(self) -> bool:
        """Whether words beside a mention say so: "the waiter Marco", "Marco at the desk"."""
        turns = Turns(self.text)
        for name in self.person.mentions:
            if name.cue == "speaker" and turns.side(name.start) == EMPLOYEE:
                return True
            if BEFORE_STAFF.search(self.text[max(0, name.start - _REACH) : name.start]):
                return True
            if AFTER_STAFF.match(self.text, name.end):
                return True
        return False


@dataclass(slots=True)
class KeptPersons:
    """Remembers, over the scans of one record, who stays.

    Once names are masked the words around the others read differently, and so may their roles: what
    the first scan said of a name holds.
    """

    policy: RedactionPolicy
    kept: set[str] = field(default_factory=set, repr=False)
    """Folded words of names that stay."""
    masked: set[str] = field(default_factory=set, repr=False)

    def without(self, people: Sequence[Judged]) -> list[Judged]:
        """Return those that are to be masked.

        One who shares a word of the name with somebody masked is masked too: a clerk who stays as
        Maria Lopez would give away the customer Maria.
        """
        staying = [one for one in people if self._may_stay(one)]
        for one in people:
            if one not in staying:
                self.masked |= one.person.words
        staying = [one for one in staying if not one.person.words & self.masked]
        for one in staying:
            self.kept |= one.person.words
        return [one for one in people if one not in staying]

    def _may_stay(self, one: Judged) -> bool:
        if one.person.words <= self.kept:
            return True
        if self.policy.action(one.role) != "keep":
            return False
        # A name of which nothing is said counts as an employee's in a customer's story. As a
        # placeholder that does no harm; to let it stay would uncover customers and their families.
        is_unsure = one.role == EMPLOYEE and not one.is_said_to_be_staff
        return not is_unsure or all(self.policy.action(role) == "keep" for role in _OTHERS)
