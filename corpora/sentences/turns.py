"""Sentence bounds where somebody else begins to speak: `Customer: Hello Agent: Hi there`."""

import re
from collections import Counter
from collections.abc import Iterator

_ROLE_NAMES = """
a adviser advisor agent boss caller cashier client coworker customer dispatcher doctor driver
employee guest guy host interviewee interviewer lady man manager me nurse operator owner patient q
receptionist rep representative server speaker supervisor support tech technician user woman
"""
_ROLES = frozenset(_ROLE_NAMES.split())
_LABEL = re.compile(
    r"(?<!\S)[*_]{0,2}(?P<name>\[[A-Z_]{1,20}_\d{1,4}\]|[A-Za-z][\w'-]{0,20})(?: ?\d{1,2})?"
    r"[*_]{0,2}:(?=[\s*_])"
)


def turn_bounds(text: str) -> Iterator[int]:
    """Yield where a speaker's label begins. One label alone is no conversation and yields nothing.

    A label is a role (`Agent:`), a placeholder (`[CUSTOMER_1]:`) or a capitalised word that stands
    before a colon more than once.
    """
    labels = list(_LABEL.finditer(text))
    counts = Counter(label["name"] for label in labels)
    turns = [label for label in labels if _is_speaker(label["name"], counts)]
    if len(turns) > 1:
        yield from (turn.start() for turn in turns)


def _is_speaker(name: str, counts: Counter[str]) -> bool:
    if name.lower() in _ROLES or name.startswith("["):
        return True
    return name[0].isupper() and counts[name] > 1
