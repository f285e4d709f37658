"""Ingest a folder again and again, each time killed at another point, then undisturbed.

Usage: crashing_ingestion.py FOLDER INBOX POINTS SEED

Writes FOLDER/undisturbed.db, and FOLDER/crashed-N.db for each of POINTS points chosen by SEED,
where the process was killed with SIGKILL before its N-th statement or commit and then run again.
Prints a JSON list of the points at which the process really died.

One process forks the others, so that the imports are paid once.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import alembic.command  # noqa: F401 - imported before the forks, so that it is paid once
from sqlalchemy import Engine, event

from corpora.ingestion import ingest_source
from corpora.readers import Columns
from corpora.redaction import Redactor
from corpora.store import Store
from tests.corpora.dying import in_child

KEY = b"a key of the tests, 32 bytes...."
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def ingest(database: Path, inbox: Path, redactor: Redactor, reached: Callable[[], None]) -> None:
    """Ingest `inbox`; `reached` is called before every statement and every commit."""
    event.listen(Engine, "before_cursor_execute", lambda *_: reached())
    event.listen(Engine, "commit", lambda *_: reached())
    with Store.open(database, key=KEY) as store:
        ingest_source("survey", inbox, Columns(), store, redactor, now=NOW, batch_size=4)


def main(folder: Path, inbox: Path, points: int, seed: int) -> None:
    """Make the databases and print the points."""
    redactor = Redactor()
    redactor.redact("What is loaded at first use is loaded before the forks.")
    counted = folder / "points"

    def undisturbed() -> None:
        reached = [0]

        def count() -> None:
            reached[0] += 1

        ingest(folder / "undisturbed.db", inbox, redactor, count)
        counted.write_text(str(reached[0]), encoding="utf-8")

    if in_child(undisturbed) != 0:
        raise SystemExit("the undisturbed run failed")
    total = int(counted.read_text(encoding="utf-8"))
    died: list[int] = []
    for point in sorted(random.Random(seed).sample(range(1, total + 1), min(points, total))):  # noqa: S311 - no secret
        database = folder / f"crashed-{point}.db"

        def crash(point: int = point, database: Path = database) -> None:
            left = [point]

            def count() -> None:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            ingest(database, inbox, redactor, count)

        if in_child(crash) == -signal.SIGKILL:
            died.append(point)
        if in_child(partial(ingest, database, inbox, redactor, lambda: None)):
            raise SystemExit(f"the run after the crash at point {point} failed")
    sys.stdout.write(json.dumps(died))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
