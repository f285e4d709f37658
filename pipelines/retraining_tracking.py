"""MLflow, where `MLFLOW_TRACKING_URI` is set: a run with parameters, epochs and the decision.

Figures, names and versions go there, never text. What MLflow refuses once training has begun is a
warning: the decision record is the record.
"""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpora.errors import ConfigError

if TYPE_CHECKING:
    from mlflow import MlflowClient

    from models.training_config import TrainingConfig
    from models.training_state import EpochReport

logger = logging.getLogger(__name__)
VARIABLE = "MLFLOW_TRACKING_URI"
EXPERIMENT = "storylode"


@dataclass(frozen=True, slots=True)
class Tracker:
    """One MLflow run."""

    client: "MlflowClient"
    run: str

    def note_epoch(self, report: "EpochReport") -> None:
        """Log loss and ranking of an epoch."""

        def log() -> None:
            self.client.log_metric(self.run, "loss", report.loss, step=report.epoch)
            self.client.log_metric(self.run, "ranking", report.ranking, step=report.epoch)

        _try(log)

    def note_decision(self, record: Mapping[str, object], headlines: Mapping[str, float]) -> None:
        """Log what the gate decided and end the run."""

        def log() -> None:
            for name, value in headlines.items():
                self.client.log_metric(self.run, name, value)
            self.client.set_tag(self.run, "is_promoted", record["is_promoted"])
            reasons = record["reasons"]
            for number, reason in enumerate(reasons if isinstance(reasons, list) else []):
                self.client.set_tag(self.run, f"reason.{number}", reason)
            self.client.log_dict(self.run, dict(record), "decision.json")

        _try(log)
        self.end("FINISHED")

    def end(self, status: str) -> None:
        """End the run as `FINISHED`, `FAILED` or `KILLED`."""
        _try(lambda: self.client.set_terminated(self.run, status))


def start_tracking(settings: "TrainingConfig", tags: Mapping[str, str]) -> Tracker | None:
    """Start a run; None where `MLFLOW_TRACKING_URI` is not set.

    Raises ConfigError when it is set but MLflow is not installed or does not answer.
    """
    client = _client()
    if client is None:
        return None
    name = os.environ.get("MLFLOW_EXPERIMENT_NAME", EXPERIMENT)
    try:
        known = client.get_experiment_by_name(name)
        experiment = known.experiment_id if known else client.create_experiment(name)
        run = client.create_run(experiment, tags=dict(tags)).info.run_id
        for key, value in _flat(settings.model_dump(mode="json")).items():
            client.log_param(run, key, value)
    except _refusals() as error:
        raise ConfigError(
            f"{VARIABLE} is set, but MLflow refused to start a run ({type(error).__name__}); "
            "mend the address, or unset the variable to retrain without tracking"
        ) from error
    return Tracker(client, run)


def resume_tracking(run: str | None) -> Tracker | None:
    """Return the run that training started."""
    client = _client() if run is not None else None
    return Tracker(client, run) if client is not None and run is not None else None


@contextmanager
def failing(tracker: Tracker | None) -> Iterator[None]:
    """End the run as failed when what happens inside fails."""
    try:
        yield
    except BaseException:
        if tracker is not None:
            tracker.end("FAILED")
        raise


def _client() -> "MlflowClient | None":
    if not os.environ.get(VARIABLE):
        return None
    # MLflow reports its use to its makers unless it is told not to.
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    try:
        from mlflow import MlflowClient  # late: an extra, and seconds to import
    except ImportError as error:
        raise ConfigError(
            f"{VARIABLE} is set, but MLflow is not installed; install the extra "
            "(pip install -e '.[mlflow]'), or unset the variable"
        ) from error
    try:
        return MlflowClient()
    except _refusals() as error:
        raise ConfigError(f"{VARIABLE}: no address that MLflow knows") from error


def _refusals() -> tuple[type[Exception], ...]:
    """Return what MLflow and the stores below it raise; requests' errors are OSErrors."""
    from mlflow.exceptions import MlflowException
    from sqlalchemy.exc import SQLAlchemyError

    return (MlflowException, SQLAlchemyError, OSError)


def _try(log: Callable[[], None]) -> None:
    try:
        log()
    except _refusals() as error:
        logger.warning("MLflow took a note of this retraining not (%s)", type(error).__name__)


def _flat(settings: Mapping[str, object], start: str = "") -> dict[str, str]:
    """Return nested settings as `gate.confidence` -> value."""
    found: dict[str, str] = {}
    for key, value in settings.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{start}{key}.")
        else:
            found[f"{start}{key}"] = str(value)
    return found
