"""What the training configuration takes and refuses."""

from pathlib import Path

import pytest

from corpora.errors import ConfigError
from models.training_config import TrainingConfig, load_training_config


def _write(folder: Path, content: str) -> Path:
    path = folder / "train.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_training_config(_write(tmp_path, "")) == TrainingConfig()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("epoch: 3\n", "epoch: Extra inputs"),
        ("epochs: 0\n", "epochs: Input should be greater"),
        ("learning_rate: fast\nwarmup: 1\n", "learning_rate: .*; warmup: "),
        ("epochs: [\n", "not YAML"),
        ("- epochs\n", "train.yaml: "),
    ],
)
def test_a_wrong_file_is_refused_with_key_and_reason(
    tmp_path: Path, content: str, said: str
) -> None:
    with pytest.raises(ConfigError, match=said):
        load_training_config(_write(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.yaml: cannot be read"):
        load_training_config(tmp_path / "absent.yaml")


def test_the_shipped_configuration_is_right() -> None:
    load_training_config(Path(__file__).resolve().parents[2] / "configs" / "train.yaml")
