"""What a recogniser reports, and how reports that overlap are settled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# When two finds overlap, the earlier type in this list wins: a card number inside an URL is an URL.
_PRECEDENCE = (
    *("URL", "EMAIL", "IBAN", "DATE_OF_BIRTH", "CARD", "ADDRESS", "IP", "USERNAME", "PLATE"),
    *("PHONE", "ID", "CUSTOMER", "EMPLOYEE", "PERSON"),
)
_RANK = {kind: rank for rank, kind in enumerate(_PRECEDENCE)}
_LONGEST_NEAR = 64  # characters of a name, plate or date that is looked for near a word
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Find:
    """Characters `[start, end)` that hold personal data of one placeholder type."""

    start: int
    end: int
    kind: str
    key: str = field(repr=False)
    """The same for two mentions of the same entity; never leaves the redactor."""


def find(kind: str, text: str, start: int, end: int) -> Find:
    """Report `text[start:end]`, keyed by its letters and digits."""
    return Find(start, end, kind, _NO_WORD.sub("", text[start:end]).casefold())


def near(pattern: re.Pattern[str], text: str, start: int, reach: int) -> Iterator[re.Match[str]]:
    """Yield matches that begin within `reach` characters; one that sticks out is not cut."""
    for found in pattern.finditer(text, start, start + reach + _LONGEST_NEAR):
        if found.start() < start + reach:
            yield found


def settle(finds: Iterable[Find]) -> list[Find]:
    """Return finds that do not overlap, sorted; what loses keeps the part that is left of it.

    No character of any find is dropped: a loser that sticks out is cut, never forgotten.
    """
    settled: list[Find] = []
    ranked = sorted(set(finds), key=lambda one: (one.start, _RANK[one.kind], -one.end))
    for one in ranked:
        while settled and one.start < settled[-1].end:
            last = settled[-1]
            if _RANK[one.kind] < _RANK[last.kind]:
                # The weaker one began earlier: the stronger takes its place and its beginning.
                settled[-1] = Find(last.start, max(last.end, one.end), one.kind, one.key)
            elif one.end > last.end:
                settled[-1] = Find(last.start, one.end, last.kind, last.key)
            break
        else:
            settled.append(one)
    return settled
