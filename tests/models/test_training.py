"""Training: the loss falls, the same seed gives the same tagger, every passage is seen."""

from pathlib import Path

import numpy as np
import torch

from corpora.taxonomy import Taxonomy
from models.checkpoint import CheckpointNotes, save_checkpoint, verify_checkpoint
from models.tokens import EncodedStory, Window
from models.training import length_grouped, new_tagger, train
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


def test_every_story_is_in_one_batch_of_an_epoch() -> None:
    stories = [EncodedStory([Window([1] * (2 + n * 7 % 31), [])], 1, [], []) for n in range(101)]

    batches = list(length_grouped(stories, 4, np.random.default_rng(1)))

    assert sorted(index for batch in batches for index in batch) == list(range(101))
    assert max(map(len, batches)) == 4
    assert len(batches) == 26  # the steps that the schedule counts on


def test_stories_of_a_batch_are_of_like_length() -> None:
    stories = [EncodedStory([Window([1] * (2 + n), [])], 1, [], []) for n in range(64)]

    batches = list(length_grouped(stories, 8, np.random.default_rng(1)))

    # All 64 are one group: sorted and cut into runs of 8.
    assert all(max(batch) - min(batch) == 7 for batch in batches)


def test_epochs_are_shuffled_anew() -> None:
    stories = [EncodedStory([Window([1] * (2 + n), [])], 1, [], []) for n in range(64)]
    shuffle = np.random.default_rng(1)

    assert list(length_grouped(stories, 8, shuffle)) != list(length_grouped(stories, 8, shuffle))
