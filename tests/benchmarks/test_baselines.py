"""The comparison from the command line, on tiny passages and a checkpoint that guesses."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.baselines import main
from corpora.labelled import LabelledPassage, tags_as_row
from corpora.taxonomy import load_taxonomy
from tests.models.tiny import passages

SYSTEMS = ["majority", "keywords", "zero-shot", "tfidf", "frozen", "champion"]
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


def test_every_system_is_scored_on_the_same_resamples(  # noqa: PLR0913  one argument per fixture
    files: tuple[Path, Path],
    tiny_encoder: Path,
    untrained_checkpoint: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    train, test = files
    out, report = tmp_path / "out", tmp_path / "report.json"
    places: list[str | Path] = ["--train", train, "--test", test, "--out", out, "--json", report]
    models: list[str | Path] = [
        "--checkpoint",
        untrained_checkpoint,
        "--base-encoder",
        tiny_encoder,
    ]

    _run(monkeypatch, *places, *models, "--systems", *SYSTEMS)

    systems = json.loads(report.read_text(encoding="utf-8"))["systems"]
    assert list(systems) == SYSTEMS
    champion, tfidf = systems["champion"], systems["tfidf"]
    low, high = champion["intervals"]["moment"]
    assert low <= champion["facets"]["moment"]["macro_f1"] <= high
    # The test file is the training file: TF-IDF knows it by heart, the champion guesses.
    assert tfidf["champion_minus_this"]["moment"]["p"] == 1
    assert tfidf["champion_minus_this"]["headline"]["interval"][1] < 0
    assert champion["champion_minus_this"] == {}
    written = (out / "frozen.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(written) == 72
    assert capsys.readouterr().out.count("headline") == 1


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
    assert "majority, by scorer.py" in shown
    assert "champion" not in shown
    assert " p " not in shown.partition("interval:")[2]


def test_an_unknown_system_is_wrong_usage(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    train, test = files

    with pytest.raises(SystemExit) as end:
        _run(monkeypatch, "--train", train, "--test", test, "--systems", "oracle")

    assert end.value.code == 2
    assert "choose from majority" in capsys.readouterr().err.replace("'", "")
