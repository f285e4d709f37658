"""Take a batch of records in: stories, origins, keys, quarantine and cursors at once."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from corpora.errors import StoreError
from corpora.report import RunReport
from corpora.store.duplicate_index import DuplicateIndex
from corpora.store.forgetting import forgotten_texts
from corpora.store.identity import Identity
from corpora.store.known_records import KnownRecords
from corpora.store.pending_rows import PendingRows
from corpora.store.releasing import release_record
from corpora.store.schema import quarantine, records, settings
from corpora.store.values import Batch, Cursor, FilePart, Incoming, PassageKeys
from corpora.story import Rejected


def admit(connection: Connection, identity: Identity, batch: Batch) -> RunReport:
    """Take `batch` in inside the caller's transaction, and count what became of each record.

    Raises StoreError when another run changed one of its records meanwhile.
    """
    # Writers take turns: on PostgreSQL this row is the lock, SQLite has taken its own by now.
    connection.execute(select(settings.c.name).with_for_update())
    taken = [i for part in batch.parts for i in part.items if isinstance(i, Incoming)]
    passages = [p for i in taken if isinstance(i.outcome, tuple) for p in i.outcome]
    admission = _Admission(
        connection,
        identity,
        batch,
        KnownRecords(connection, identity, batch.source, [item.native_id for item in taken]),
        DuplicateIndex(connection, passages),
        forgotten_texts(connection, identity, passages),
        PendingRows(batch),
    )
    for part in batch.parts:
        admission.take_part(part)
    return admission.finish()


@dataclass(slots=True)
class _Admission:
    connection: Connection
    identity: Identity
    batch: Batch
    known: KnownRecords
    index: DuplicateIndex
    forgotten_texts: set[str]
    rows: PendingRows
    outcomes: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)

    def take_part(self, part: FilePart) -> None:
        # Quarantine tells what is wrong now: what an older version of the file said is over.
        self.connection.execute(
            delete(quarantine).where(
                quarantine.c.file_key == part.cursor.file_key,
                quarantine.c.file_digest != part.cursor.file_digest,
            )
        )
        for item in part.items:
            if isinstance(item, Rejected):
                self.reject(item, part.cursor.file_digest, part.cursor)
            else:
                self.take(item, part.cursor)
        self.rows.add_cursor(part.cursor)

    def take(self, item: Incoming, cursor: Cursor) -> None:
        standing = self.known.standing(item.native_id, item.content_digest)
        if standing in ("same", "forgotten"):
            self.outcomes["skipped"] += 1
            return
        if item.outcome is None:
            raise StoreError(
                f"source '{self.batch.source}': a record that was in the store a moment ago is "
                "not any more; another run is at work: let one finish, then run again"
            )
        if standing == "edited":
            self.release(item)
        if isinstance(item.outcome, Rejected):
            self.reject(item.outcome, item.content_digest, cursor)
            return
        self.known.note(item.native_id, item.content_digest)
        self.publish(item, item.outcome, is_edited=standing == "edited")

    def publish(
        self, item: Incoming, passages: tuple[PassageKeys, ...], *, is_edited: bool
    ) -> None:
        record_id = self.identity.record(self.batch.source, item.native_id)
        self.rows.add_record(record_id, item.content_digest)
        linked: set[str] = set()
        fresh = 0
        for number, passage in enumerate(passages):
            if passage.text_digest in self.forgotten_texts:
                continue
            story_id = self.index.find(passage)
            if story_id is None:
                story_id = self.identity.story(
                    self.batch.source, item.native_id, number, passage.text_digest
                )
                self.rows.add_story(story_id, record_id, item, passage)
                self.index.add(story_id, passage)
                fresh += 1
            if story_id not in linked:
                self.rows.add_origin(story_id, record_id, item, passage)
                linked.add(story_id)
        if is_edited:
            self.rows.move_founder(record_id)
        self.outcomes["stories"] += fresh
        self.outcomes["published" if fresh else "merged" if linked else "skipped"] += 1

    def release(self, item: Incoming) -> None:
        # What is pending must be in the tables first: the record may share a story of this batch.
        self.rows.flush(self.connection)
        record_id = self.identity.record(self.batch.source, item.native_id)
        kept = item.outcome if isinstance(item.outcome, tuple) else ()
        for story_id in release_record(self.connection, record_id, kept):
            self.index.remove(story_id)
        if not kept:
            self.connection.execute(delete(records).where(records.c.record_id == record_id))
            self.known.drop(item.native_id)

    def reject(self, item: Rejected, content_digest: str, cursor: Cursor) -> None:
        self.rejected[f"{item.stage}: {item.reason}"] += 1
        entry_id = self.identity.digest(
            "quarantine", cursor.file_key, item.where, item.stage, item.reason, content_digest
        )
        self.rows.add_quarantine(entry_id, item, content_digest, cursor)

    def finish(self) -> RunReport:
        self.rows.flush(self.connection)
        counts = {name: self.outcomes[name] for name in ("published", "merged", "skipped")}
        return RunReport(
            read=sum(counts.values()) + sum(self.rejected.values()),
            rejected=self.rejected,
            stories=self.outcomes["stories"],
            **counts,
        )
