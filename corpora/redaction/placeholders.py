"""Placeholders: typed, numbered per record, and left alone when they are met again."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.redaction.finds import Find

PLACEHOLDER = re.compile(
    r"\[(CUSTOMER|EMPLOYEE|PERSON|EMAIL|PHONE|ADDRESS|ID|DATE_OF_BIRTH|CARD|IBAN|IP|URL|USERNAME"
    r"|PLATE)_(\d{1,6})\]"
)
# A symbol: no letter, digit or space, so that no pattern and no name rule takes hold of it.
FILLER = "\u25a1"


def neutralise(text: str) -> str:
    """Cover placeholders with a symbol; the length stays, so offsets stay."""
    return PLACEHOLDER.sub(lambda found: FILLER * len(found.group()), text)


def cover(text: str, finds: Iterable[Find]) -> str:
    """Cover finds in the same way."""
    pieces = []
    position = 0
    for one in finds:
        pieces += [text[position : one.start], FILLER * (one.end - one.start)]
        position = one.end
    return "".join([*pieces, text[position:]])


@dataclass(slots=True)
class Numbering:
    """Gives the same entity of a record the same placeholder, numbered in order of first use."""

    given: dict[tuple[str, str], str] = field(default_factory=dict)
    last: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    """Placeholder type -> distinct entities named by this object."""

    @classmethod
    def after(cls, text: str) -> "Numbering":
        """Start behind the placeholders that `text` already holds."""
        numbering = cls()
        for found in PLACEHOLDER.finditer(text):
            kind = found.group(1)
            numbering.last[kind] = max(numbering.last[kind], int(found.group(2)))
        return numbering

    def name(self, kind: str, key: str) -> str:
        """Return the placeholder of the entity `key` of type `kind`."""
        if (kind, key) not in self.given:
            self.last[kind] += 1
            self.new[kind] += 1
            self.given[kind, key] = f"[{kind}_{self.last[kind]}]"
        return self.given[kind, key]
