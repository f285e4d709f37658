"""Write rows to JSONL, CSV or Parquet, told by the suffix; the file appears whole or not at all."""

import csv
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import SourceError
from corpora.exports.story_rows import inert_cell

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

Row = Mapping[str, object]
WriteRows = Callable[[Sequence[Row]], None]
SUFFIXES = (".csv", ".jsonl", ".parquet")


@contextmanager
def open_output(path: Path, schema: "pa.Schema") -> Iterator[WriteRows]:
    """Give a function that appends rows with the columns of `schema`.

    Lists and objects stand as JSON in CSV cells, and cells that a spreadsheet would run as a
    formula are made inert. Raises SourceError for another suffix or a folder that refuses.
    """
    if path.suffix.casefold() not in SUFFIXES:
        raise SourceError(
            f"{path.name}: cannot write '{path.suffix}'; expected one of {' '.join(SUFFIXES)}"
        )
    building = path.with_name(f".{path.name}.{os.getpid()}.building")
    opener = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}[path.suffix.casefold()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with ExitStack() as stack:
                yield opener(building, schema, stack)
            building.replace(path)
        finally:
            building.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror})") from error


def _jsonl(path: Path, schema: "pa.Schema", stack: ExitStack) -> WriteRows:
    # A lone surrogate has no UTF-8 form, but JSON has: its \uXXXX escape.
    file = stack.enter_context(
        path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    )

    def write(rows: Sequence[Row]) -> None:
        for row in rows:
            content = {name: row.get(name) for name in schema.names}
            file.write(json.dumps(content, ensure_ascii=False, default=str) + "\n")

    return write


def _csv(path: Path, schema: "pa.Schema", stack: ExitStack) -> WriteRows:
    file = stack.enter_context(path.open("w", encoding="utf-8", errors="replace", newline=""))
    writer = csv.writer(file)
    writer.writerow(schema.names)

    def write(rows: Sequence[Row]) -> None:
        writer.writerows([_cell(row.get(name)) for name in schema.names] for row in rows)

    return write


def _parquet(path: Path, schema: "pa.Schema", stack: ExitStack) -> WriteRows:
    import pyarrow as pa
    import pyarrow.parquet as parquet  # type: ignore[import-untyped]

    writer = stack.enter_context(parquet.ParquetWriter(path, schema, compression="zstd"))

    def write(rows: Sequence[Row]) -> None:
        if rows:
            writer.write_table(pa.Table.from_pylist([dict(row) for row in rows], schema=schema))

    return write


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert_cell(value)
    if isinstance(value, list | dict):
        return inert_cell(json.dumps(value, ensure_ascii=False))
    return str(value)
