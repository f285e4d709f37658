"""Read Parquet in batches of rows, and turn Arrow batches into rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.columns import FoundColumns, find_columns
from corpora.readers.items import Columns, Row, SourceFile, Unreadable
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs

_BATCH_ROWS = 1024


def read_parquet(file: SourceFile, columns: Columns) -> Iterator[Record | Rejected]:
    """Yield one item per row, and one refusal for each row group that is damaged.

    Raises Unreadable when no column can be the text, or when the file is cut off.
    """
    import pyarrow as pa  # slow to import
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    try:
        table = pq.ParquetFile(file.path, page_checksum_verification=True)
    except (pa.ArrowException, OSError) as error:
        _raise_if_from_the_machine(error)
        raise Unreadable("Parquet file is damaged or cut off") from error
    with table:
        names = list(table.schema_arrow.names)
        found = find_columns(names, columns)
        wanted = [names[at] for at in (found.text, found.id, found.created_at) if at is not None]
        native_ids = file.native_ids()
        first = 1
        for group in range(table.num_row_groups):
            at = first
            batches = table.iter_batches(_BATCH_ROWS, row_groups=[group], columns=wanted)
            try:
                for batch in batches:
                    read = find_columns(batch.schema.names, columns)
                    for row in batch_rows(batch, read, first=at):
                        yield file.row(row, native_ids)
                    at += batch.num_rows
            except (pa.ArrowException, OSError) as error:
                _raise_if_from_the_machine(error)
                yield file.rejected("row group of the Parquet file is damaged", str(at))
            first += table.metadata.row_group(group).num_rows


def _raise_if_from_the_machine(error: Exception) -> None:
    if isinstance(error, OSError) and error.errno is not None:
        raise error


def batch_rows(
    batch: "pa.RecordBatch", found: FoundColumns, *, first: int, prefix: str = ""
) -> Iterator[Row]:
    """Yield the rows of a batch; places count from `first`."""
    texts = _values(batch.column(found.text))
    nothing: list[object] = [None] * batch.num_rows
    ids = nothing if found.id is None else _values(batch.column(found.id))
    times = nothing if found.created_at is None else _values(batch.column(found.created_at))
    cells = zip(texts, ids, times, strict=True)
    for number, (text, row_id, created_at) in enumerate(cells, start=first):
        yield Row(f"{prefix}{number}", text, row_id, created_at)


def _values(column: "pa.Array") -> list[object]:
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        # Nanoseconds would need pandas, other zones a zone database.
        zone = None if column.type.tz is None else "UTC"
        column = column.cast(pa.timestamp("us", tz=zone), safe=False)
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError):  # bytes that are not UTF-8, a date outside 1 to 9999
        return [_value(cell) for cell in column]


def _value(cell: "pa.Scalar") -> object:
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return cell.as_buffer().to_pybytes().decode("utf-8", "surrogateescape")
    except (ValueError, OverflowError):
        return None
