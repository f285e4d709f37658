"""Statements that SQLite and PostgreSQL both understand but spell in their own classes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Item = TypeVar("Item")

CHUNK = 500
"""Values in one IN list: SQLite allows 32,766 and older builds 999."""


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """Cut `items` into runs of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    *,
    on_conflict: Literal["fail", "keep", "replace"] = "fail",
) -> None:
    """Insert rows; say what becomes of one whose primary key is there already."""
    if not rows:
        return
    is_sqlite = connection.dialect.name == "sqlite"
    statement = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    keys = [column.name for column in table.primary_key.columns]
    others = [column.name for column in table.columns if column.name not in keys]
    if on_conflict == "replace" and others:
        statement = statement.on_conflict_do_update(
            index_elements=keys, set_={name: statement.excluded[name] for name in others}
        )
    elif on_conflict != "fail":
        statement = statement.on_conflict_do_nothing(index_elements=keys)
    connection.execute(statement, [dict(row) for row in rows])
