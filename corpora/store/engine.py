"""Open the database, and say in our own words what went wrong with it."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from corpora.errors import StoreError

_WAIT, _LOG = "PRAGMA busy_timeout = 30000", "PRAGMA journal_mode = WAL"  # milliseconds
_LOG_TRIES, _LOG_PAUSE = 200, 0.05  # seconds
_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # a reviewer's verdict outlives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # deleted text is overwritten, not only unlinked
)


def open_engine(location: Path | str) -> Engine:
    """Connect to a SQLite file (made when missing, readable by its owner only) or to a URL.

    Raises StoreError when the URL is not understood or its driver is not installed.
    """
    url = _url(location)
    try:
        # Parameters hold story text: they must not get into messages.
        engine = create_engine(url, hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(
            f"store: no driver for '{url.drivername}' ({type(error).__name__}); expected a path "
            "to a SQLite file or postgresql+psycopg://..., which needs the extra 'postgres'"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _url(location: Path | str) -> URL:
    if isinstance(location, str) and "://" in location:
        try:
            url = make_url(location)
        except ArgumentError as error:
            # The URL may hold a password: it is not quoted.
            raise StoreError("store: not a database URL; expected dialect://...") from error
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() != "sqlite" or url.database is None:
            return url
        location = url.database
    path = Path(location).absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"store: {path} cannot be opened ({error.strerror})") from error
    return URL.create("sqlite", database=str(path))


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # Python's driver must not begin transactions by itself: `_begin_sqlite` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(_WAIT)  # first, so that the others wait as well
    _keep_log(cursor)
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _keep_log(cursor: DBAPICursor) -> None:
    """Of two that give a new file its log at once, SQLite refuses one without waiting."""
    for _ in range(_LOG_TRIES):
        try:
            cursor.execute(_LOG)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # the rest says more closely
                raise
            time.sleep(_LOG_PAUSE)
        else:
            return
    cursor.execute(_LOG)


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that upgrades later can fail without waiting.
    is_writer = connection.get_execution_options().get("is_writer", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


@contextmanager
def transaction(engine: Engine, *, is_writer: bool) -> Iterator[Connection]:
    """Give a connection inside one transaction; a reader sees one state of the store throughout.

    Raises StoreError for whatever the database refuses; nothing of the transaction is kept then.
    """
    options: dict[str, object] = {"is_writer": is_writer}
    if engine.dialect.name != "sqlite" and not is_writer:
        options["isolation_level"] = "REPEATABLE READ"
    try:
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        place = engine.url.render_as_string(hide_password=True)
        reason = str(error.orig).splitlines()[0] if error.orig else type(error).__name__
        raise StoreError(
            f"store: {place} refused ({reason}); nothing of this batch was kept, try again when "
            "the store is free, writable and has room"
        ) from error


def empty_log(engine: Engine) -> None:
    """Write SQLite's log back and cut it to nothing: deleted text may still be in it.

    Raises StoreError while somebody else reads. PostgreSQL keeps its log elsewhere: untouched.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        # Outside of a transaction, where alone SQLite can do it.
        raw = connection.connection.cursor()
        is_busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        raw.close()
    if is_busy:
        raise StoreError(
            "store: what was forgotten is gone from the tables but may still be in the log, as "
            "another program is reading; forget again when it is done"
        )
