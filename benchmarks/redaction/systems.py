"""What is compared: storylode's redactor and Presidio's default analyzer, behind one interface."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from benchmarks.redaction.presidio import PresidioAnalyzer
from corpora.errors import RedactionError
from corpora.redaction import DEFAULT_POLICY, Redacted, Redactor
from corpora.redaction.placeholders import PLACEHOLDER
from models.entities.folder import load_recogniser

QUARANTINED = "QUARANTINED"
_ROLES = {"CUSTOMER": "customer", "EMPLOYEE": "employee", "PERSON": "other"}
# Presidio's types -> gold types. A place is how it says an address, a date how it says a birthday.
_PRESIDIO_TYPES = {
    "CREDIT_CARD": "CARD",
    "DATE_TIME": "DATE_OF_BIRTH",
    "EMAIL_ADDRESS": "EMAIL",
    "IBAN_CODE": "IBAN",
    "IP_ADDRESS": "IP",
    "LOCATION": "ADDRESS",
    "PERSON": "PERSON",
    "PHONE_NUMBER": "PHONE",
    "URL": "URL",
    "NRP": "OTHER",  # nationality, religion, politics: no gold type
}
_NUMBERED = "ID"  # bank, passport, licence, insurance numbers and the like


_TOGETHER = 200  # records, as a night reads them


class Span(NamedTuple):
    """Characters `[start, end)` that a system masks."""

    start: int
    end: int
    type: str
    """A gold type, or one that gold does not know."""
    given: str
    """The system's own word for it."""
    role: str | None = None
    """Of a person, where the system tells: customer, employee, other."""


class System(Protocol):
    """Something that finds personal data."""

    name: str

    def spans_of(self, texts: Sequence[str]) -> list[list[Span]]:
        """Return what would be masked in each text, sorted, without overlaps."""


def build_redactor(spacy_model: str | None = None) -> Redactor:
    """Build the redactor that is measured: the one place to change when it takes more parts."""
    policy = DEFAULT_POLICY.model_copy(update={"spacy_model": spacy_model})
    return Redactor(policy, load_recogniser())


class Storylode:
    """This project's redactor."""

    def __init__(self, redactor: Redactor) -> None:
        self.name = "storylode"
        self._redactor = redactor

    def spans_of(self, texts: Sequence[str]) -> list[list[Span]]:
        """Read the placeholders back; a text that is refused is never published, so all masked."""
        done: list[list[Span]] = []
        for start in range(0, len(texts), _TOGETHER):
            some = texts[start : start + _TOGETHER]
            for text, redacted in zip(some, self._redactor.redact_all(some), strict=True):
                if isinstance(redacted, Redacted):
                    done.append(self._spans(redacted))
                elif isinstance(redacted, RedactionError):
                    done.append([Span(0, len(text), QUARANTINED, QUARANTINED)])
                else:
                    raise redacted
        return done

    def _spans(self, redacted: Redacted) -> list[Span]:
        found = []
        for placeholder in PLACEHOLDER.finditer(redacted.text):
            place = redacted.offsets.to_input(*placeholder.span())
            given = placeholder.group(1)
            role = _ROLES.get(given)
            kind = "PERSON" if role else given
            found.append(Span(place.start, place.end, kind, given, role))
        return found


class Presidio:
    """Presidio's analyzer as it comes: all its default recognisers, no threshold, English."""

    def __init__(self, analyzer: PresidioAnalyzer) -> None:
        self.name = f"Presidio, {analyzer.pipeline}"
        self._analyzer = analyzer

    def spans_of(self, texts: Sequence[str]) -> list[list[Span]]:
        """Return what is masked in each text."""
        return [self._spans(text) for text in texts]

    def _spans(self, text: str) -> list[Span]:
        """Return its results; where two overlap, the surer one has its way."""
        results = sorted(
            self._analyzer.results(text), key=lambda r: (-r.score, r.start - r.end, r.start, r.type)
        )
        return _apart(
            Span(r.start, r.end, _PRESIDIO_TYPES.get(r.type, _NUMBERED), r.type) for r in results
        )


def _apart(ranked: Iterable[Span]) -> list[Span]:
    """Give each character to the first span that claims it; a span may be left in parts."""
    owners: dict[int, Span] = {}
    for span in ranked:
        for place in range(span.start, span.end):
            owners.setdefault(place, span)
    kept: list[Span] = []
    owner: Span | None = None
    for place in sorted(owners):
        if kept and owners[place] is owner and kept[-1].end == place:
            kept[-1] = kept[-1]._replace(end=place + 1)
        else:
            owner = owners[place]
            kept.append(owner._replace(start=place, end=place + 1))
    return kept
