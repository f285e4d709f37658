"""Structured identifiers by Presidio's recognisers, called on the few places that can hold one.

The whole `AnalyzerEngine` costs milliseconds per text and looks for a language model; the
recognisers themselves need neither. Windows keep their unbounded patterns linear.
"""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from corpora.redaction.finds import Find, find
from corpora.redaction.public_contacts import is_desk, is_hotline

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer
    from presidio_analyzer.nlp_engine import NlpArtifacts

# Numbers as people write them: seven digits or more, with up to three marks between two digits.
NUMBER_RUN = re.compile(r"[+(]{0,2}\d(?:[ \t\n()./\u2013\u00a0+-]{0,3}\d){6,40}")
_AT = re.compile(r"@")
_IBAN_HEAD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[ -]?[A-Za-z0-9]{4}")
_IP_RUN = re.compile(r"(?<![\w:.])[0-9A-Fa-f:.]{7,60}")
_SCREEN = 80  # characters kept before a window: longer than any e-mail user name in use
# Each region costs a scan; numbers of other regions are found as runs of digits all the same.
_PHONE_REGIONS = ("GB", "US")
# Presidio's scores: 1 after a checksum, 0.5 for a shape that is seldom anything else, less for one
# that needs words around it, which are looked at in `codes.py`.
_LEAST_SCORE = {"EMAIL": 0.5, "IBAN": 0.5, "IP": 0.5, "CARD": 1.0, "ID": 0.5, "PHONE": 0.1}
_NHS_CUE = re.compile(r"\bnhs\b", re.IGNORECASE)
_DATE_OR_PRICE = re.compile(
    r"\d{4}-\d\d?-\d\d?(?!\d)|\d\d?[-./]\d\d?[-./](?:19|20)\d\d(?!\d)|(?:19"
    r"|20)\d\d ?[-\u2013] ?(?:19|20)\d\d$"
)


class Recognisers:
    """Presidio's recognisers for e-mail, phone, card, IBAN, IP, US SSN and UK NHS numbers."""

    def __init__(self) -> None:
        # Presidio loads spaCy and, where installed, torch: seconds, so only when redacting.
        from presidio_analyzer import predefined_recognizers as known

        # Presidio logs at INFO and quotes what failed to validate; customer text stays out of logs.
        logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)

        class OfflineEmail(known.EmailRecognizer):
            """No check of the domain: it would fetch a list, and a mistyped address is one too."""

            def validate_result(self, pattern_text: str) -> None:
                return None

        self._email: EntityRecognizer = OfflineEmail()
        self._iban: EntityRecognizer = known.IbanRecognizer()
        self._ip: EntityRecognizer = known.IpRecognizer()
        self._card: EntityRecognizer = known.CreditCardRecognizer()
        self._ssn: EntityRecognizer = known.UsSsnRecognizer()
        self._nhs: EntityRecognizer = known.NhsRecognizer()
        self._phone: EntityRecognizer = known.PhoneRecognizer(supported_regions=_PHONE_REGIONS)

    def finds(self, text: str) -> Iterator[Find]:
        """Yield every structured identifier of `text`."""
        for window in _windows(text, _AT, _SCREEN, 2 * _SCREEN):
            mails = _run(self._email, "EMAIL", text, window)
            yield from (one for one in mails if not is_desk(text[one.start : one.end]))
        for start, end in _windows(text, _IBAN_HEAD, 0, _SCREEN):
            upper = text[start:end].upper()
            if len(upper) == end - start:  # a few letters grow in upper case and move offsets
                yield from _run(self._iban, "IBAN", text, (start, end), upper)
        for run in _IP_RUN.finditer(text):
            if run.group().count(":") >= 2 or run.group().count(".") >= 3:
                yield from _run(self._ip, "IP", text, run.span())
        for run in NUMBER_RUN.finditer(text):
            if not _DATE_OR_PRICE.match(run.group()):
                yield from self._numbers(text, run.span())

    def _numbers(self, text: str, window: tuple[int, int]) -> Iterator[Find]:
        yield from _run(self._card, "CARD", text, window)
        yield from _run(self._ssn, "ID", text, window)
        is_patient = _NHS_CUE.search(text, max(0, window[0] - _SCREEN), window[0])
        # Its ten digits read as a phone number too.
        if is_patient and (patient := list(_run(self._nhs, "ID", text, window))):
            yield from patient
            return
        if not is_hotline(text[slice(*window)]):
            yield from _run(self._phone, "PHONE", text, window)


def _run(
    recogniser: "EntityRecognizer",
    kind: str,
    text: str,
    window: tuple[int, int],
    shown: str | None = None,
) -> Iterator[Find]:
    """Call one recogniser on the part `window` of the text, or on `shown` in its place."""
    start, end = window
    entities = recogniser.supported_entities
    nothing = cast("NlpArtifacts", None)  # Presidio's default, which its type leaves out
    for result in recogniser.analyze(shown or text[start:end], entities, nothing):
        if result.score >= _LEAST_SCORE[kind]:
            yield find(kind, text, start + result.start, start + result.end)


def _windows(
    text: str, anchor: re.Pattern[str], before: int, after: int
) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of every anchor, joined where they overlap."""
    start = end = -1
    for found in anchor.finditer(text):
        if found.start() - before <= end:
            end = min(len(text), found.end() + after)
            continue
        if end > 0:
            yield start, end
        start, end = max(0, found.start() - before), min(len(text), found.end() + after)
    if end > 0:
        yield start, end
