"""The command line keeps its promises: exit codes, one line per error, nothing heavy for --help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Storylode

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    *("tag", "mine", "nightly", "schedule", "collect", "evaluate", "retrain", "rollback"),
    "redact",
)


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    heavy = "torch spacy prefect polars transformers pyarrow datasets sqlalchemy rich.progress"
    script = (
        "import sys\n"
        "sys.argv = ['storylode', '--help']\n"
        "from pipelines.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        f"print('LOADED', [name for name in {heavy.split()} if name in sys.modules])\n"
    )

    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "LOADED []" in said.stdout
    assert [name for name in COMMANDS if name not in said.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_option_is_wrong_usage(storylode: Storylode, command: str) -> None:
    said = storylode(command, "--no-such-option")

    assert (said.exit_code, said.out) == (2, "")
    assert "no-such-option" in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["tag", "gone.csv", "out.csv"], 1, "gone.csv"),
        (["tag", "gone.csv", "out.docx"], 2, ".docx"),
        (["mine", "gone.csv", "out"], 2, "cannot write"),
        (["nightly", "--config", "gone.yaml"], 2, "gone.yaml"),
        (["nightly", "--config", "night.yaml", "--until", "soon"], 2, "ISO 8601"),
        (["nightly", "--config", "night.yaml"], 1, "no-such-folder"),
        (["nightly", "--config", "wrong.yaml"], 2, "sorces"),
        (["retrain", "--config", "gone.yaml"], 2, "gone.yaml"),
        (["collect", "no-such-book", "--dataset", "."], 1, "no tagged dataset"),
        (["rollback"], 1, "no champion before this one"),
        (["evaluate", "gone.jsonl", "--checkpoint", "."], 1, "no checkpoint here"),
    ],
)
def test_what_a_user_can_mend_is_one_line_on_stderr(
    storylode: Storylode, tmp_path: Path, arguments: list[str], code: int, named: str
) -> None:
    (tmp_path / "night.yaml").write_text("sources: [{name: a, path: no-such-folder}]\n")
    (tmp_path / "wrong.yaml").write_text("sorces: [{name: a, path: here}]\n")

    said = storylode(*arguments)

    assert (said.exit_code, said.out) == (code, "")
    assert named in said.err
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1 or "Usage" in said.err


def test_a_fault_of_the_program_names_kind_and_line_but_quotes_nothing(
    storylode: Storylode, tmp_path: Path
) -> None:
    # A pointer that is valid JSON but nested deeper than Python's reader goes.
    (tmp_path / ".storylode").mkdir()
    (tmp_path / ".storylode" / "champion.json").write_text("[" * 100_000)

    said = storylode("rollback")

    assert said.exit_code == 1
    assert "RecursionError at models/registry.py" in said.err
    assert len(said.err.splitlines()) == 1


def test_rollback_speaks_json(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    from models.registry import Registry

    version = Registry(tmp_path / "home").promote(untrained_checkpoint)

    said = storylode("rollback", "--home", tmp_path / "home", "--json")

    assert said.exit_code == 0
    assert json.loads(said.out) == {"left": version, "champion": "shipped"}
