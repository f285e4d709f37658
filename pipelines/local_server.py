"""One process's part in the Prefect server of a home folder: join it, look after it, leave it."""

import fcntl
import logging
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipelines.server_record import (
    POLL_SECONDS,
    ServerError,
    ServerRecord,
    is_running,
    last_record,
    locked,
    try_lock,
)
from pipelines.server_start import start_server, stop_server

START_TIMEOUT_SECONDS = 300.0
"""A first start takes about ten seconds, on a starved machine twenty times that."""
HUNG_SECONDS = 5.0
"""How long a server that nobody uses may be silent: an orphan, for which nothing is lost."""
WATCH_SECONDS = 1.0
"""How often each user looks whether the server still lives."""

logger = logging.getLogger(__name__)

# What this process started. A server may outlive our use of it, so the handles are kept here,
# where they are reaped later, and not with their user.
_children: list[subprocess.Popen[bytes]] = []


@contextmanager
def local_server(home: Path, has_ui: bool) -> Iterator[ServerRecord]:
    """Share the server of `home` with all processes that do; it lives as long as one of them.

    The first one starts it, the last one stops it; where it dies meanwhile it is started again
    on the same port. Raises ServerError when it does not start.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    # A server that found itself without users is ending and keeps us waiting here until it has.
    with locked(home / "users.lock", fcntl.LOCK_SH, deadline) as users:
        try:
            record = _find_or_start(home, has_ui, users)
            with _looked_after(home, has_ui, users):
                yield record
        finally:
            _leave(home, users)


def _find_or_start(home: Path, has_ui: bool, users: IO[str]) -> ServerRecord:
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    with locked(home / "start.lock", fcntl.LOCK_EX, deadline + HUNG_SECONDS):
        if record := _find(home, users):
            return record
        process = start_server(home, has_ui, deadline)
        _children.append(process)
        while process.poll() is None and time.monotonic() < deadline:
            if (record := last_record(home)) is not None and record.answers():
                return record
            time.sleep(POLL_SECONDS)
        stop_server(home)
    raise ServerError(
        f"the Prefect server did not become healthy within {START_TIMEOUT_SECONDS:.0f} seconds "
        f"(exit code {process.poll()}); {home / 'server.log'} says why"
    )


def _find(home: Path, users: IO[str]) -> ServerRecord | None:
    """Return the healthy server of `home`; end one that is silent and has no other user."""
    began = time.monotonic()
    while is_running(home):
        if (record := last_record(home)) is not None and record.answers():
            return record
        silent_seconds = time.monotonic() - began
        if silent_seconds > HUNG_SECONDS and _is_only_user(users):
            logger.warning("ending a Prefect server that does not answer, see %s", home)
            stop_server(home)
        elif silent_seconds > START_TIMEOUT_SECONDS:
            raise ServerError(
                f"the Prefect server of {home} does not answer, and other processes use it; "
                f"end them, or the process that {home / 'server.json'} names"
            )
        fcntl.flock(users, fcntl.LOCK_SH)
        time.sleep(POLL_SECONDS)
    return None


@contextmanager
def _looked_after(home: Path, has_ui: bool, users: IO[str]) -> Iterator[None]:
    closing = threading.Event()

    def keep() -> None:
        while not closing.wait(WATCH_SECONDS):
            if not is_running(home):
                logger.warning("the Prefect server died and is started again, see %s", home)
                try:
                    _find_or_start(home, has_ui, users)
                except ServerError as error:
                    logger.error("%s", error)
                    return  # flows now fail by themselves; to hammer on would help nobody

    keeper = threading.Thread(target=keep, name="prefect-server", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        closing.set()
        keeper.join()


def _leave(home: Path, users: IO[str]) -> None:
    """Stop the server unless others use it."""
    if _is_only_user(users):
        stop_server(home)
    elif not try_lock(users, fcntl.LOCK_SH):
        # No user holds it either: the server was quicker to see that and is ending.
        stop_server(home)
    _children[:] = [child for child in _children if child.poll() is None]


def _is_only_user(users: IO[str]) -> bool:
    """Whether nobody else has a share; ours is exclusive then, and otherwise perhaps gone."""
    return try_lock(users, fcntl.LOCK_EX)
