"""Serve the nightly flow on a cron: one process that waits, and runs one night at a time."""

import asyncio
import fcntl
import os
import signal
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import ConfigError
from pipelines.server import prefect_api
from pipelines.server_record import last_record, locked
from pipelines.stale_runs import crash_stale_runs

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment

NIGHTLY_ENTRYPOINT = f"{Path(__file__).with_name('nightly.py')}:nightly"
DEPLOYMENT_NAME = "nightly"
CRON_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Timetable:
    """When a flow runs. Raises ConfigError when Prefect would not know the cron or timezone."""

    cron: str
    """Five fields: minute, hour, day of month, month, day of week."""
    timezone: str
    """An IANA name. Where clocks change, the hour is that of the wall clock."""

    def __str__(self) -> str:
        return f"'{self.cron}' ({self.timezone})"

    def __post_init__(self) -> None:
        os.environ.setdefault("DO_NOT_TRACK", "1")  # Prefect would report its first import
        from prefect.client.schemas.schedules import CronSchedule, is_valid_timezone

        # Prefect takes "" for UTC, and a sixth field for seconds.
        if not is_valid_timezone(self.timezone):
            raise ConfigError(
                f"timezone is '{self.timezone}'; expected an IANA name, e.g. 'Europe/Berlin'"
            )
        try:
            if len(self.cron.split()) != CRON_FIELDS:
                raise ValueError(f"{len(self.cron.split())} fields")
            CronSchedule(cron=self.cron, timezone=self.timezone)
        except ValueError as error:  # pydantic's error is one, too
            raise ConfigError(
                f"cron is '{self.cron}'; expected minute, hour, day, month and weekday, "
                "e.g. '30 2 * * *' for half past two every night"
            ) from error


def serve_nightly(
    timetable: Timetable,
    config: Path,
    home: Path,
    announce: Callable[[str], None],
    entrypoint: str = NIGHTLY_ENTRYPOINT,
) -> None:
    """Run the flow at `entrypoint` with `config` by the timetable, until SIGINT or SIGTERM.

    `home` is the folder of the Prefect server, see `prefect_api`. `announce` is called with lines
    for the user. Runs that an earlier, killed process left as running are ended first. Runs are
    queued, never doubled: a night that comes while another runs waits for it.
    To be called in the main thread. Raises ServerError when another process serves from this
    `home`, or when there is no server.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (
        suppress(KeyboardInterrupt),
        _sigterm_as_interrupt(),
        locked(home / "schedule.lock", fcntl.LOCK_EX, deadline=time.monotonic()),
        prefect_api(home, has_ui=True) as api_url,
    ):
        record = last_record(home)
        if record is None or record.api_url != api_url or record.has_ui:
            announce(f"UI: {api_url.removesuffix('/api')}")
        deployment = _deployment(timetable, config, _identity(home), entrypoint)
        _serve(deployment, lambda: announce(f"serving {timetable}; stop with Ctrl-C"))


@contextmanager
def _sigterm_as_interrupt() -> Iterator[None]:
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _deployment(
    timetable: Timetable, config: Path, identity: str, entrypoint: str
) -> "RunnerDeployment":
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron

    return RunnerDeployment.from_entrypoint(
        entrypoint,
        name=DEPLOYMENT_NAME,
        schedule=Cron(timetable.cron, timezone=timetable.timezone),
        paused=False,
        # ENQUEUE: with CANCEL_NEW a run that was left over would cancel each following night.
        concurrency_limit=ConcurrencyLimitConfig(
            limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE
        ),
        parameters={"config": str(config.resolve())},
        tags=[identity],
    )


def _serve(deployment: "RunnerDeployment", is_served: Callable[[], None]) -> None:
    from prefect.runner import Runner

    class InterruptibleRunner(Runner):
        """Ends in order on SIGTERM, where Prefect's own ends in a traceback of asyncio's."""

        async def serve(self) -> None:
            self.serving = asyncio.current_task()
            await self.start()

        def handle_sigterm(self, *_: object, **__: object) -> None:
            if self.serving is None or self.serving.done():
                raise KeyboardInterrupt
            self.serving.get_loop().call_soon_threadsafe(self.serving.cancel)

    (identity,) = deployment.tags or []
    crash_stale_runs(deployment.full_name, identity)
    runner = InterruptibleRunner(name=DEPLOYMENT_NAME, limit=1, pause_on_shutdown=True)
    runner.add_deployment(deployment)
    is_served()
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(runner.serve())
    crash_stale_runs(deployment.full_name, identity)  # the runner has ended what was running


def _identity(home: Path) -> str:
    """Name this home on whatever server: runs with this tag can only come from here."""
    path = home / "identity"
    if not path.exists():
        path.write_text(f"home-{uuid.uuid4().hex[:12]}", encoding="utf-8")
    return path.read_text(encoding="utf-8")
