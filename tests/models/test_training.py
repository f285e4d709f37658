"""Training: the loss falls, the same seed gives the same tagger, every passage is seen."""

from pathlib import Path

import numpy as np
import torch

from corpora.taxonomy import Taxonomy
from models.checkpoint import CheckpointNotes, save_checkpoint, verify_checkpoint
from models.training import new_tagger, train
from models.training_config import TrainingConfig
from tests.models.conftest import Trained
from tests.models.tiny import passages


def test_the_loss_falls(trained: Trained) -> None:
    first, last = trained.epochs[0].loss, trained.epochs[-1].loss

    assert np.isfinite(first)
    assert last < 0.9 * first


def test_the_same_seed_trains_the_same_checkpoint(
    tiny_checkpoint: Path, taxonomy: Taxonomy, training_config: TrainingConfig, tmp_path: Path
) -> None:
    torch.manual_seed(99)  # what went before does not count
    tagger = train(new_tagger(taxonomy, training_config), passages(), passages(), training_config)
    again = tmp_path / "again"
    save_checkpoint(
        again, tagger, CheckpointNotes("tiny", "tiny-bert", {"headline": 0.5}, "# Card\n")
    )

    assert verify_checkpoint(again) == verify_checkpoint(tiny_checkpoint)
