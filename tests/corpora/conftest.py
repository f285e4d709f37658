"""One redactor for all tests of corpora: it takes seconds to build."""

import pytest

from corpora.redaction import Redactor


@pytest.fixture(scope="session")
def redactor() -> Redactor:
    return Redactor()
