"""Rows of a batch that wait to be written together, a table at a time."""

from collections import defaultdict
from typing import Literal

from sqlalchemy import Connection, Table, select, update

from corpora.store.schema import (
    cursors,
    near_duplicate_keys,
    origins,
    quarantine,
    records,
    stories,
)
from corpora.store.statements import insert_rows
from corpora.store.values import Batch, Cursor, Incoming, PassageKeys
from corpora.story import Rejected

# Referenced tables first, and what becomes of a row whose key is there already.
_ORDER: tuple[tuple[Table, Literal["fail", "keep", "replace"]], ...] = (
    (records, "replace"),
    (stories, "fail"),
    (origins, "replace"),
    (near_duplicate_keys, "fail"),
    (quarantine, "keep"),
    (cursors, "replace"),
)


class PendingRows:
    """Collects rows; `flush` writes them in an order that foreign keys allow."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._rows: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
        self._moved: list[str] = []

    def add_record(self, record_id: str, content_digest: str) -> None:
        """A record that is new, or new in content."""
        self._rows["records"].append(
            {
                "record_id": record_id,
                "source": self._batch.source,
                "content_digest": content_digest,
                "updated_at": self._batch.now,
            }
        )

    def add_story(
        self, story_id: str, record_id: str, item: Incoming, passage: PassageKeys
    ) -> None:
        """A new story with the keys that find its near duplicates."""
        self._rows["stories"].append(
            {
                "story_id": story_id,
                "record_id": record_id,
                "source": self._batch.source,
                "start": passage.passage.start,
                "end": passage.passage.end,
                "text": passage.passage.text,
                "text_digest": passage.text_digest,
                "created_at": item.created_at,
                "redactor_version": self._batch.redactor_version,
                "segmenter_version": self._batch.segmenter_version,
                "added_at": self._batch.now,
            }
        )
        self._rows["near_duplicate_keys"] += [
            {"key": key, "story_id": story_id} for key in sorted(set(passage.near_duplicate_keys))
        ]

    def add_origin(
        self, story_id: str, record_id: str, item: Incoming, passage: PassageKeys
    ) -> None:
        """A place that a story comes from."""
        self._rows["origins"].append(
            {
                "story_id": story_id,
                "record_id": record_id,
                "start": passage.passage.start,
                "end": passage.passage.end,
                "created_at": item.created_at,
            }
        )

    def move_founder(self, record_id: str) -> None:
        """Let the stories of an edited record tell its new offsets and date."""
        self._moved.append(record_id)

    def add_quarantine(
        self, entry_id: str, item: Rejected, content_digest: str, cursor: Cursor
    ) -> None:
        """An item that was rejected: where and why."""
        self._rows["quarantine"].append(
            {
                "entry_id": entry_id,
                "source": item.source,
                "where": item.where,
                "stage": item.stage,
                "reason": item.reason,
                "content_digest": content_digest,
                "file_key": cursor.file_key,
                "file_digest": cursor.file_digest,
                "run_id": self._batch.run_id,
                "found_at": self._batch.now,
            }
        )

    def add_cursor(self, cursor: Cursor) -> None:
        """How far a file was read."""
        self._rows["cursors"].append(
            {
                "source": self._batch.source,
                "path_key": cursor.path_key,
                "file_key": cursor.file_key,
                "file_digest": cursor.file_digest,
                "records_done": cursor.records_done,
                "is_complete": cursor.is_complete,
            }
        )

    def flush(self, connection: Connection) -> None:
        """Write what waits."""
        for table, on_conflict in _ORDER:
            rows = self._rows.pop(table.name, [])
            insert_rows(connection, table, rows, on_conflict=on_conflict)
        for record_id in self._moved:
            places = select(
                origins.c.start, origins.c.end, origins.c.created_at, origins.c.story_id
            )
            for place in connection.execute(places.where(origins.c.record_id == record_id)):
                connection.execute(
                    update(stories)
                    .where(stories.c.story_id == place.story_id, stories.c.record_id == record_id)
                    .values(start=place.start, end=place.end, created_at=place.created_at)
                )
        self._moved.clear()
