"""The two systems behind one interface, and the whole command on a handful of texts."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.redaction.__main__ import main
from benchmarks.redaction.presidio import PresidioAnalyzer
from benchmarks.redaction.systems import Presidio, Span, Storylode, build_redactor

TEXT = "Mail ines.falk@post.com or pay with 4111 1111 1111 1111, said Robert."


@pytest.fixture(scope="module")
def presidio() -> Presidio:
    return Presidio(PresidioAnalyzer())


@pytest.fixture(scope="module")
def storylode() -> Storylode:
    return Storylode(build_redactor())


def shown(spans: list[Span]) -> dict[str, str]:
    """Return masked text -> type."""
    return {TEXT[span.start : span.end]: span.type for span in spans}


def test_presidio_without_a_pipeline_finds_patterns_and_says_so(presidio: Presidio) -> None:
    found = shown(presidio.spans_of([TEXT])[0])

    assert found == {"ines.falk@post.com": "EMAIL", "4111 1111 1111 1111": "CARD"}
    assert presidio.name == "Presidio, patterns only (no pipeline named)"


def test_a_pipeline_that_is_not_installed_is_named_in_the_table() -> None:
    analyzer = PresidioAnalyzer("no_such_pipeline")

    assert analyzer.pipeline == "patterns only (no_such_pipeline not installed)"


def test_spans_never_overlap(presidio: Presidio) -> None:
    (spans,) = presidio.spans_of(
        ["Write to ines@post.com, call 07700 900461 or quote 12345678 536-90-4399"]
    )

    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_placeholders_are_read_back_to_the_places_of_the_input(storylode: Storylode) -> None:
    found = shown(storylode.spans_of([TEXT])[0])

    assert found["ines.falk@post.com"] == "EMAIL"
    assert found["4111 1111 1111 1111"] == "CARD"
    assert found["Robert"] == "PERSON"


def test_the_command_reports_both_systems_and_lists_every_miss(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates = tmp_path / "templates.txt"
    templates.write_text("I am {{person}}, card {{credit_card_number}}", encoding="utf-8")
    figures, misses = tmp_path / "figures.json", tmp_path / "misses.jsonl"
    sizes = ["--documents", "3", "--of-each-form", "1"]
    files = ["--templates", str(templates), "--json", str(figures), "--misses", str(misses)]

    main(["--sets", "templates", "garbled", *sizes, *files])

    table = capsys.readouterr().out
    assert "| documents with a leak |" in table
    assert "| name in a file name |" in table
    report = json.loads(figures.read_text(encoding="utf-8"))
    version = build_redactor().version
    assert table.startswith(f"## Redaction: redactor {version}\n")
    assert report["redactor_version"] == version
    sets = {one["set"]: one for one in report["sets"]}
    filled = sets["templates"]["systems"]["Presidio, patterns only (no pipeline named)"]
    assert filled["types"]["PERSON"]["recall"]["share"] == 0.0
    missed = [json.loads(line) for line in misses.read_text(encoding="utf-8").splitlines()]
    persons = [row for row in missed if row["set"] == "templates" and row["type"] == "PERSON"]
    assert sum("Presidio" in row["system"] for row in persons) == 3
