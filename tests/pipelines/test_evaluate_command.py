"""`storylode evaluate`: figures as tables, as JSON, and as a page."""

import json
from pathlib import Path

import pytest

from corpora.labelled import tags_as_row
from corpora.taxonomy import load_taxonomy
from tests.conftest import Storylode
from tests.models.tiny import passages


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """The tiny passages as a file whose name rich would take for markup."""
    taxonomy = load_taxonomy()
    path = tmp_path / "mine [red]x[-].jsonl"
    rows = [
        {"id": p.passage_id, "text": p.text, **tags_as_row(p.tags, taxonomy)} for p in passages()
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_json_holds_every_figure(
    storylode: Storylode, labelled: Path, untrained_checkpoint: Path
) -> None:
    said = storylode(
        "evaluate",
        labelled,
        "--checkpoint",
        untrained_checkpoint,
        "--faithfulness-passages",
        "6",
        "--json",
    )

    assert said.exit_code == 0, said.err
    result = json.loads(said.out)["results"][str(labelled)]
    assert result["passages"] == len(passages())
    assert {"headline", "evidence_f1", "evidence_iou_f1", "facets"} <= set(result)
    assert {"error", "error_at_80", "ratio_at_80", "area"} <= set(result["coverage"])
    assert set(result["reliability"]) == set(result["facets"])
    assert result["faithfulness"]["passages"] == 6
    assert set(result["faithfulness"]["evidence"]) == {"comprehensiveness", "sufficiency"}
    assert set(result["faithfulness"]["random"]) == {"comprehensiveness", "sufficiency"}


def test_tables_and_page_name_the_file_as_it_is_and_quote_no_passage(
    storylode: Storylode, labelled: Path, untrained_checkpoint: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"

    said = storylode(
        "evaluate",
        labelled,
        "--checkpoint",
        untrained_checkpoint,
        "--report",
        report,
        "--faithfulness-passages",
        "0",
    )

    assert said.exit_code == 0, said.err
    assert "[red]x[-].jsonl" in said.out.replace("\n", "")
    assert "IoU-F1" in said.out
    assert "surest 80%" in said.out
    page = report.read_text(encoding="utf-8")
    assert "[red]x[-].jsonl" in page
    for passage in passages():
        assert passage.text[:25] not in page + said.out


def test_a_report_under_another_suffix_is_wrong_usage_before_anything_is_tagged(
    storylode: Storylode, labelled: Path
) -> None:
    before = labelled.read_bytes()

    said = storylode("evaluate", labelled, "--report", labelled, "--checkpoint", "gone")

    assert (said.exit_code, said.out) == (2, "")
    assert ".html" in said.err
    assert labelled.read_bytes() == before
