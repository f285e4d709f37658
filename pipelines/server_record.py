"""What is known of the one Prefect server of a home folder: its files and their locks.

`start.lock`   held while a process looks for the server or starts it: one at a time
`users.lock`   held shared by each process that uses the server; the last one out stops it
`server.json`  pid, port, start time; held by the server as long as it lives
`server.log`   what the server said since its start; `server.log.previous` the time before
"""

import fcntl
import http.client
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpora.errors import StorylodeError

POLL_SECONDS = 0.05


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
