"""A tiny encoder, a tiny tagger and a tiny checkpoint, made once; no network."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpora.taxonomy import Taxonomy, load_taxonomy
from models.checkpoint import CheckpointNotes, save_checkpoint
from models.inference import Tagger
from models.labels import LabelLayout
from models.training import EpochReport, new_tagger, train
from models.training_config import TrainingConfig
from tests.models.tiny import passages, write_base_encoder


@dataclass(frozen=True, slots=True)
class Trained:
    """What one training run gave."""

    tagger: Tagger
    epochs: tuple[EpochReport, ...]


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="session")
def layout(taxonomy: Taxonomy) -> LabelLayout:
    return LabelLayout(taxonomy)


@pytest.fixture(scope="session")
def base_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a random two-layer BERT."""
    return write_base_encoder(tmp_path_factory.mktemp("base") / "tiny-bert")


@pytest.fixture(scope="session")
def training_config(base_encoder: Path) -> TrainingConfig:
    return TrainingConfig(
        base_encoder=str(base_encoder), epochs=2, batch_stories=4, learning_rate=1e-3
    )


@pytest.fixture
def untrained(taxonomy: Taxonomy, training_config: TrainingConfig) -> Tagger:
    """A new tagger in fp32, ready to be read from."""
    tagger = new_tagger(taxonomy, training_config)
    tagger.network.eval()
    return tagger


@pytest.fixture(scope="session")
def trained(taxonomy: Taxonomy, training_config: TrainingConfig) -> Trained:
    """Two epochs on the tiny passages."""
    epochs: list[EpochReport] = []
    tagger = new_tagger(taxonomy, training_config)
    tagger = train(tagger, passages(), passages(), training_config, epochs.append)
    return Trained(tagger, tuple(epochs))


@pytest.fixture(scope="session")
def tiny_checkpoint(trained: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved checkpoint; do not change it, copy it."""
    folder = tmp_path_factory.mktemp("checkpoint") / "tiny"
    save_checkpoint(
        folder, trained.tagger, CheckpointNotes("tiny", "tiny-bert", {"headline": 0.5}, "# Card\n")
    )
    return folder
