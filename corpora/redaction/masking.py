"""One record on its way through redaction: scanned, masked, scanned again until nothing is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from corpora.errors import RedactionError
from corpora.offsets import Edit, OffsetMap, apply_edits
from corpora.redaction.excerpts import Excerpt, around, whole
from corpora.redaction.finds import Find
from corpora.redaction.generalise import coarser
from corpora.redaction.kept_persons import KeptPersons
from corpora.redaction.placeholders import Numbering, cover, neutralise
from corpora.redaction.policy import RedactionPolicy
from corpora.story import Span

MOST_CHARACTERS = 2_000_000  # of one record: an hour-long call has 60 thousand
MOST_PASSES = 3
"""Scans that may find something; the one after them must find nothing."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without the personal data that was found."""

    text: str = field(repr=False)
    offsets: OffsetMap
    """From the redacted text to the input."""
    counts: Mapping[str, int]
    """Placeholder type -> distinct entities masked."""


class Masking:
    """The text of a record as far as it is masked, and all that one scan leaves to the next."""

    def __init__(self, text: str, policy: RedactionPolicy) -> None:
        """Begin with a text. Raises RedactionError when it is too long."""
        if len(text) > MOST_CHARACTERS:
            raise RedactionError(
                f"a record of {len(text)} characters; at most {MOST_CHARACTERS} are redacted: "
                "split it into records before reading it"
            )
        self.persons_kept = KeptPersons(policy)
        self.scans = 0
        """How many scans its finds were masked of."""
        self._text = text
        self._policy = policy
        self._numbering = Numbering.after(text)
        self._offsets = OffsetMap.identity(len(text))
        self._changed: list[Span] = []  # by the last scan
        self._coarse: list[Find] = []  # words that stand for something: no scan takes hold of them

    def shown(self) -> str:
        """Return the text as a scan is to see it: placeholders covered, every offset the same."""
        return cover(neutralise(self._text), self._coarse)

    def excerpts(self, shown: str) -> list[Excerpt]:
        """Return what of the shown text a recogniser has not judged yet."""
        return around(shown, self._changed) if self.scans else whole(shown)

    def mask(self, finds: Sequence[Find]) -> None:
        """Put placeholders, or coarser words, in the place of the finds of a scan.

        Raises RedactionError when that was one scan too many: the record must not be published.
        """
        if self.scans == MOST_PASSES:
            raise RedactionError(
                f"{len(finds)} places still look like personal data after {MOST_PASSES} passes "
                f"({', '.join(sorted({f.kind for f in finds}))}); keep the record in quarantine"
            )
        words = {one: said for one in finds if (said := self._coarser(one))}
        name = self._numbering.name
        edits = [Edit(f.start, f.end, words.get(f) or name(f.kind, f.key)) for f in finds]
        self._text, made = apply_edits(self._text, edits)
        self._coarse = _moved([*self._coarse, *words], made)
        self._offsets = self._offsets.then(made)
        self._changed = [span for f in finds if (span := made.to_output(f.start, f.end))]
        self.scans += 1

    def result(self) -> Redacted:
        """Return the text after a scan that found nothing."""
        counts = MappingProxyType(dict(sorted(self._numbering.new.items())))
        return Redacted(self._text, self._offsets, counts)

    def _coarser(self, find: Find) -> str | None:
        is_generalised = self._policy.action(find.kind) == "generalise"
        return coarser(find, self._text) if is_generalised else None


def _moved(finds: list[Find], made: OffsetMap) -> list[Find]:
    """Return where the finds lie after the edits, in order."""
    spans = ((one, made.to_output(one.start, one.end)) for one in finds)
    return sorted(Find(span.start, span.end, one.kind, one.key) for one, span in spans if span)
