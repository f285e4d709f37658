"""A redactor that fails, hangs or is killed publishes nothing, in whole or in part."""

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpora.errors import RedactionError
from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.redaction.masking import MOST_CHARACTERS
from corpora.redaction.recogniser import Entity
from corpora.report import RunReport
from corpora.store import Store
from tests.corpora.dying import in_child

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SECRET = "Ottoline Quillfeather"  # noqa: S105 - a name, no password
ROWS = [
    f"1,The clerk at counter nine was {SECRET} and she carried my bags to the train.",
    "2,The breakfast was cold on both days and nobody at the desk cared about it at all.",
]


@dataclass(frozen=True)
class Broken:
    """A recogniser that does anything but recognise."""

    work: Callable[[str], list[Entity]]
    version: str = "broken"

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        return [self.work(text) for text in texts]


def raises(error: type[Exception]) -> Callable[[str], list[Entity]]:
    def work(text: str) -> list[Entity]:
        raise error(text)

    return work


def raises_for_names(text: str) -> list[Entity]:
    if "Quillfeather" in text:
        raise ValueError(text)
    return []


def ingest(folder: Path, redactor: Redactor) -> RunReport:
    (folder / "inbox").mkdir(exist_ok=True)
    (folder / "inbox" / "survey.csv").write_text("\n".join(["id,text", *ROWS]) + "\n")
    with Store.open(folder / "store.sqlite") as store:
        return ingest_source("inbox", folder / "inbox", Columns(), store, redactor, now=NOW)


def kept_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("store.sqlite*"))


@pytest.mark.parametrize("error", [ValueError, MemoryError, RecursionError, OSError, RuntimeError])
def test_a_recogniser_that_raises_publishes_nothing(tmp_path: Path, error: type[Exception]) -> None:
    report = ingest(tmp_path, Redactor(recogniser=Broken(raises(error))))

    assert (report.published, report.rejected) == (0, {f"redact: {error.__name__}": len(ROWS)})
    assert b"Quillfeather" not in kept_bytes(tmp_path)
    assert b"breakfast" not in kept_bytes(tmp_path)


def test_one_record_that_fails_takes_no_other_with_it(tmp_path: Path) -> None:
    report = ingest(tmp_path, Redactor(recogniser=Broken(raises_for_names)))

    assert (report.published, report.rejected) == (1, {"redact: ValueError": 1})
    assert b"Quillfeather" not in kept_bytes(tmp_path)
    assert b"breakfast" in kept_bytes(tmp_path)


@pytest.mark.parametrize(
    "said",
    [
        [Entity(-5, 3, "PERSON", 1.0)],
        [Entity(10**6, 10**6 + 4, "PERSON", 1.0)],
        [Entity(9, 4, "PERSON", 1.0)],
        [Entity(0, 4, "NO SUCH KIND", 1.0)],
        [Entity(0, 40, "EMAIL", 1.0), Entity(20, 60, "PERSON", 1.0)],
    ],
    ids=["before the text", "behind the text", "backwards", "unknown kind", "overlapping"],
)
def test_a_recogniser_that_talks_nonsense_takes_nothing_back_from_the_rules(
    tmp_path: Path, said: list[Entity]
) -> None:
    ingest(tmp_path, Redactor(recogniser=Broken(lambda text: said)))

    assert b"Quillfeather" not in kept_bytes(tmp_path)


def test_a_record_that_is_too_long_is_refused_before_any_work(redactor: Redactor) -> None:
    began = time.process_time()
    with pytest.raises(RedactionError, match="split it"):
        redactor.redact("a" * (MOST_CHARACTERS + 1))

    assert time.process_time() - began < 1


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_redactor_that_hangs_until_it_is_killed_publishes_nothing(
    tmp_path: Path, redactor: Redactor, end: signal.Signals
) -> None:
    def hang(text: str) -> list[Entity]:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has none
        os.kill(os.getpid(), end)  # as a night that was stopped, or that ran out of memory
        time.sleep(60)
        return []

    ended = in_child(lambda: _ingest_quietly(tmp_path, Redactor(recogniser=Broken(hang))))

    assert ended != 0
    assert b"Quillfeather" not in kept_bytes(tmp_path)
    healed = ingest(tmp_path, redactor)
    assert (healed.published, healed.rejected_records) == (len(ROWS), 0)
    assert b"Quillfeather" not in kept_bytes(tmp_path)


def _ingest_quietly(folder: Path, redactor: Redactor) -> None:
    try:
        ingest(folder, redactor)
    except KeyboardInterrupt:
        os._exit(130)
