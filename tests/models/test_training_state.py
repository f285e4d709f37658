"""A training that was killed goes on, and ends with the weights that it would have had."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from corpora.errors import CheckpointError
from corpora.taxonomy import Taxonomy
from models.inference import Tagger
from models.training import EpochReport, new_tagger, train
from models.training_config import TrainingConfig
from models.training_state import TrainingState, epochs_done
from tests.models.tiny import passages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def config(training_config: TrainingConfig) -> TrainingConfig:
    return training_config.model_copy(update={"epochs": 3})


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "state.safetensors"


def assert_same(first: Tagger, second: Tagger) -> None:
    ours, theirs = first.network.state_dict(), second.network.state_dict()
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if not torch.equal(ours[name], theirs[name])] == []
    assert first.calibration == second.calibration


def test_a_training_that_stopped_twice_ends_with_the_same_weights(
    taxonomy: Taxonomy, config: TrainingConfig, state: Path
) -> None:
    whole_reports: list[EpochReport] = []
    tagger = new_tagger(taxonomy, config)
    whole = train(tagger, passages(), passages(), config, whole_reports.append)

    for done in (1, 2):

        def stop(report: EpochReport, last: int = done) -> None:
            if report.epoch == last:
                raise KeyboardInterrupt

        tagger = new_tagger(taxonomy, config)
        with pytest.raises(KeyboardInterrupt):
            train(tagger, passages(), passages(), config, stop, state=state)
        assert epochs_done(state) == done
    torch.manual_seed(99)  # what went before does not count
    reports: list[EpochReport] = []
    tagger = new_tagger(taxonomy, config)
    resumed = train(tagger, passages(), passages(), config, reports.append, state=state)

    assert reports == whole_reports
    assert_same(resumed, whole)


def test_a_killed_process_leaves_a_state_that_another_goes_on_from(
    taxonomy: Taxonomy, config: TrainingConfig, state: Path
) -> None:
    command = [sys.executable, "-m", "tests.models.dying_training"]
    died = subprocess.run([*command, config.model_dump_json(), str(state)], cwd=ROOT, check=False)
    done = epochs_done(state)

    tagger = new_tagger(taxonomy, config)
    resumed = train(tagger, passages(), passages(), config, state=state)

    assert (died.returncode, done) == (-signal.SIGKILL, 1)
    tagger = new_tagger(taxonomy, config)
    assert_same(resumed, train(tagger, passages(), passages(), config))


def test_a_finished_training_is_not_done_again(
    taxonomy: Taxonomy, config: TrainingConfig, state: Path
) -> None:
    tagger = new_tagger(taxonomy, config)
    first = train(tagger, passages(), passages(), config, state=state)
    before = state.stat().st_mtime_ns

    tagger = new_tagger(taxonomy, config)
    again = train(tagger, passages(), passages(), config, state=state)

    assert state.stat().st_mtime_ns == before
    assert_same(first, again)


def test_a_state_that_is_cut_short_is_refused_and_named(
    taxonomy: Taxonomy, config: TrainingConfig, state: Path
) -> None:
    run = TrainingState(new_tagger(taxonomy, config).network, config, 10)
    run.save(state)
    state.write_bytes(state.read_bytes()[:-100])

    with pytest.raises(CheckpointError, match=r"state\.safetensors: no state that .* remove it"):
        run.load(state)
    assert epochs_done(state) == 0


def test_a_state_is_no_pickle_and_stands_alone(
    taxonomy: Taxonomy, config: TrainingConfig, state: Path
) -> None:
    TrainingState(new_tagger(taxonomy, config).network, config, 10).save(state)

    assert list(state.parent.iterdir()) == [state]
    assert state.read_bytes()[8:9] == b"{"  # the header of safetensors is JSON
