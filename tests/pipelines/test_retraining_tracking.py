"""MLflow gets figures and names where it is asked for, and is in nobody's way where it is not."""

import json
from pathlib import Path

import pytest

from corpora.errors import ConfigError
from models.registry import Registry
from models.training_config import TrainingConfig
from models.training_state import EpochReport
from pipelines.retraining import decide, train_on
from pipelines.retraining_folder import RetrainingFolder
from pipelines.retraining_tracking import VARIABLE, failing, resume_tracking, start_tracking
from tests.pipelines.retrain_making import write_recipe

pytest.importorskip("mlflow")
RECORD: dict[str, object] = {"is_promoted": False, "reasons": ["headline 0.4 is below 0.5"]}


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    uri = f"sqlite:///{tmp_path}/tracked.db"
    monkeypatch.setenv(VARIABLE, uri)
    return uri


def test_without_the_variable_nothing_is_tracked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)

    assert start_tracking(TrainingConfig(), {}) is None
    assert resume_tracking("some-run") is None


def test_a_run_holds_settings_epochs_and_the_decision(address: str) -> None:
    config = TrainingConfig(epochs=3, store="postgresql://me:secret@host/stories")
    started = start_tracking(config, {"asked_by": "ann"})
    assert started is not None
    started.note_epoch(EpochReport(1, 0.9, 0.3))
    started.note_epoch(EpochReport(2, 0.7, 0.5))

    tracker = resume_tracking(started.run)
    assert tracker is not None
    tracker.note_decision(RECORD, {"headline": 0.4})

    run = tracker.client.get_run(started.run)
    assert run.info.status == "FINISHED"
    assert (run.data.params["epochs"], run.data.params["gate.confidence"]) == ("3", "0.95")
    assert "secret" not in json.dumps(run.to_dictionary())
    assert run.data.metrics == {"loss": 0.7, "ranking": 0.5, "headline": 0.4}
    assert [m.value for m in tracker.client.get_metric_history(started.run, "loss")] == [0.9, 0.7]
    assert run.data.tags["is_promoted"] == "False"
    assert run.data.tags["reason.0"] == "headline 0.4 is below 0.5"


def test_a_run_that_fails_says_so(address: str) -> None:
    tracker = start_tracking(TrainingConfig(), {})
    assert tracker is not None

    with pytest.raises(ValueError, match="halt"), failing(tracker):
        raise ValueError("halt")

    assert tracker.client.get_run(tracker.run).info.status == "FAILED"


def test_an_address_that_does_not_answer_is_refused_before_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "nowhere://x")

    with pytest.raises(ConfigError, match=VARIABLE):
        start_tracking(TrainingConfig(), {})


def test_a_retraining_is_one_run_and_a_killed_one_before_it_is_marked(
    address: str, tmp_path: Path, tiny_encoder: Path, untrained_checkpoint: Path
) -> None:
    config, home = str(write_recipe(tmp_path, tiny_encoder, epochs=2)), str(tmp_path / "home")
    Registry(Path(home)).promote(untrained_checkpoint)
    train_on.fn(config, [], home)
    first = RetrainingFolder(Path(home)).read_plan()
    assert first is not None

    train_on.fn(config, [], home)  # as if the process had died before the decision
    second = RetrainingFolder(Path(home)).read_plan()
    result = decide.fn(config, [], home)

    assert second is not None
    assert second.epochs_done == result["epochs_done_before"] == 2
    tracker = resume_tracking(second.mlflow_run)
    assert tracker is not None
    assert tracker.client.get_run(str(first.mlflow_run)).info.status == "KILLED"
    run = tracker.client.get_run(tracker.run)
    assert run.info.status == "FINISHED"
    assert run.data.tags["is_promoted"] == str(result["is_promoted"])
    losses = tracker.client.get_metric_history(tracker.run, "loss")
    assert [metric.step for metric in losses] == [1, 2]
    assert run.data.metrics["champion_headline"] == pytest.approx(result["champion_headline"])
