"""From a record to its redacted passages: a pure function, without a store."""

from collections.abc import Callable
from typing import TypeVar

from corpora.cleaning import clean
from corpora.language import detect_language
from corpora.redaction import Redactor
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
    """Clean, redact and segment a record.

    Offsets of a passage refer to the cleaned text; its text is redacted, unless `redactor` is
    None. Whatever fails rejects the record, naming the stage and the kind of error: no text of it
    goes on, in whole or in part.
    """
    try:
        return _passages(record, redactor)
    except _StageError as error:
        return Rejected(record.source, record.where, stage=error.stage, reason=error.reason)


def _passages(record: Record, redactor: Redactor | None) -> list[Passage]:
    cleaned = _stage("clean", lambda: clean(record.text)).text
    if not cleaned.strip():
        raise _StageError("clean", "no text")
    language = _stage("language", lambda: detect_language(cleaned))
    if language not in _ENGLISH:
        raise _StageError("language", f"language: {language}")
    passages = _stage("segment", lambda: segment(cleaned))
    if not passages:
        raise _StageError("segment", "no passage")
    if redactor is None:
        return passages
    # The whole record at once, so that one person has one placeholder all through it.
    return _stage("redact", lambda: _redact(redactor, cleaned, passages))


def _redact(redactor: Redactor, cleaned: str, passages: list[Passage]) -> list[Passage]:
    redacted = redactor.redact(cleaned)
    made: list[Passage] = []
    for passage in passages:
        span = redacted.offsets.to_output(passage.start, passage.end)
        if span is None or not redacted.text[span.start : span.end].strip():
            continue
        text = redacted.text[span.start : span.end]
        made.append(Passage(passage.start, passage.end, text))
    if not made:
        raise _StageError("redact", "no text left")
    return made


def _stage(name: str, work: Callable[[], Result]) -> Result:
    try:
        return work()
    except _StageError:
        raise
    except Exception as error:  # The edge: one record must not end the run; only its kind is told.
        raise _StageError(name, type(error).__name__) from error
