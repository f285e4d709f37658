"""`storylode redact`: every record on the night's way as far as redaction, before and after."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora.exports.redaction_view import RefusedRecord, SeenRecord, find_masked
from corpora.passages import record_passages
from corpora.readers import Columns, list_files, read_file
from corpora.redaction import Redacted, Redactor
from corpora.redaction.places import Places
from corpora.story import Record, Rejected
from pipelines.shown_ids import ShownIds


class Witness(Redactor):
    """Redacts as another redactor does, and remembers the last text before and after."""

    def __init__(self, redactor: Redactor) -> None:
        # Everything is asked of the other one: what it has loaded is not loaded again.
        self._redactor = redactor
        self.seen: tuple[str, Redacted] | None = None

    @property
    def version(self) -> str:
        """That of the other redactor."""
        return self._redactor.version

    def redact_all(self, texts: Sequence[str]) -> list[Redacted | Exception]:
        """Return what the other redactor returns."""
        done = self._redactor.redact_all(texts)
        for text, redacted in zip(texts, done, strict=True):
            self.seen = (text, redacted) if isinstance(redacted, Redacted) else None
        return done


def redact_source(
    source: Path, columns: Columns, redactor: Redactor
) -> Iterator[SeenRecord | RefusedRecord]:
    """Yield one item for every item of a file or folder, in order.

    A record goes the very way of the night: what a night would refuse, in any stage, is refused.
    Raises SourceError when `source` is missing or the operating system refuses a file.
    """
    witness, places = Witness(redactor), Places(redactor)
    ids = ShownIds(places, has_file_names=source.is_dir())
    for path in list_files(source):
        name = path.name if path == source else path.relative_to(source).as_posix()
        shown = places.file(path, name)
        for item in read_file(path, source.stem, source, columns, places):
            where = name + item.where.removeprefix(shown)
            if isinstance(item, Rejected):
                yield RefusedRecord(item.where, where, f"{item.stage}: {item.reason}")
            else:
                yield _seen(item, ids.of(item, name), where, witness)


def _seen(
    record: Record, record_id: str, where: str, witness: Witness
) -> SeenRecord | RefusedRecord:
    witness.seen = None
    passages = record_passages(record, witness)
    if isinstance(passages, Rejected):
        return RefusedRecord(record_id, where, f"{passages.stage}: {passages.reason}")
    if witness.seen is None:  # never, unless the night's way ceases to redact: then fail closed
        return RefusedRecord(record_id, where, "redact: not redacted")
    original, redacted = witness.seen
    masked = find_masked(original, redacted)
    return SeenRecord(record_id, where, original, redacted.text, redacted.counts, masked)
