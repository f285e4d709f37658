"""From records to their redacted passages: a pure function, without a store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from corpora.cleaning import clean
from corpora.language import detect_language
from corpora.redaction import Redacted, Redactor
from corpora.segmentation import segment
from corpora.story import Passage, Record, Rejected

_ENGLISH = frozenset({"en", "und"})
"""`und`: too short to say, so taken for English."""

Result = TypeVar("Result")


class _StageError(Exception):
    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(f"{stage}: {reason}")
        self.stage = stage
        self.reason = reason


def record_passages(record: Record, redactor: Redactor | None) -> list[Passage] | Rejected:
    """Clean, redact and segment one record, as `passages_of` does."""
    return passages_of([record], redactor)[0]


def passages_of(
    records: Sequence[Record], redactor: Redactor | None
) -> list[list[Passage] | Rejected]:
    """Clean, redact and segment records; together they are redacted faster than one by one.

    Offsets of a passage refer to the record's cleaned text; its text is redacted, unless `redactor`
    is None. Whatever fails rejects the record, naming the stage and the kind of error: no text of
    it goes on, in whole or in part.
    """
    found = [_rejecting(record, partial(_segmented, record)) for record in records]
    if redactor is None:
        return [one if isinstance(one, Rejected) else one.passages for one in found]
    # Each record as a whole, so that one person has one placeholder all through it.
    waiting = [one for one in found if not isinstance(one, Rejected)]
    redacted = iter(redactor.redact_all([one.text for one in waiting]))
    return [
        one
        if isinstance(one, Rejected)
        else _rejecting(record, partial(_redacted, one, next(redacted)))
        for record, one in zip(records, found, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Segmented:
    """A cleaned text and its passages."""

    text: str = field(repr=False)
    passages: list[Passage] = field(repr=False)


def _segmented(record: Record) -> _Segmented:
    cleaned = _stage("clean", lambda: clean(record.text)).text
    if not cleaned.strip():
        raise _StageError("clean", "no text")
    language = _stage("language", lambda: detect_language(cleaned))
    if language not in _ENGLISH:
        raise _StageError("language", f"language: {language}")
    passages = _stage("segment", lambda: segment(cleaned))
    if not passages:
        raise _StageError("segment", "no passage")
    return _Segmented(cleaned, passages)


def _redacted(segmented: _Segmented, redacted: Redacted | Exception) -> list[Passage]:
    if isinstance(redacted, Exception):
        raise _StageError("redact", type(redacted).__name__)
    made: list[Passage] = []
    for passage in segmented.passages:
        span = redacted.offsets.to_output(passage.start, passage.end)
        if span is None or not redacted.text[span.start : span.end].strip():
            continue
        text = redacted.text[span.start : span.end]
        made.append(Passage(passage.start, passage.end, text))
    if not made:
        raise _StageError("redact", "no text left")
    return made


def _rejecting(record: Record, work: Callable[[], Result]) -> Result | Rejected:
    try:
        return work()
    except _StageError as error:
        return Rejected(record.source, record.where, stage=error.stage, reason=error.reason)


def _stage(name: str, work: Callable[[], Result]) -> Result:
    try:
        return work()
    except _StageError:
        raise
    except Exception as error:  # The edge: one record must not end the run; only its kind is told.
        raise _StageError(name, type(error).__name__) from error
