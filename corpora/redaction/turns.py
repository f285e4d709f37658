"""Who speaks where in a dialogue: the staff's side or the customer's."""

import re
from bisect import bisect_right
from collections import Counter

from corpora.redaction.occupations import PUBLIC, STAFF

EMPLOYEE, CUSTOMER = "EMPLOYEE", "CUSTOMER"
_TURN = re.compile(
    r"^[ \t>*]*(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\)?\]?[ \t-]{0,3})?\**"
    r"([A-Za-z][\w .'\u2019-]{0,30}?)(?: ?\(([^)\n]{1,24})\))?\**[ \t]?:(?=\s)",
    re.MULTILINE,
)
_STAFF_LABEL = re.compile(
    rf"\b(?:agent|staff|support|customer service|advisor|rep|bot|dispatcher|{STAFF})\b",
    re.IGNORECASE,
)
_PUBLIC_LABEL = re.compile(rf"\b(?:caller|user|visitor|respondent|{PUBLIC})\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?:(?i:how (?:can|may) i (?:help|assist)|thank you for (?:calling|contacting)|speaking"
    r"|my name is|your (?:order|booking|account) number)\b|[Gg]ood (?:morning|afternoon"
    r"|evening), [A-Z])"
)
_OPENING_REACH = 160


class Turns:
    """The turns of one text; a text without two speakers has none."""

    def __init__(self, text: str) -> None:
        found = list(_TURN.finditer(text))
        labels = [one.group(1).strip().casefold() for one in found]
        sides = {
            label: _generic_side(f"{one.group(1)} {one.group(2) or ''}")
            for label, one in zip(labels, found, strict=True)
        }
        self._starts: list[int] = []
        self._sides: list[str] = []
        is_dialogue = len(sides) > 1 and max(Counter(labels).values()) > 1
        if not (any(sides.values()) or is_dialogue):
            return
        _complete(
            sides,
            [
                (label, text[one.end() : one.end() + _OPENING_REACH])
                for label, one in zip(labels, found, strict=True)
            ],
        )
        self._starts = [one.start() for one in found]
        self._sides = [sides[label] for label in labels]

    def side(self, position: int) -> str:
        """Return the side that speaks at `position`; '' where nobody is marked."""
        at = bisect_right(self._starts, position) - 1
        return self._sides[at] if at >= 0 else ""


def _generic_side(label: str) -> str:
    if _STAFF_LABEL.search(label):
        return EMPLOYEE
    return CUSTOMER if _PUBLIC_LABEL.search(label) else ""


def _complete(sides: dict[str, str], turns: list[tuple[str, str]]) -> None:
    """Give labels that are names the side that is left, or the one that their opening shows."""
    known = {side for side in sides.values() if side}
    if not known:
        opener = next((label for label, said in turns if _OPENING.search(said)), None)
        if opener is None:
            return
        sides[opener] = EMPLOYEE
        known = {EMPLOYEE}
    if len(known) == 1:
        other = CUSTOMER if EMPLOYEE in known else EMPLOYEE
        for label, side in sides.items():
            sides[label] = side or other
