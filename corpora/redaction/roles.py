"""Who a person is in the story: the customer, one of the staff, or somebody else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpora.redaction.cues_after import KIND_AFTER
from corpora.redaction.names import Name
from corpora.redaction.role_cues import (
    AFTER_IN_A_POST,
    AFTER_KIN,
    AFTER_SPEAKING,
    AFTER_STAFF,
    ASKED_FOR,
    BEFORE_KIN,
    BEFORE_PUBLIC,
    BEFORE_STAFF,
    CALLS_SELF,
    COMPANY_VOICE,
    INTRODUCED,
    OF_A_THIRD,
    SOMEONE_CALLED,
    STAFF_VOICE,
)
from corpora.redaction.turns import CUSTOMER, EMPLOYEE, Turns

PERSON = "PERSON"
_LEARNED_WEIGHT = 4
"""Of what a recogniser learned; the rules' votes weigh 1 to 8. Set on texts new to both."""
_REACH = 64  # characters looked at on each side of a name


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who speaks, and who the others are then."""

    narrator: str

    @property
    def opposite(self) -> str:
        """The one who is spoken to."""
        return CUSTOMER if self.narrator == EMPLOYEE else EMPLOYEE

    @property
    def third(self) -> str:
        """The one who is spoken about: in a customer's story most often one of the staff."""
        return EMPLOYEE if self.narrator == CUSTOMER else PERSON


class Roles:
    """Judges the persons of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turns = Turns(text)
        is_staff = COMPANY_VOICE.search(text) or STAFF_VOICE.search(text)
        self._narrator = EMPLOYEE if is_staff else CUSTOMER

    def role(self, mentions: Iterable[Name]) -> str:
        """Return `CUSTOMER`, `EMPLOYEE` or `PERSON` for the person with these mentions."""
        votes: Counter[str] = Counter()
        for mention in mentions:
            role, weight = self._vote(mention)
            votes[role] += weight
            if mention.role:
                votes[mention.role] += _LEARNED_WEIGHT
        best = max(votes.values(), default=0)
        # The fixed order settles draws, so that the same text always gives the same role.
        return next((r for r in (EMPLOYEE, CUSTOMER, PERSON) if best and votes[r] == best), PERSON)

    def _vote(self, name: Name) -> tuple[str, int]:
        """Return a role and how much this mention speaks for it."""
        before = self._text[max(0, name.start - _REACH) : name.start]
        after = self._text[name.end : name.end + _REACH]
        side = self._turns.side(name.start)
        if name.cue == "speaker":
            return (side or PERSON), 8
        sides = _Sides(side or self._narrator)
        return (
            _by_words_around(before, after)
            or _by_what_is_said(before, after, sides)
            or _by_cue(name.cue, before, after, sides)
        )


def _by_words_around(before: str, after: str) -> tuple[str, int] | None:
    if BEFORE_KIN.search(before) or AFTER_KIN.match(after):
        return PERSON, 6
    if BEFORE_PUBLIC.search(before):
        return CUSTOMER, 6
    if BEFORE_STAFF.search(before):
        return EMPLOYEE, 5
    return None


def _by_what_is_said(before: str, after: str, sides: _Sides) -> tuple[str, int] | None:
    if ASKED_FOR.search(before):
        return sides.opposite, 5
    if SOMEONE_CALLED.search(before):
        return sides.opposite, 3
    if INTRODUCED.search(before) or AFTER_SPEAKING.match(after):
        return sides.narrator, 5
    return (PERSON, 4) if CALLS_SELF.search(before) else None


def _by_cue(cue: str, before: str, after: str, sides: _Sides) -> tuple[str, int]:
    if cue in {"signoff", "signature", "dash"}:
        return (EMPLOYEE if AFTER_IN_A_POST.match(after) else sides.narrator), 4
    if cue == "form":
        label = before.rsplit("\n", 1)[-1].casefold().split(":")[0]
        return (sides.opposite if "to" in label.split() else sides.narrator), 4
    if cue not in {"self", "iam", "greeting", "closing"} and AFTER_STAFF.match(after):
        return EMPLOYEE, 3
    if KIND_AFTER.match(after):
        return sides.third, 3
    if cue == "naming" and OF_A_THIRD.search(before):
        return sides.third, 2
    return {
        "self": (sides.narrator, 5),
        "iam": (sides.narrator, 5),
        "greeting": (sides.opposite, 3),
        "closing": (sides.narrator, 2),
        "naming": (sides.narrator, 2),
        "contact": (sides.third, 2),
        "praise": (sides.third, 2),
        "title": (sides.opposite, 2),
    }.get(cue, (sides.third, 1))
