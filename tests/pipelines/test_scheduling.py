"""The timetable is kept: runs are scheduled, run one at a time, and a killed one blocks nothing."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from corpora.errors import ConfigError
from pipelines.scheduling import Timetable
from pipelines.server_record import try_lock

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

DEPLOYMENT = "tiny-night/nightly"

# Runs until the file `until` exists, holding a lock on the file `config`, which two runs at once
# would fail for, and which tells for certain when its process is gone.
TINY_NIGHT = """
import fcntl, time
from pathlib import Path
from prefect import flow
from pipelines.parent_watch import end_with_parent

@flow(name="tiny-night")
def nightly(config: str, until: str | None = None) -> None:
    end_with_parent()
    with Path(config).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        while until is not None and not Path(until).exists():
            time.sleep(0.1)
"""

SERVE = """
import sys
from pathlib import Path
from pipelines.scheduling import Timetable, serve_nightly

serve_nightly(
    Timetable("30 2 * * *", "Europe/Berlin"),
    config=Path("config"),
    home=Path("home"),
    announce=print,
    entrypoint="tiny_night.py:nightly",
)
"""


def wait_until(claim: Callable[[], bool], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.2)


@contextmanager
def scheduler(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Serve the tiny night from `folder` in a process of its own."""
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PREFECT_RUNNER_POLL_FREQUENCY": "1", "PYTHONPATH": root}
    with (
        (folder / "serve.log").open("a") as log,
        subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def folder(prefect_server: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scheduling")
    (folder / "tiny_night.py").write_text(TINY_NIGHT, encoding="utf-8")
    return folder


def runs() -> "list[FlowRun]":
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterName

    with get_client(sync_client=True) as client:
        return client.read_flow_runs(
            deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=["nightly"]))
        )


def is_deployed() -> bool:
    from prefect.client.orchestration import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client, suppress(ObjectNotFound):
        return client.read_deployment_by_name(DEPLOYMENT) is not None
    return False


def request_run(until: Path | None = None) -> "FlowRun":
    """Ask for a run now, as a user does in the UI."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name(DEPLOYMENT)
        return client.create_flow_run_from_deployment(
            deployment.id, parameters={} if until is None else {"until": str(until)}
        )


def is_running_one(folder: Path) -> bool:
    """Whether a tiny night holds its lock."""
    with (folder / "config").open("a") as file:
        return not try_lock(file, fcntl.LOCK_EX)


def state_of(run: "FlowRun") -> str | None:
    return next((other.state_name for other in runs() if other.id == run.id), None)


@pytest.mark.parametrize(
    ("cron", "timezone", "named"),
    [
        ("61 2 * * *", "Europe/Berlin", "61 2"),
        ("30 2 * *", "Europe/Berlin", "30 2"),
        ("0 30 2 * * *", "Europe/Berlin", "0 30 2"),
        ("", "Europe/Berlin", "cron"),
        ("R 2 * * *", "Europe/Berlin", "R 2"),
        ("30 2 * * *", "Berlin", "'Berlin'"),
        ("30 2 * * *", "", "timezone"),
    ],
)
def test_a_wrong_timetable_is_refused_in_one_line(cron: str, timezone: str, named: str) -> None:
    with pytest.raises(ConfigError, match="expected") as caught:
        Timetable(cron, timezone)

    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_cron_gets_scheduled_runs_at_the_hour_of_its_timezone_and_ends_on_sigterm(
    folder: Path,
) -> None:
    # With a Prefect and an SQLAlchemy that do not fit, all looks well and nothing is scheduled.
    with scheduler(folder) as process:
        wait_until(lambda: any(run.auto_scheduled for run in runs()))
        starts = [run.expected_start_time for run in runs() if run.auto_scheduled]
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0

    for start in starts:
        assert start is not None
        at_home = start.astimezone(ZoneInfo("Europe/Berlin"))
        assert (at_home.hour, at_home.minute) == (2, 30)


def test_a_run_that_a_killed_scheduler_left_is_ended_and_the_next_ones_run_one_by_one(
    folder: Path,
) -> None:
    never, soon = folder / "never", folder / "soon"
    with scheduler(folder) as process:
        wait_until(is_deployed)
        left_over = request_run(until=never)
        wait_until(lambda: is_running_one(folder))
        process.kill()
    wait_until(lambda: not is_running_one(folder))
    assert state_of(left_over) == "Running"

    with scheduler(folder):
        wait_until(lambda: state_of(left_over) == "Crashed")
        first = request_run(until=soon)
        wait_until(lambda: is_running_one(folder))
        second = request_run()
        time.sleep(3)  # several looks of the scheduler for runs that are due
        assert state_of(second) != "Running"
        soon.touch()

        wait_until(lambda: state_of(first) == state_of(second) == "Completed")
