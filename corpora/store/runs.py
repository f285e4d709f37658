"""Runs: what was started when, with which versions, and how it ended."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from corpora.errors import StoreError
from corpora.store.schema import runs
from corpora.store.values import Run


def start_run(connection: Connection, kind: str, versions: Mapping[str, str], now: datetime) -> str:
    """Note that a run starts; return its id.

    Runs of the same kind that still count as running are marked crashed: the caller holds the
    lock of this kind of run, so they are dead or have lost it.
    """
    stale = update(runs).where(runs.c.kind == kind, runs.c.status == "running")
    connection.execute(stale.values(status="crashed", finished_at=now))
    run_id = secrets.token_hex(16)
    connection.execute(
        insert(runs).values(
            run_id=run_id,
            kind=kind,
            status="running",
            versions=dict(versions),
            counts={},
            started_at=now,
            finished_at=None,
        )
    )
    return run_id


def finish_run(
    connection: Connection,
    run_id: str,
    status: Literal["done", "failed"],
    counts: Mapping[str, object],
    now: datetime,
) -> None:
    """Note how a run ended. Raises StoreError when it is not the running one any more."""
    check_running(connection, run_id)
    chosen = update(runs).where(runs.c.run_id == run_id)
    connection.execute(chosen.values(status=status, counts=dict(counts), finished_at=now))


def check_running(connection: Connection, run_id: str | None) -> None:
    """Refuse the write of a run that was taken for dead while it slept.

    Raises StoreError when the run is not running any more; None is always let through.
    """
    if run_id is None:
        return
    # The lock keeps another run from taking over between this check and the commit.
    query = select(runs.c.status).where(runs.c.run_id == run_id).with_for_update()
    status = connection.execute(query).scalar()
    if status != "running":
        raise StoreError(
            f"run {run_id} is {status or 'unknown'}, not running: another run took over; "
            "nothing was written, let that one finish"
        )


def list_runs(connection: Connection, kind: str | None = None) -> list[Run]:
    """Return the runs, the latest first."""
    query = select(runs).order_by(runs.c.started_at.desc(), runs.c.run_id)
    if kind is not None:
        query = query.where(runs.c.kind == kind)
    return [
        Run(
            run_id=row.run_id,
            kind=row.kind,
            status=row.status,
            versions=row.versions,
            counts=row.counts,
            started_at=row.started_at,
            finished_at=row.finished_at,
        )
        for row in connection.execute(query)
    ]
