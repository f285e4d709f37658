"""One night at a time: a lock that dies with its process, and a run noted in the store."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpora.errors import StoreError
from corpora.report import RunReport
from corpora.store import Store
from pipelines.faults import without_text
from pipelines.night_gate import SOURCES
from pipelines.nightly_config import NightlyConfig, load_nightly_config

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class RunningNight:
    """A run on its way; fill `counts` before the end."""

    run_id: str
    settings: NightlyConfig
    counts: dict[str, object] = field(default_factory=dict)

    @property
    def collections(self) -> list[str]:
        return [str(path) for path in self.settings.collections]

    @property
    def collections_folder(self) -> str:
        return str(self.settings.output / "collections")

    def note_sources(self, reports: Mapping[str, object]) -> dict[str, object]:
        """Keep the run reports (JSON) by source, and their sum; return the sum."""
        parts = [RunReport.from_json(each) for each in reports.values() if isinstance(each, dict)]
        total = sum(parts, RunReport()).as_json()
        self.counts |= {**total, SOURCES: dict(reports)}
        return total


@contextmanager
def running_night(config: Path) -> Iterator[RunningNight]:
    """Hold the lock of the home folder and note start and end of the run.

    The operating system lets go of the lock when the process dies, so there is no stale lock; a
    process that sleeps through a take-over is refused by the store. Raises ConfigError when the
    configuration is wrong, StoreError when another night is at work.
    """
    from filelock import FileLock, Timeout

    with without_text():
        settings = load_nightly_config(config)
        settings.home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(settings.home / "nightly.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise StoreError(
                f"{settings.home}: another night is at work here; nothing was done, let it finish"
            ) from None
        try:
            with Store.open(settings.store_location) as store:
                yield from _noted(store, settings)
        finally:
            lock.release()


def _noted(store: Store, settings: NightlyConfig) -> Iterator[RunningNight]:
    night = RunningNight(store.start_run("nightly", {}, now=datetime.now(UTC)), settings)
    try:
        yield night
    except BaseException as error:
        night.counts["error"] = type(error).__name__
        try:
            store.finish_run(night.run_id, "failed", night.counts, now=datetime.now(UTC))
        except StoreError as second:
            # The first error says what went wrong; the next night marks this run as crashed.
            logger.warning("the end of run %s could not be noted: %s", night.run_id, second)
        raise
    store.finish_run(night.run_id, "done", night.counts, now=datetime.now(UTC))
