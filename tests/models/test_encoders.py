"""Base encoders from a folder."""

import json
import shutil
from pathlib import Path

import pytest

from corpora.errors import CheckpointError
from models.encoders import base_encoder_folder, load_base


@pytest.fixture
def copied(base_encoder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base_encoder, tmp_path / "base"))


def test_a_folder_is_taken_as_it_is(base_encoder: Path) -> None:
    assert base_encoder_folder(str(base_encoder), "any") == base_encoder


@pytest.mark.parametrize("part", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_folder_that_lacks_a_file_is_refused_by_name(copied: Path, part: str) -> None:
    (copied / part).unlink()

    with pytest.raises(CheckpointError, match=f"lacks {part}"):
        base_encoder_folder(str(copied), "any")


def test_weights_of_a_smaller_encoder_are_refused(copied: Path) -> None:
    config = json.loads((copied / "config.json").read_text(encoding="utf-8"))
    config["num_hidden_layers"] = 3
    (copied / "config.json").write_text(json.dumps(config), encoding="utf-8")

    with pytest.raises(CheckpointError, match=r"weights lack encoder\.layer\.2"):
        load_base(copied)


def test_the_pooler_that_nothing_reads_is_left_out(base_encoder: Path) -> None:
    encoder, config, tokenizer = load_base(base_encoder)

    assert not [name for name in encoder.state_dict() if "pooler" in name]
    assert config.hidden_size == 32
    assert tokenizer.get_vocab_size() == config.vocab_size


def test_code_beside_a_base_encoder_never_runs(copied: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (copied / "evil.py").write_text(f"open({str(ran)!r}, 'w')\n", encoding="utf-8")
    config = json.loads((copied / "config.json").read_text(encoding="utf-8"))
    config["auto_map"] = {"AutoConfig": "evil.Config", "AutoModel": "evil.Model"}
    (copied / "config.json").write_text(json.dumps(config), encoding="utf-8")

    load_base(copied)

    assert not ran.exists()
