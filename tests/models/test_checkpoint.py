"""Checkpoints: what is saved is what is loaded, and nothing else is."""

import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpora.errors import CheckpointError
from corpora.taxonomy import Taxonomy
from models.checkpoint import (
    CheckpointNotes,
    checkpoint_version,
    load_checkpoint,
    save_checkpoint,
    verify_checkpoint,
)
from tests.models.conftest import Trained
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW

PARTS = [
    "model.json",
    "model.safetensors",
    "tokenizer.json",
    "taxonomy.json",
    "calibration.json",
    "metrics.json",
    "README.md",
]


@pytest.fixture
def copied(tiny_checkpoint: Path, tmp_path: Path) -> Path:
    """A checkpoint that may be broken."""
    return Path(shutil.copytree(tiny_checkpoint, tmp_path / "copied"))


def _rewrite(folder: Path, part: str, change: Callable[[dict[str, object]], object]) -> None:
    """Change a JSON part and make the manifest agree, as somebody with intent would."""
    content = json.loads((folder / part).read_text(encoding="utf-8"))
    change(content)
    (folder / part).write_text(json.dumps(content), encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"][part] = hashlib.sha256((folder / part).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_a_loaded_tagger_says_what_the_saved_one_said(
    trained: Trained, tiny_checkpoint: Path
) -> None:
    texts = [*CUSTOMER_FAILED, *CUSTOMER_WOW]

    loaded = load_checkpoint(tiny_checkpoint)

    # Weights travel as fp16 and may compute in bf16.
    assert np.abs(loaded.logits(texts) - trained.tagger.logits(texts)).max() < 0.1
    assert loaded.calibration == trained.tagger.calibration
    assert loaded.layout.taxonomy == trained.tagger.layout.taxonomy
    assert loaded.version == checkpoint_version(tiny_checkpoint)
    assert loaded.version.startswith("tiny-")


def test_the_same_tagger_saves_to_the_same_bytes(
    trained: Trained, tiny_checkpoint: Path, tmp_path: Path
) -> None:
    notes = CheckpointNotes("tiny", "tiny-bert", {"headline": 0.5}, "# Card\n")

    save_checkpoint(tmp_path / "again", trained.tagger, notes)

    assert verify_checkpoint(tmp_path / "again") == verify_checkpoint(tiny_checkpoint)


def test_another_calibration_is_another_version(trained: Trained, tmp_path: Path) -> None:
    other = replace(trained.tagger.calibration, review_below=0.123)
    notes = CheckpointNotes("tiny", "tiny-bert", {}, "")

    first = save_checkpoint(tmp_path / "a", trained.tagger, notes)
    second = save_checkpoint(tmp_path / "b", replace(trained.tagger, calibration=other), notes)

    assert first != second


def test_saving_replaces_an_older_checkpoint_and_leaves_nothing_beside_it(
    trained: Trained, tmp_path: Path
) -> None:
    for card in ("old", "new"):
        save_checkpoint(tmp_path / "c", trained.tagger, CheckpointNotes("c", "b", {}, card))

    assert (tmp_path / "c" / "README.md").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["c"]


def test_a_checkpoint_does_not_say_on_which_machine_it_was_made(
    tiny_checkpoint: Path, base_encoder: Path
) -> None:
    for part in ("model.json", "calibration.json", "taxonomy.json", "metrics.json"):
        assert str(base_encoder.parent) not in (tiny_checkpoint / part).read_text(encoding="utf-8")


@pytest.mark.parametrize("part", PARTS)
def test_an_altered_file_is_refused_by_its_name(copied: Path, part: str) -> None:
    with (copied / part).open("r+b") as file:
        first = file.read(1)
        file.seek(0)
        file.write(bytes([first[0] ^ 1]))

    with pytest.raises(CheckpointError, match=rf"{part} is not the file"):
        load_checkpoint(copied)


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_file_is_refused_by_its_name(copied: Path, part: str) -> None:
    (copied / part).unlink()

    with pytest.raises(CheckpointError, match=rf"{part} is missing"):
        load_checkpoint(copied)


def test_a_half_copied_file_is_refused(copied: Path) -> None:
    weights = copied / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[: weights.stat().st_size // 2])

    with pytest.raises(CheckpointError, match=r"model\.safetensors is not the file"):
        load_checkpoint(copied)


@pytest.mark.parametrize("manifest", [None, "", "[]", "{}", '{"sha256": 3}', '{"sha256": {}}'])
def test_a_folder_without_a_manifest_that_can_be_read_is_refused(
    copied: Path, manifest: str | None
) -> None:
    if manifest is None:
        (copied / "manifest.json").unlink()
    else:
        (copied / "manifest.json").write_text(manifest, encoding="utf-8")

    with pytest.raises(CheckpointError):
        load_checkpoint(copied)


def test_a_checkpoint_of_another_taxonomy_is_refused(copied: Path, taxonomy: Taxonomy) -> None:
    other = Taxonomy("another", taxonomy.facets)

    load_checkpoint(copied, taxonomy)
    with pytest.raises(CheckpointError, match=r"trained on taxonomy .* retrain"):
        load_checkpoint(copied, other)


def test_labels_in_another_order_are_refused(copied: Path) -> None:
    _rewrite(copied, "model.json", lambda model: model["labels"].reverse())  # type: ignore[attr-defined]

    with pytest.raises(CheckpointError, match="disagree on the labels"):
        load_checkpoint(copied)


@pytest.mark.parametrize(
    "change", [{"hidden_size": 16}, {"num_hidden_layers": 3}, {"model_type": "no-such-model"}]
)
def test_weights_that_do_not_fit_the_configuration_are_refused(
    copied: Path, change: dict[str, object]
) -> None:
    _rewrite(copied, "model.json", lambda model: model["encoder"].update(change))  # type: ignore[attr-defined]

    with pytest.raises(CheckpointError, match=r"model\.json"):
        load_checkpoint(copied)


def test_code_and_pickles_in_the_folder_never_run(copied: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    code = f"from pathlib import Path\nPath({str(ran)!r}).touch()\n"
    (copied / "modeling_evil.py").write_text(code, encoding="utf-8")
    (copied / "configuration_evil.py").write_text(code, encoding="utf-8")
    # A pickle that touches the file when it is loaded.
    opcodes = f"cposix\nsystem\n(S'touch {ran}'\ntR.".encode()
    (copied / "pytorch_model.bin").write_bytes(opcodes)
    hooks = {
        "AutoConfig": "configuration_evil.EvilConfig",
        "AutoModel": "modeling_evil.EvilModel",
    }
    change = {"auto_map": hooks, "_name_or_path": str(copied), "trust_remote_code": True}
    _rewrite(copied, "model.json", lambda model: model["encoder"].update(change))  # type: ignore[attr-defined]

    load_checkpoint(copied)

    assert not ran.exists()
    assert not [name for name in sys.modules if "evil" in name]
