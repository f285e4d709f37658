"""A real Prefect server, started once, that the flows of these tests run against."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before Prefect is first imported: it reports that import.
os.environ["DO_NOT_TRACK"] = "1"

from pipelines.server import prefect_api


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the session's server."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def prefect_server(prefect_home: Path) -> Iterator[str]:
    """The API URL of a server that flows of this process and of its children run against."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("PREFECT_API_URL", raising=False)
        with prefect_api(prefect_home) as url:
            yield url
