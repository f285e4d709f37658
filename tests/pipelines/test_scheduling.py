"""The timetable is kept: runs are scheduled, run one at a time, and a killed one blocks nothing."""

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

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

DEPLOYMENT = "tiny-night/nightly"

# Says in the file `config` which process it runs in, and goes on until the file `until` exists.
TINY_NIGHT = """
import os, time
from pathlib import Path
from prefect import flow
from pipelines.parent_watch import end_with_parent

@flow(name="tiny-night")
def nightly(config: str, until: str | None = None) -> None:
    end_with_parent()
    Path(config).write_text(str(os.getpid()))
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
    log = (folder / "serve.log").open("a")
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PREFECT_RUNNER_POLL_FREQUENCY": "1", "PYTHONPATH": root}
    with (
        log,
        subprocess.Popen(
            [sys.executable, "-c", SERVE],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
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
    from prefect.deployments import run_deployment

    parameters = {} if until is None else {"until": str(until)}
    return run_deployment(DEPLOYMENT, parameters=parameters, timeout=0)


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
        wait_until((folder / "config").exists)
        process.kill()
    pid = int((folder / "config").read_text(encoding="utf-8"))
    wait_until(lambda: not Path(f"/proc/{pid}").exists())
    (folder / "config").unlink()
    assert state_of(left_over) == "Running"

    with scheduler(folder):
        wait_until(lambda: state_of(left_over) == "Crashed")
        first, second = request_run(until=soon), request_run()
        wait_until((folder / "config").exists)
        assert {state_of(first), state_of(second)} != {"Running"}
        soon.touch()

        wait_until(lambda: state_of(first) == state_of(second) == "Completed")
