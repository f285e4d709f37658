"""The registry: which checkpoint serves, whatever goes wrong on the way."""

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpora.errors import CheckpointError
from models import registry as registry_module
from models.checkpoint import CHAMPION, CheckpointNotes, checkpoint_version, save_checkpoint
from models.registry import Registry
from tests.corpora.dying import in_child
from tests.models.conftest import Trained


@pytest.fixture
def second(trained: Trained, tmp_path: Path) -> Path:
    """Another checkpoint than `tiny_checkpoint`."""
    other = replace(trained.tagger.calibration, review_below=0.321)
    tagger = replace(trained.tagger, calibration=other)
    save_checkpoint(tmp_path / "second", tagger, CheckpointNotes("tiny", "tiny-bert", {}, ""))
    return tmp_path / "second"


@pytest.fixture
def registry(tmp_path: Path, tiny_checkpoint: Path) -> Registry:
    """A registry with `tiny_checkpoint` in service."""
    made = Registry(tmp_path / "home")
    made.promote(tiny_checkpoint)
    return made


def test_without_a_pointer_the_shipped_champion_serves(tmp_path: Path) -> None:
    assert Registry(tmp_path).champion() == CHAMPION


def test_a_promoted_checkpoint_serves_from_a_copy(
    registry: Registry, second: Path, tmp_path: Path
) -> None:
    version = registry.promote(second)
    shutil.rmtree(second)

    assert registry.champion() == tmp_path / "home" / "checkpoints" / version
    assert checkpoint_version(registry.champion()) == version


def test_rollback_brings_back_the_champion_before(
    registry: Registry, second: Path, tiny_checkpoint: Path
) -> None:
    new, old = registry.promote(second), checkpoint_version(tiny_checkpoint)

    assert registry.rollback() == (new, old)
    assert checkpoint_version(registry.champion()) == old


def test_rollback_goes_back_to_the_shipped_champion_and_no_further(registry: Registry) -> None:
    registry.rollback()

    assert registry.champion() == CHAMPION
    with pytest.raises(CheckpointError, match="no champion before this one"):
        registry.rollback()


def test_promoting_the_champion_again_changes_nothing(
    registry: Registry, tiny_checkpoint: Path
) -> None:
    before = registry.pointer.read_bytes()
    folder = registry.champion().stat().st_ino

    registry.promote(tiny_checkpoint)

    assert registry.pointer.read_bytes() == before
    assert registry.champion().stat().st_ino == folder


def test_a_broken_challenger_leaves_the_champion(registry: Registry, second: Path) -> None:
    before = registry.champion()
    (second / "model.safetensors").write_bytes(b"half")

    with pytest.raises(CheckpointError, match=r"model\.safetensors"):
        registry.promote(second)

    assert registry.champion() == before


def _die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _half_copy(source: Path, to: Path) -> None:
    to.mkdir()
    shutil.copy(source / "manifest.json", to)
    _die()


def _kill_in_copy() -> None:
    registry_module.shutil.copytree = _half_copy  # type: ignore[attr-defined]


def _kill_before_folder() -> None:
    registry_module.replace_folder = _die  # type: ignore[attr-defined]


def _kill_before_pointer() -> None:
    Registry._write = _die  # type: ignore[method-assign]


@pytest.mark.parametrize("arm", [_kill_in_copy, _kill_before_folder, _kill_before_pointer])
def test_a_kill_during_promotion_leaves_the_old_champion(
    registry: Registry, second: Path, arm: Callable[[], None]
) -> None:
    before = registry.champion()

    def promote() -> None:
        arm()
        registry.promote(second)

    assert in_child(promote) == -signal.SIGKILL

    assert registry.champion() == before
    checkpoint_version(before)
    # What the crash left behind is in nobody's way.
    assert registry.promote(second) == checkpoint_version(registry.champion())


@pytest.mark.parametrize("pointer", ["", "[]", "{}", '{"version": "x"}', "\udcff"])
def test_a_pointer_that_cannot_be_read_is_refused_and_named(
    registry: Registry, pointer: str
) -> None:
    registry.pointer.write_bytes(pointer.encode("utf-8", "surrogateescape"))

    with pytest.raises(CheckpointError, match=r"champion\.json: not a readable pointer"):
        registry.champion()


def test_a_pointer_to_a_folder_that_is_gone_says_what_to_do(registry: Registry) -> None:
    shutil.rmtree(registry.champion())

    with pytest.raises(CheckpointError, match="storylode rollback"):
        registry.champion()


def test_rollback_to_an_altered_checkpoint_is_refused(registry: Registry, second: Path) -> None:
    old = registry.champion()
    registry.promote(second)
    now = registry.champion()
    (old / "calibration.json").write_text("{}", encoding="utf-8")

    with pytest.raises(CheckpointError, match=r"calibration\.json"):
        registry.rollback()

    assert registry.champion() == now
