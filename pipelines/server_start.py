"""Start and stop the Prefect server of a home folder."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from pipelines.server_process import STOP_SECONDS
from pipelines.server_record import POLL_SECONDS, ServerError, is_running, last_record, locked

# Recording task runs one by one keeps up with 35-55 a second; batches double that at half the load.
SERVER_SETTINGS = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}


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
