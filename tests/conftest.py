"""What tests of every part may use: a tiny checkpoint, and the command line in this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.models.tiny import write_base_encoder


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended."""

    exit_code: int
    out: str
    err: str


Storylode = Callable[..., Said]


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a random two-layer BERT."""
    return write_base_encoder(tmp_path_factory.mktemp("encoder") / "tiny-bert")


@pytest.fixture(scope="session")
def untrained_checkpoint(tiny_encoder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint that guesses, always in the same way; do not change it, copy it."""
    from corpora.taxonomy import load_taxonomy
    from models.checkpoint import CheckpointNotes, save_checkpoint
    from models.training import new_tagger
    from models.training_config import TrainingConfig

    folder = tmp_path_factory.mktemp("untrained") / "checkpoint"
    tagger = new_tagger(load_taxonomy(), TrainingConfig(base_encoder=str(tiny_encoder)))
    save_checkpoint(folder, tagger, CheckpointNotes("tiny", "tiny-bert", {}, "# Card\n"))
    return folder


@pytest.fixture
def storylode(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Storylode:
    """Run the command line in this process, in the test's own folder."""
    from pipelines.cli import main

    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["storylode", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
