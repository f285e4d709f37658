"""A token head around the tiny encoder; fixtures of the folder above are at hand too."""

from pathlib import Path

import pytest

from models.entities.recogniser import EntityRecogniser
from models.entities.training import EntityTraining, new_recogniser


@pytest.fixture(scope="session")
def entity_training(base_encoder: Path) -> EntityTraining:
    return EntityTraining(
        str(base_encoder), "", layers=1, epochs=30, learning_rate=5e-3, head_learning_rate=1e-2
    )


@pytest.fixture
def tiny_recogniser(entity_training: EntityTraining) -> EntityRecogniser:
    """An untrained one."""
    return new_recogniser(entity_training)
