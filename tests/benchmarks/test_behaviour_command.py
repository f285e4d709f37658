"""The behaviour suite as a command."""

import json
from pathlib import Path

import pytest

from benchmarks.behaviour import main
from models.behaviour import capabilities


def test_the_command_runs_all_prints_the_table_and_keeps_the_numbers(
    untrained_checkpoint: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "behaviour.json"

    main(["--checkpoint", str(untrained_checkpoint), "--json", str(out), "--show", "1"])

    shown = capsys.readouterr().out
    kept = json.loads(out.read_text(encoding="utf-8"))
    assert "minimum function" in shown
    assert "must go" in shown, "failing cases are shown"
    assert kept["model_version"].startswith("tiny-")
    assert 0 <= kept["flip_rate"] <= 1
    assert len(kept["capabilities"]) == len(capabilities())
