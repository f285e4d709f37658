"""Bring the tables to the version that this code needs."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from corpora.errors import StoreError

NEWEST = "0001"
"""The revision that `schema.py` describes."""

_MIGRATION_LOCK = 7_305_117
"""Any fixed number: PostgreSQL's name for the lock that lets one process migrate at a time."""


def migrate(connection: Connection) -> None:
    """Run the missing migrations inside the caller's transaction.

    Raises StoreError when the store was made by a newer version of this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
    if (found := _revision(connection)) == NEWEST:
        return
    # Imported late: needed once per store, and it takes a third of a second.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"store: its tables are of version '{found}', this program knows up to '{NEWEST}'; "
            "use the newer program that made it"
        ) from error


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
