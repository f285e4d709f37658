"""What tests of corpora share: one redactor, as it takes seconds to build, and an empty store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.redaction import Redactor
from corpora.store import Store
from tests.corpora.ingestion_making import KEY


@pytest.fixture(scope="session")
def redactor() -> Redactor:
    return Redactor()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "state" / "store.db", key=KEY) as opened:
        yield opened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"
