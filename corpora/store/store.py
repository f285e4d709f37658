"""The store: stories, their tags, and how far each source was read."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Self

from sqlalchemy import Connection, Engine, func, select

from corpora.errors import StoreError
from corpora.report import RunReport
from corpora.rows import StoredStory
from corpora.store import cursors, forgetting, reading, reviewing, runs, tagging
from corpora.store.admission import admit
from corpora.store.engine import empty_log, open_engine, transaction
from corpora.store.identity import Identity
from corpora.store.known_records import KnownRecords
from corpora.store.migrate import migrate
from corpora.store.schema import quarantine, settings, stories
from corpora.store.statements import insert_rows
from corpora.store.values import Batch, Cursor, QuarantineEntry, Review, Run, Selection
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy

_KEY = "identity_key"


@dataclass(frozen=True, slots=True)
class Store:
    """Stories in a SQLite file or a PostgreSQL database. Every write is one transaction.

    Every method raises StoreError when the database refuses; then nothing of the call was kept.
    """

    identity: Identity = field(repr=False)
    _engine: Engine = field(repr=False)

    @classmethod
    def open(cls, location: Path | str, *, key: bytes | None = None) -> Self:
        """Open a store, or make it, at the path of a SQLite file or at a database URL.

        `key` makes ids reproducible from store to store; without it a new store draws its own.
        Raises StoreError when the store has another key, or is of a newer version.
        """
        engine = open_engine(location)
        with transaction(engine, is_writer=True) as connection:
            migrate(connection)
            drawn = (key or secrets.token_bytes(32)).hex()
            insert_rows(connection, settings, [{"name": _KEY, "value": drawn}], on_conflict="keep")
            kept = connection.execute(select(settings.c.value).where(settings.c.name == _KEY))
            found = bytes.fromhex(kept.scalar_one())
        if key is not None and key != found:
            raise StoreError("store: it was made with another key; open it with that one or none")
        return cls(Identity(found), engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store throughout."""
        with transaction(self._engine, is_writer=False) as connection:
            yield connection

    @contextmanager
    def writing(self, run_id: str | None = None) -> Iterator[Connection]:
        """Give a connection whose writes are kept together or not at all.

        Raises StoreError when `run_id` is given and another run has taken over from it.
        """
        with transaction(self._engine, is_writer=True) as connection:
            runs.check_running(connection, run_id)
            yield connection

    def cursors(self, source: str) -> dict[str, Cursor]:
        """Return the cursors of a source by `path_key`."""
        with self.reading() as connection:
            return cursors.source_cursors(connection, source)

    def rename_cursor(self, source: str, old: str, new: str) -> None:
        """Let the file that was known as `old` be known as `new` (both `path_key`)."""
        with self.writing() as connection:
            cursors.rename_cursor(connection, source, old, new)

    def known_records(self, source: str, native_ids: Iterable[str]) -> KnownRecords:
        """Look up records of a source, to tell what is new of them."""
        with self.reading() as connection:
            return KnownRecords(connection, self.identity, source, native_ids)

    def admit(self, batch: Batch) -> RunReport:
        """Take in a batch: stories, origins, quarantine and cursors in one transaction."""
        with self.writing(batch.run_id) as connection:
            return admit(connection, self.identity, batch)

    def untagged(self, model_version: str, after: str, limit: int) -> list[tuple[str, str]]:
        """Return id and text of stories after id `after` that this model has not seen."""
        with self.reading() as connection:
            return tagging.untagged(connection, model_version, after, limit)

    def save_predictions(
        self,
        predictions: Sequence[tuple[str, Prediction]],
        model_version: str,
        taxonomy: Taxonomy,
        *,
        run_id: str | None = None,
    ) -> int:
        """Keep tags in place of those of an older model; return how many stories got theirs."""
        with self.writing(run_id) as connection:
            return tagging.save_predictions(connection, predictions, model_version, taxonomy)

    def tagged_stories(self, selection: Selection | None = None) -> Iterator[StoredStory]:
        """Yield the selected tagged stories in order of id, all from one state of the store."""
        with self.reading() as connection:
            yield from reading.tagged_stories(connection, selection or Selection())

    def count_stories(self) -> int:
        """Return how many stories there are, tagged or not."""
        with self.reading() as connection:
            return connection.execute(select(func.count()).select_from(stories)).scalar_one()

    def quarantined(self) -> list[QuarantineEntry]:
        """Return what could not be published, by source and place."""
        order = (quarantine.c.source, quarantine.c.where, quarantine.c.entry_id)
        with self.reading() as connection:
            return [
                QuarantineEntry(
                    row.source, row.where, row.stage, row.reason, row.run_id, row.found_at
                )
                for row in connection.execute(select(quarantine).order_by(*order))
            ]

    def save_review(self, review: Review, *, now: datetime) -> None:
        """Keep a person's verdict, in place of the same person's earlier one."""
        with self.writing() as connection:
            reviewing.save_review(connection, review, now)

    def forget(self, story_ids: Collection[str], *, now: datetime) -> list[str]:
        """Take stories and the records that tell them out for good; return the ids that went.

        Raises StoreError when another reader keeps deleted text in the log: call it again then.
        """
        with self.writing() as connection:
            gone = forgetting.forget_stories(connection, self.identity, story_ids, now)
        empty_log(self._engine)
        return gone

    def start_run(self, kind: str, versions: Mapping[str, str], *, now: datetime) -> str:
        """Note that a run starts and return its id; stale runs of the kind count as crashed."""
        with self.writing() as connection:
            return runs.start_run(connection, kind, versions, now)

    def finish_run(
        self,
        run_id: str,
        status: Literal["done", "failed"],
        counts: Mapping[str, object],
        *,
        now: datetime,
    ) -> None:
        """Note how a run ended; `counts` become JSON."""
        with self.writing() as connection:
            runs.finish_run(connection, run_id, status, counts, now)

    def runs(self, kind: str | None = None) -> list[Run]:
        """Return the runs, the latest first."""
        with self.reading() as connection:
            return runs.list_runs(connection, kind)
