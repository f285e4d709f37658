"""Find, start and stop the one Prefect server of a home folder; its files and their locks.

`start.lock`   held while a process looks for the server or starts it: one at a time
`users.lock`   held shared by each process that uses the server; the last one out stops it
`server.json`  pid, port, start time; held by the server as long as it lives
`server.log`   what the server said since its start; `server.log.previous` the time before
"""

import fcntl
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpora.errors import StorylodeError
from pipelines.server_process import STOP_SECONDS

POLL_SECONDS = 0.05

# Recording task runs one by one keeps up with 35-55 a second; batches double that at half the load.
SERVER_SETTINGS = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}


class ServerError(StorylodeError):
    """No Prefect server can be reached or started, or another process is in the way."""


@dataclass(frozen=True, slots=True)
class ServerRecord:
    """A server that lives, as it wrote itself down."""

    pid: int
    """Also its process group."""
    port: int
    started_at: float
    """Seconds since the epoch."""
    has_ui: bool

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def answers(self) -> bool:
        """Whether the server says that it is healthy, within five seconds."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/api/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def try_lock(file: IO[str], operation: int) -> bool:
    """Take or change a lock without waiting; where that fails, the file may be left unlocked."""
    try:
        fcntl.flock(file, operation | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(path: Path, operation: int, deadline: float) -> Iterator[IO[str]]:
    """Hold a lock on `path`, which is created where it is missing.

    Raises ServerError when others hold it until `deadline` (monotonic seconds).
    """
    with path.open("a") as file:
        while not try_lock(file, operation):
            if time.monotonic() > deadline:
                raise ServerError(f"{path} is locked by another process; wait for it or end it")
            time.sleep(POLL_SECONDS)
        yield file


def is_running(home: Path) -> bool:
    """Whether the server of this home lives, healthy or not."""
    with (home / "server.json").open("a") as file:
        return not try_lock(file, fcntl.LOCK_SH)


def last_record(home: Path) -> ServerRecord | None:
    """Return what the latest server wrote down; None where none did (or not yet)."""
    try:
        return ServerRecord(**json.loads((home / "server.json").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _free_port(wanted: int) -> int:
    # The port of the last time, where it is free: a bookmark or a process that waits for the
    # server to come back finds it there.
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise ServerError("no port is free on 127.0.0.1")


def start_server(home: Path, has_ui: bool, deadline: float) -> subprocess.Popen[bytes]:
    """Start a server of its own session and database; it is not healthy yet when this returns.

    The caller holds `start.lock` and a shared lock on `users.lock`.
    """
    previous = last_record(home)
    port = _free_port(previous.port if previous else 0)
    log = home / "server.log"
    if log.exists():
        log.replace(home / "server.log.previous")
    environment = SERVER_SETTINGS | dict(os.environ)
    environment |= {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    for key in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        environment.pop(key, None)
    script = Path(__file__).with_name("server_process.py")
    with locked(home / "server.json", fcntl.LOCK_EX, deadline) as record, log.open("wb") as output:
        record.truncate(0)
        ui = "ui" if has_ui else "no-ui"
        return subprocess.Popen(  # noqa: S603  # our own script and our own arguments
            # -P: the script's folder must not come first on sys.path
            [sys.executable, "-P", script, home, str(port), ui, str(record.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=environment,
            cwd=home,
            pass_fds=[record.fileno()],  # the server inherits the lock and so holds it for life
            start_new_session=True,  # Ctrl-C is for us; we stop the server when we are done
        )


def stop_server(home: Path) -> None:
    """End the server of this home with its process group; return when it is gone."""
    for number, seconds in ((signal.SIGTERM, STOP_SECONDS), (signal.SIGKILL, STOP_SECONDS)):
        deadline = time.monotonic() + seconds
        if is_running(home) and (record := last_record(home)) is not None:
            with suppress(ProcessLookupError):
                os.killpg(record.pid, number)
        while is_running(home):
            if time.monotonic() > deadline:
                break
            time.sleep(POLL_SECONDS)
        else:
            return
