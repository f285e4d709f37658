"""A Prefect API for the flows of this process: the user's own, or a local server for the time.

Prefect reads its settings from the environment when it is first imported. `prefect_api` therefore
sets both the environment, for processes started inside the block, and Prefect's settings context,
for this one, whether it imported Prefect before or not. Only DO_NOT_TRACK cannot be made up for:
where it matters it must be set before the first import of Prefect.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pipelines.local_server import local_server
from pipelines.server_record import ServerError

__all__ = ["ServerError", "prefect_api"]


@contextmanager
def prefect_api(home: Path, *, has_ui: bool = False) -> Iterator[str]:
    """Give the URL of a healthy Prefect API, against which flows run inside the block.

    Where the environment has PREFECT_API_URL, it is that. Otherwise it is the server of the folder
    `home`, shared with all processes that name the folder, started by the first of them (with a
    UI where it wants one) and stopped by the last, even when that one is killed.
    Raises ServerError when the API is not healthy or the server does not start.
    """
    if url := os.environ.get("PREFECT_API_URL"):
        with _settings({"DO_NOT_TRACK": "1", "PREFECT_API_URL": url}):
            _require_healthy()
            yield url
        return
    home = home.resolve()
    with local_server(home, has_ui) as server:
        changes = {
            "DO_NOT_TRACK": "1",
            "PREFECT_API_URL": server.api_url,
            "PREFECT_HOME": str(home),
            "PREFECT_PROFILE": None,  # names a profile of the user's own PREFECT_HOME
        }
        with _settings(changes):
            try:
                yield server.api_url
            finally:
                _deliver_logs_and_events()


def _deliver_logs_and_events() -> None:
    """Send what Prefect holds back in background threads, before the server goes."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogHandler

    APILogHandler().flush()
    EventsWorker.drain_all(timeout=5)


def _require_healthy() -> None:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        problem = client.api_healthcheck()
    if problem is not None:
        # Neither the URL nor the problem is quoted: both may hold a password.
        raise ServerError(
            f"the API that PREFECT_API_URL names is not healthy ({type(problem).__name__}); "
            "start it, correct the variable, or unset it to use a local server"
        ) from problem


@contextmanager
def _settings(changes: Mapping[str, str | None]) -> Iterator[None]:
    before = {key: os.environ.get(key) for key in changes}
    _change_environment(changes)
    try:
        # Imported late: takes two seconds, and sees the environment when it is the first import.
        from prefect.settings import PREFECT_API_URL, PREFECT_HOME, temporary_settings

        of_context = {PREFECT_API_URL: changes["PREFECT_API_URL"]}
        if home := changes.get("PREFECT_HOME"):
            of_context[PREFECT_HOME] = home
        with temporary_settings(of_context):
            yield
    finally:
        _change_environment(before)


def _change_environment(changes: Mapping[str, str | None]) -> None:
    for key, value in changes.items():
        if value is None:
            os.environ.pop(key, None)
        else:
            os.environ[key] = value
