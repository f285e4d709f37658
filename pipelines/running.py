"""One night at a time: a lock that dies with its process, and a run noted in the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpora.errors import StoreError
from corpora.store import Store
from pipelines.nightly_config import NightlyConfig


@dataclass(slots=True)
class RunningNight:
    """A run on its way; fill `counts` before the end."""

    run_id: str
    counts: dict[str, object] = field(default_factory=dict)


@contextmanager
def running_night(settings: NightlyConfig) -> Iterator[RunningNight]:
    """Hold the lock of the home folder and note start and end of the run.

    The operating system lets go of the lock when the process dies, so there is no stale lock; a
    process that sleeps through a take-over is refused by the store. Raises StoreError when another
    night is at work.
    """
    from filelock import FileLock, Timeout

    settings.home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.home / "nightly.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreError(
            f"{settings.home}: another night is at work here; nothing was done, let it finish"
        ) from error
    try:
        with Store.open(settings.store_location) as store:
            run_id = store.start_run("nightly", {}, now=datetime.now(UTC))
            night = RunningNight(run_id)
            try:
                yield night
            except BaseException as error:
                night.counts["error"] = type(error).__name__
                store.finish_run(run_id, "failed", night.counts, now=datetime.now(UTC))
                raise
            store.finish_run(run_id, "done", night.counts, now=datetime.now(UTC))
    finally:
        lock.release()
