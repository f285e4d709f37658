"""Where a retraining keeps what it needs to go on when it was cut off, and its lock.

HOME/retrain.lock         held while a retraining is at work
HOME/challenger/          the last challenger
HOME/retraining/          gone once the gate has decided:
    plan.json             who asked for what, and when
    reviews.json          the reviews that are learned from, pinned; ids and labels, no text
    DIGEST.safetensors    the state of the training with that recipe and data
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from corpora.errors import GateError
from pipelines.faults import without_text


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for."""

    training: str
    """Digest of recipe, encoder or champion, data and libraries."""
    asked_by: str
    asked_at: str
    """ISO 8601."""
    epochs_done: int
    """Epochs that an earlier try had finished when this one began."""
    mlflow_run: str | None = None


@dataclass(frozen=True, slots=True)
class RetrainingFolder:
    """The files of the retraining in a home folder."""

    home: Path

    @property
    def path(self) -> Path:
        return self.home / "retraining"

    @property
    def challenger(self) -> Path:
        return self.home / "challenger"

    @property
    def reviews(self) -> Path:
        return self.path / "reviews.json"

    def state(self, training: str) -> Path:
        """Return the file of the state of the training with this digest."""
        return self.path / f"{training[:16]}.safetensors"

    def read_plan(self) -> Plan | None:
        """Return the plan; None where there is none that can be read."""
        try:
            return Plan(**json.loads((self.path / "plan.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_plan(self, plan: Plan) -> None:
        """Write the plan; it appears whole or not at all."""
        self.path.mkdir(parents=True, exist_ok=True)
        building = self.path / "plan.building"
        building.write_text(json.dumps(asdict(plan), indent=1) + "\n", encoding="utf-8")
        building.replace(self.path / "plan.json")

    def clear(self) -> None:
        """Remove what only an unfinished retraining needs."""
        shutil.rmtree(self.path, ignore_errors=True)


@contextmanager
def one_retraining(home: Path) -> Iterator[RetrainingFolder]:
    """Hold the lock of the home folder.

    The operating system lets go of it when the process dies. Raises GateError when another
    retraining is at work there.
    """
    from filelock import FileLock, Timeout

    with without_text():
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / "retrain.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise GateError(
                f"{home}: another retraining is at work here; nothing was done, let it finish"
            ) from None
    try:
        yield RetrainingFolder(home)
    finally:
        lock.release()
