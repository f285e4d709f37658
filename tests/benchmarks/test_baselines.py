"""The comparison from the command line, on tiny passages and a checkpoint that guesses."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.baselines import main
from corpora.labelled import LabelledPassage, tags_as_row
from corpora.taxonomy import load_taxonomy
from tests.models.tiny import passages

SYSTEMS = ["champion", "majority", "keywords", "zero-shot", "tfidf", "frozen"]
TAXONOMY = load_taxonomy()


def _write(path: Path, rows: list[LabelledPassage], copies: int) -> Path:
    lines = [
        json.dumps(
            {
                "id": f"{row.passage_id}-{copy}",
                "group": row.passage_id,
                "text": row.text,
                **tags_as_row(row.tags, TAXONOMY),
            }
        )
        for copy in range(copies)
        for row in rows
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Training and test file; labels of the test file have ten positives and more."""
    rows = passages()
    return _write(tmp_path / "train.jsonl", rows, 1), _write(tmp_path / "test.jsonl", rows, 3)


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    monkeypatch.setattr(sys, "argv", ["baselines", *map(str, arguments)])
    main()


def test_every_system_learns_once_and_is_scored_on_every_test_file(  # noqa: PLR0913  fixtures
    files: tuple[Path, Path],
    tiny_encoder: Path,
    untrained_checkpoint: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train, test = files
    other = _write(tmp_path / "other.jsonl", passages(), 2)
    out, report = tmp_path / "out", tmp_path / "report.json"
    places: list[str | Path] = ["--train", train, "--test", test, other, "--out", out]
    models: list[str | Path] = ["--checkpoint", untrained_checkpoint]
    models += ["--base-encoder", tiny_encoder]

    _run(monkeypatch, *places, *models, "--json", report, "--systems", *SYSTEMS)

    said = json.loads(report.read_text(encoding="utf-8"))
    first, second = said["tests"]
    assert (first["file"], first["passages"], second["passages"]) == (str(test), 72, 48)
    assert list(said["fit_seconds"]) == list(first["systems"]) == SYSTEMS
    champion, tfidf = (first["systems"][name] for name in ("champion", "tfidf"))
    low, high = champion["intervals"]["moment"]
    assert low <= champion["facets"]["moment"]["macro_f1"] <= high
    assert champion["predict_seconds"] >= 0
    # The test file is the training file: TF-IDF knows it by heart, the champion guesses.
    assert tfidf["champion_minus_this"]["moment"]["p"] == 1
    assert tfidf["champion_minus_this"]["headline"]["interval"][1] < 0
    assert champion["champion_minus_this"] == {}
    written = (out / "other" / "frozen.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(written) == 48
    shown = capsys.readouterr().out
    assert shown.count("tfidf: fitted in") == 1
    assert f"{test}: 72 passages; learned from 24" in shown
    assert f"{other}: 48 passages; learned from 24" in shown
    assert "not significantly above" in shown


def test_thresholds_come_from_the_validation_file(
    files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    train, test = files
    validation = _write(tmp_path / "validation.jsonl", passages()[:9], 1)
    report = tmp_path / "report.json"
    places: list[str | Path] = ["--train", train, "--test", test, "--json", report]

    _run(monkeypatch, *places, "--validation", validation, "--systems", "tfidf")

    assert json.loads(report.read_text(encoding="utf-8"))["validation"] == 9


def test_only_the_chosen_systems_run(
    files: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train, test = files
    scorer = tmp_path / "scorer.py"
    scorer.write_text("import sys\nprint(len(sys.argv))\n", encoding="utf-8")

    _run(monkeypatch, "--train", train, "--test", test, "--systems", "majority", "--scorer", scorer)

    shown = capsys.readouterr().out
    assert "test.jsonl, majority, by scorer.py" in shown
    assert "champion" not in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--systems", "oracle"], "choose from champion"),
        (["--test", "a/x.jsonl", "b/x.jsonl"], "two files of one name"),
        (["--test", "absent.jsonl", "--systems", "majority"], "absent.jsonl: cannot be read"),
        (["--systems", "frozen", "--base-encoder", "."], "lacks config.json"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_fitted(
    files: tuple[Path, Path],
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train, test = files

    with pytest.raises(SystemExit) as end:
        _run(monkeypatch, "--train", train, "--test", test, *arguments)

    assert end.value.code == 2
    shown = capsys.readouterr()
    assert message in shown.err.replace("'", "")
    assert "fitted" not in shown.out
