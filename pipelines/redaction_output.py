"""What `storylode redact` hands on: redacted rows, for machines and data scientists."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from corpora.exports.redaction_view import RefusedRecord, SeenRecord
from corpora.outputs import open_output

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

Item = SeenRecord | RefusedRecord
Take = Callable[[Item], None]
Row = dict[str, object]
_CHUNK = 256
"""Rows written at once: a row group of Parquet for every single row would be huge."""


@dataclass(slots=True)
class FirstRecords:
    """Keeps the first records of many, for a view of them."""

    most: int
    """0 for all."""
    items: list[Item] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Keep `item` if there is room."""
        if not self.most or len(self.items) < self.most:
            self.items.append(item)


@contextmanager
def redacted_file(path: Path) -> Iterator[Take]:
    """Give the function that adds a record to a table of redacted rows; the refused are left out.

    Raises SourceError as `open_output` does.
    """
    with open_output(path, _schema()) as write:
        waiting: list[Row] = []

        def take(item: Item) -> None:
            if isinstance(item, SeenRecord):
                waiting.append(_row(item))
            if len(waiting) >= _CHUNK:
                write(waiting)
                waiting.clear()

        yield take
        write(waiting)


def print_json(item: Item, *, with_original: bool) -> None:
    """Print one JSON object to stdout: no word of the original unless `with_original`.

    `spans` count characters of the redacted `text`, half open.
    """
    if isinstance(item, RefusedRecord):
        row: Row = {"id": item.record_id, "rejected": item.reason}
    else:
        row = _row(item) | {
            "spans": [{"type": one.kind, "start": one.start, "end": one.end} for one in item.masked]
        }
    if with_original:
        row["where"] = item.where
    if with_original and isinstance(item, SeenRecord):
        row["original"] = item.original
        row["original_spans"] = [
            {"start": one.original_start, "end": one.original_end} for one in item.masked
        ]
    typer.echo(json.dumps(row))


def _row(record: SeenRecord) -> Row:
    return {"id": record.record_id, "text": record.text, "counts": dict(record.counts)}


def _schema() -> "pa.Schema":
    import pyarrow as pa

    counts = pa.map_(pa.string(), pa.int64())
    return pa.schema([("id", pa.string()), ("text", pa.string()), ("counts", counts)])
