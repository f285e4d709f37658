"""The local server is shared, comes back when it dies, and leaves no process behind."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from pipelines.server import ServerError, prefect_api
from pipelines.server_record import is_running, last_record

# Another process that uses the server of the folder in its argument until it is killed.
USER = """
import sys, time
from pathlib import Path
from pipelines.server import prefect_api

with prefect_api(Path(sys.argv[1])) as url:
    print(url, flush=True)
    time.sleep(600)
"""

# What is left of a server that no longer serves: it is alive, holds the record, does not answer.
HUNG_SERVER = """
import fcntl, json, os, signal, sys, time

record = open(sys.argv[1], "w")
fcntl.flock(record, fcntl.LOCK_EX)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
json.dump({"pid": os.getpid(), "port": 9, "started_at": time.time(), "has_ui": False}, record)
record.flush()
print("holding", flush=True)
time.sleep(600)
"""


def wait_until(claim: Callable[[], bool], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)


@contextmanager
def process(
    code: str, argument: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    """Run Python code in a process group of its own; it is killed at the end at the latest."""
    with subprocess.Popen(
        [sys.executable, "-c", code, argument],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def home(
    prefect_server: str, prefect_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder without a server, whose database is there already: that saves half of its start."""
    monkeypatch.delenv("PREFECT_API_URL")
    with (
        closing(sqlite3.connect(prefect_home / "prefect.db")) as source,
        closing(sqlite3.connect(tmp_path / "prefect.db")) as target,
    ):
        source.backup(target)
    return tmp_path


def test_flows_run_against_the_server_of_the_session(prefect_server: str) -> None:
    from prefect import flow
    from prefect.client.orchestration import get_client

    @flow(name="counted")
    def counted() -> int:
        return 7

    assert counted() == 7
    with get_client(sync_client=True) as client:
        assert str(client.api_url).rstrip("/") == prefect_server
        done = [run for run in client.read_flow_runs() if run.state_name == "Completed"]
        assert "counted" in {client.read_flow(run.flow_id).name for run in done}


def test_the_api_that_the_user_names_is_used_and_no_server_started(
    prefect_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)

    with prefect_api(tmp_path / "home") as url:
        assert url == prefect_server

    assert not (tmp_path / "home").exists()


def test_an_unhealthy_api_of_the_user_is_refused_without_quoting_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://user:hunter2@127.0.0.1:9/api")

    with pytest.raises(ServerError, match="PREFECT_API_URL") as caught, prefect_api(tmp_path):
        pytest.fail("an API that is not there was taken for healthy")

    assert "hunter2" not in str(caught.value)


def test_a_server_outlives_its_starter_for_another_user_and_ends_when_that_is_killed(
    home: Path,
) -> None:
    with ExitStack() as ended_last:
        environment = dict(os.environ)  # without the URL, so that the process looks for itself
        with prefect_api(home) as url:
            user = ended_last.enter_context(process(USER, home, environment))
            assert user.stdout is not None
            assert user.stdout.readline().strip() == url
        record = last_record(home)
        assert record is not None
        assert record.answers()

        user.kill()
        wait_until(lambda: not is_running(home))
        assert not record.answers()


def test_an_orphan_is_ended_and_a_server_that_dies_comes_back_at_its_address(home: Path) -> None:
    with process(HUNG_SERVER, home / "server.json", dict(os.environ)) as orphan:
        assert orphan.stdout is not None
        assert orphan.stdout.readline() == "holding\n"

        with prefect_api(home) as url:
            assert orphan.wait() == -signal.SIGKILL
            first = last_record(home)
            assert first is not None
            os.kill(first.pid, signal.SIGKILL)

            wait_until(lambda: last_record(home) not in (first, None) and is_running(home))
            second = last_record(home)
            assert second is not None
            wait_until(second.answers)
            assert second.api_url == url

    assert not is_running(home)
