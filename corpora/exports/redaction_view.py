"""A record before and after redaction, and what was masked in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpora.redaction.placeholders import PLACEHOLDER
from corpora.redaction.redactor import Redacted

GENERALISED = "GENERALISED"
"""Stands for a type where words that say less took the place: of which type is not told."""


@dataclass(frozen=True, slots=True)
class Masked:
    """One mention: what was put in, and what it took the place of."""

    start: int
    """In the redacted text, like `end`."""
    end: int
    original_start: int
    """In the cleaned text, like `original_end`."""
    original_end: int
    kind: str
    """Placeholder type, e.g. `PHONE`, or GENERALISED."""


@dataclass(frozen=True, slots=True)
class SeenRecord:
    """A record that was redacted, with the text that it was made of."""

    record_id: str
    """Fit to be handed on: the place, masked, where the source's own id tells a person."""
    where: str
    """File and place in it as they are: for those who may see the originals."""
    original: str = field(repr=False)
    """Cleaned."""
    text: str = field(repr=False)
    """Redacted."""
    counts: Mapping[str, int]
    """Placeholder type -> distinct entities masked."""
    masked: tuple[Masked, ...]


@dataclass(frozen=True, slots=True)
class RefusedRecord:
    """A record that would go to quarantine: place and reason, never the text."""

    record_id: str
    where: str
    reason: str
    """`stage: reason`."""


def find_masked(original: str, redacted: Redacted) -> tuple[Masked, ...]:
    """Return what redaction changed, in order; placeholders that `original` holds do not count."""
    found: list[Masked] = []
    done = 0
    for match in PLACEHOLDER.finditer(redacted.text):
        source = redacted.offsets.to_input(*match.span())
        if original[source.start : source.end] == match.group():
            continue
        found += _generalised(original, redacted, done, match.start())
        found.append(Masked(*match.span(), source.start, source.end, match.group(1)))
        done = match.end()
    return (*found, *_generalised(original, redacted, done, len(redacted.text)))


def _generalised(original: str, redacted: Redacted, start: int, end: int) -> Iterator[Masked]:
    """Yield what other words were put for in `[start, end)` of the redacted text."""
    if start == end:
        return
    source = redacted.offsets.to_input(start, end)
    if original[source.start : source.end] == redacted.text[start:end]:
        return
    at = start
    while at < end:
        # A character that was put in leads to all that it was put for, and that to all put in.
        before = redacted.offsets.to_input(at, at + 1)
        after = redacted.offsets.to_output(before.start, before.end)
        at += 1
        if original[before.start : before.end] != redacted.text[at - 1] and after is not None:
            yield Masked(after.start, after.end, before.start, before.end, GENERALISED)
            at = after.end
