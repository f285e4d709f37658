"""Cursors: which version of each file was read, and how far."""

from sqlalchemy import Connection, Row, select, update

from corpora.store.schema import cursors
from corpora.store.values import Cursor


def source_cursors(connection: Connection, source: str) -> dict[str, Cursor]:
    """Return the cursors of a source by `path_key`."""
    rows = connection.execute(select(cursors).where(cursors.c.source == source))
    return {row.path_key: _cursor(row) for row in rows}


def rename_cursor(connection: Connection, source: str, old: str, new: str) -> None:
    """Let the file that was known as `old` be known as `new` (both `path_key`)."""
    chosen = update(cursors).where(cursors.c.source == source, cursors.c.path_key == old)
    connection.execute(chosen.values(path_key=new))


def _cursor(row: Row[tuple[object, ...]]) -> Cursor:
    return Cursor(
        path_key=row.path_key,
        file_key=row.file_key,
        file_digest=row.file_digest,
        records_done=row.records_done,
        is_complete=row.is_complete,
    )
