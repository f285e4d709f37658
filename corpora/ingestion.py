"""Take a source into the store: only what is new, each record once, nothing lost by a crash."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from corpora.duplicates import near_duplicate_keys, text_digest
from corpora.passages import passages_of
from corpora.readers import Columns, read_file
from corpora.redaction import Redactor
from corpora.redaction.places import Places
from corpora.report import RunReport
from corpora.segmentation import SEGMENTER_VERSION
from corpora.source_files import PlannedFile, plan_files
from corpora.store import Batch, Cursor, FilePart, Incoming, PassageKeys, Store
from corpora.story import Passage, Record, Rejected

_BATCH_CHARACTERS = 4_000_000
"""A batch ends here too, so that a few huge records do not fill the memory."""


def ingest_source(  # noqa: PLR0913 - what, where to, with what, when: no two belong together
    source_name: str,
    root: Path,
    columns: Columns,
    store: Store,
    redactor: Redactor,
    *,
    now: datetime,
    batch_size: int = 200,
    progress: Callable[[int], None] | None = None,
    run_id: str | None = None,
) -> RunReport:
    """Read what is new or changed under `root` and publish its stories in the store.

    A file whose content was read to its end before is passed over. About `batch_size` records are
    kept or lost together; after a crash the same call goes on behind the last that were kept.
    `progress` is told now and then how many more records are done.

    Raises SourceError when `root` cannot be read, StoreError when the store refuses.
    """
    batching = _Batching(source_name, store, redactor, now, run_id)
    places = Places(redactor)
    total = RunReport()
    waiting: list[_Chunk] = []

    def count(report: RunReport) -> RunReport:
        if progress is not None and report.read:
            progress(report.read)
        return total + report

    for file in plan_files(source_name, root, store):
        passed = file.cursor.records_done
        total = count(RunReport(read=passed, skipped=passed))
        if file.cursor.is_complete:
            continue
        for chunk in _chunks(file, source_name, columns, batch_size, places):
            waiting.append(chunk)
            if sum(len(chunk.items) for chunk in waiting) >= batch_size or chunk.is_heavy:
                total = count(batching.admit(waiting))
                waiting = []
    return count(batching.admit(waiting)) if waiting else total


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some items of a file as read, in order, and how far the file is read with them."""

    file: PlannedFile
    items: tuple[Record | Rejected, ...]
    cursor: Cursor
    is_heavy: bool


def _chunks(
    file: PlannedFile, source: str, columns: Columns, batch_size: int, places: Places
) -> Iterator[_Chunk]:
    items: list[Record | Rejected] = []
    characters = position = 0
    for item in read_file(file.path, source, file.root, columns, places):
        if position >= file.cursor.records_done:
            is_heavy = characters >= _BATCH_CHARACTERS
            if len(items) >= batch_size or is_heavy:
                cursor = replace(file.cursor, records_done=position)
                yield _Chunk(file, tuple(items), cursor, is_heavy)
                items, characters = [], 0
            items.append(item)
            characters += len(item.text) if isinstance(item, Record) else 0
        position += 1
    # A file whose bytes could not be read is tried again next time.
    cursor = replace(file.cursor, records_done=position, is_complete=bool(file.cursor.file_digest))
    yield _Chunk(file, tuple(items), cursor, characters >= _BATCH_CHARACTERS)


@dataclass(frozen=True, slots=True)
class _Batching:
    """Turn chunks into one batch of the store: the costly work, done outside its transaction."""

    source: str
    store: Store
    redactor: Redactor
    now: datetime
    run_id: str | None

    def admit(self, chunks: list[_Chunk]) -> RunReport:
        named = [
            (chunk.file.native_id(item), self._content(item))
            for chunk in chunks
            for item in chunk.items
            if isinstance(item, Record)
        ]
        known = self.store.known_records(self.source, [native_id for native_id, _ in named])
        is_new: list[bool] = []
        for native_id, content in named:
            is_new.append(known.standing(native_id, content) not in ("same", "forgotten"))
            known.note(native_id, content)
        records = [item for chunk in chunks for item in chunk.items if isinstance(item, Record)]
        outcomes = iter(self._outcomes([r for r, new in zip(records, is_new, strict=True) if new]))
        incoming = iter(
            [
                Incoming(*name, record.created_at, next(outcomes) if new else None)
                for name, record, new in zip(named, records, is_new, strict=True)
            ]
        )
        parts = [
            FilePart(
                chunk.cursor,
                tuple(
                    item if isinstance(item, Rejected) else next(incoming) for item in chunk.items
                ),
            )
            for chunk in chunks
        ]
        return self.store.admit(
            Batch(
                source=self.source,
                parts=tuple(parts),
                redactor_version=self.redactor.version,
                segmenter_version=SEGMENTER_VERSION,
                now=self.now,
                run_id=self.run_id,
            )
        )

    def _content(self, record: Record) -> str:
        return self.store.identity.content(record.text, record.created_at)

    def _outcomes(self, records: list[Record]) -> list[tuple[PassageKeys, ...] | Rejected]:
        return [
            found if isinstance(found, Rejected) else tuple(_keys(passage) for passage in found)
            for found in passages_of(records, self.redactor)
        ]


def _keys(passage: Passage) -> PassageKeys:
    return PassageKeys(passage, text_digest(passage.text), near_duplicate_keys(passage.text))
