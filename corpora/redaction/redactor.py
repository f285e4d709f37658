"""Redaction of one record: typed, consistent placeholders; masked, then scanned again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corpora.errors import RedactionError
from corpora.offsets import Edit, OffsetMap, apply_edits
from corpora.redaction.account_names import account_names
from corpora.redaction.addresses import addresses
from corpora.redaction.birth_dates import birth_dates
from corpora.redaction.codes import codes
from corpora.redaction.digit_runs import digit_runs
from corpora.redaction.finds import Find, settle
from corpora.redaction.ibans import ibans
from corpora.redaction.links import links
from corpora.redaction.mentions import further_mentions, persons
from corpora.redaction.names import Name, find_names
from corpora.redaction.page import read_page
from corpora.redaction.pipelines import SpacyNames
from corpora.redaction.placeholders import Numbering, cover, neutralise
from corpora.redaction.plates import plates
from corpora.redaction.recognisers import Recognisers
from corpora.redaction.repeats import repeats
from corpora.redaction.roles import Roles
from corpora.redaction.speakers import speaker_names
from corpora.redaction.spelt_mails import spelt_mails
from corpora.redaction.spoken_numbers import spoken_numbers
from corpora.redaction.strength import forget_cues

REDACTOR_VERSION = "2"
MOST_CHARACTERS = 2_000_000  # of one record: an hour-long call has 60 thousand
_FURTHER_PASSES = 2
_PATTERNS = (
    *(spelt_mails, links, account_names, birth_dates, plates, codes, digit_runs),
    *(spoken_numbers, ibans, addresses),
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without the personal data that was found."""

    text: str = field(repr=False)
    offsets: OffsetMap
    """From the redacted text to the input."""
    counts: Mapping[str, int]
    """Placeholder type -> distinct entities masked."""


class Redactor:
    """Masks personal data. Takes seconds to build: build one and use it for all records."""

    def __init__(self, spacy_model: str | None = None) -> None:
        """Load recognisers and name lists; `spacy_model` is the name of an installed pipeline.

        Raises RedactionError when that pipeline is not installed.
        """
        self._recognisers = Recognisers()
        self._pipeline = SpacyNames(spacy_model) if spacy_model else None

    def redact(self, text: str) -> Redacted:
        """Return `text` with every entity found replaced by its placeholder.

        Raises RedactionError when the text is too long or a scan still finds something after the
        last pass: then the record must not be published.
        """
        if len(text) > MOST_CHARACTERS:
            raise RedactionError(
                f"a record of {len(text)} characters; at most {MOST_CHARACTERS} are redacted: "
                "split it into records before reading it"
            )
        try:
            return self._mask(text)
        finally:
            forget_cues()

    def _mask(self, text: str) -> Redacted:
        """Mask and scan again until a scan finds nothing. Raises RedactionError when none does."""
        numbering = Numbering.after(text)
        offsets = OffsetMap.identity(len(text))
        for attempt in range(2 + _FURTHER_PASSES):
            finds = settle(self._finds(neutralise(text), attempt))
            if not finds:
                return Redacted(
                    text, offsets, MappingProxyType(dict(sorted(numbering.new.items())))
                )
            if attempt > _FURTHER_PASSES:
                break
            edits = [Edit(f.start, f.end, numbering.name(f.kind, f.key)) for f in finds]
            text, made = apply_edits(text, edits)
            offsets = offsets.then(made)
        raise RedactionError(
            f"{len(finds)} places still look like personal data after {1 + _FURTHER_PASSES} passes "
            f"({', '.join(sorted({f.kind for f in finds}))}); keep the record in quarantine"
        )

    def _finds(self, text: str, attempt: int) -> Iterator[Find]:
        found = [
            *self._recognisers.finds(text),
            *(one for recognise in _PATTERNS for one in recognise(text)),
        ]
        structured = settle([*found, *repeats(text, found)])
        yield from structured
        # Names are looked for in what is left: "jo dot smith" says nothing about the word "smith".
        yield from self._persons(cover(text, structured), attempt)

    def _persons(self, text: str, attempt: int) -> Iterator[Find]:
        page = read_page(text)
        names = _apart([*speaker_names(page), *find_names(page)])
        if self._pipeline:
            names = _apart([*names, *self._pipeline.names(text)])
        people = persons(names)
        if not people:
            return
        further_mentions(page, people)
        roles = Roles(text)
        for person in people:
            role = roles.role(person.mentions)
            for mention in person.mentions:
                yield Find(mention.start, mention.end, role, f"{attempt} {person.key}")


def _apart(names: list[Name]) -> list[Name]:
    """Keep the names that do not overlap one kept before, sorted by place."""
    kept: list[Name] = []
    ends: set[int] = set()
    for name in names:
        places = range(name.start, name.end)
        if ends.isdisjoint(places):
            kept.append(name)
            ends.update(places)
    return sorted(kept, key=lambda name: name.start)
