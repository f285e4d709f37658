"""Run the migrations on the connection that `corpora.store.migrate` hands over."""

from alembic import context
from sqlalchemy import Connection

from corpora.store.schema import metadata


def _run(connection: Connection) -> None:
    # SQLite can take back changes of tables: a migration that dies leaves nothing half done.
    context.configure(connection, target_metadata=metadata, transactional_ddl=True)
    context.run_migrations()


_run(context.config.attributes["connection"])
