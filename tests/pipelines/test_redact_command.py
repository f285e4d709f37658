"""`storylode redact`: originals only where they were asked for, the refused without their text."""

import csv
import json
import stat
from pathlib import Path

import pyarrow.parquet as parquet  # type: ignore[import-untyped] # pyarrow ships no types
import pytest

from tests.conftest import Said, Storylode

NAMES = ("Quentin", "Hale", "555 0142", "Marisol")
LETTER = (
    "Dear team,\n\nMy name is Quentin Hale, and I rang you twice from +1 202 555 0142. "
    "Nobody called back. Quentin Hale, quentin.hale@example.org\n"
)
GERMAN = (
    "Guten Tag, die Heizung in meiner Wohnung ist seit drei Wochen kalt und niemand kommt vorbei."
)
MAIL = (
    "From: Marisol Teague <marisol.teague@example.org>\nTo: desk@example.com\n"
    "Subject: Locker\nMessage-ID: <1@example.org>\n\n"
    "Hello, the locker was empty. Please ring Marisol Teague on +1 202 555 0142. "
    "The woman at the gate was very kind and stayed with me for an hour.\n"
)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with several formats, and one record that a night refuses."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER)
    (folder / "note.md").write_text(GERMAN)
    (folder / "mail.eml").write_text(MAIL)
    (folder / "survey.csv").write_text("id,text\n17,The soup was cold and nobody said sorry.\n")
    (folder / "chats.jsonl").write_text(
        json.dumps(
            {"id": "c1", "text": "Marisol Teague from the hotline hung up on me after <5 min."}
        )
        + "\nnot JSON\n"
    )
    return folder


def rows_of(said: Said) -> dict[str, dict[str, object]]:
    rows = [json.loads(line) for line in said.out.splitlines()]
    return {row["id"]: row for row in rows}


def names_in(text: str) -> list[str]:
    return [name for name in NAMES if name.casefold() in text.casefold()]


def test_json_tells_every_record_of_a_folder_and_no_original(
    storylode: Storylode, mixed: Path
) -> None:
    said = storylode("redact", "mixed", "--json")

    rows = rows_of(said)
    assert said.exit_code == 0
    assert names_in(said.out + said.err) == []
    assert {"chats.jsonl#c1", "letter.txt", "survey.csv#17", "note.md"} <= set(rows)
    assert len(rows) == 6
    assert rows["note.md"] == {"id": "note.md", "rejected": "language: language: de"}
    assert "Heizung" not in said.out
    assert set(rows["letter.txt"]) == {"id", "text", "counts", "spans"}


def test_spans_count_characters_of_the_redacted_text(storylode: Storylode, mixed: Path) -> None:
    row = rows_of(storylode("redact", "mixed/letter.txt", "--json"))["letter.txt"]

    text, spans = str(row["text"]), row["spans"]
    assert isinstance(spans, list)
    found = [(one["type"], text[one["start"] : one["end"]]) for one in spans]
    assert ("EMAIL", "[EMAIL_1]") in found
    assert ("PHONE", "[PHONE_1]") in found
    assert all(shown.startswith(f"[{kind}_") for kind, shown in found)


def test_originals_are_in_the_json_only_when_asked_for(storylode: Storylode, mixed: Path) -> None:
    row = rows_of(storylode("redact", mixed / "letter.txt", "--json", "--show-originals"))[
        "letter.txt"
    ]

    original, spans = str(row["original"]), row["original_spans"]
    assert isinstance(spans, list)
    assert original == LETTER.strip()
    assert "quentin.hale@example.org" in [original[one["start"] : one["end"]] for one in spans]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_output_holds_redacted_rows_and_nothing_else(
    storylode: Storylode, mixed: Path, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / f"out{suffix}"

    said = storylode("redact", "mixed", "--output", output, "--json")

    if suffix == ".parquet":
        rows = parquet.read_table(output).to_pylist()
        counts = {row["id"]: dict(row["counts"]) for row in rows}
    elif suffix == ".csv":
        rows = list(csv.DictReader(output.read_text().splitlines(keepends=True)))
        counts = {row["id"]: json.loads(row["counts"]) for row in rows}
    else:
        rows = [json.loads(line) for line in output.read_text().splitlines()]
        counts = {row["id"]: row["counts"] for row in rows}
    told = {key: row["counts"] for key, row in rows_of(said).items() if "counts" in row}
    assert said.exit_code == 0
    assert all(set(row) == {"id", "text", "counts"} for row in rows)
    assert names_in(str(rows)) == []
    assert counts == told
    assert len(counts) == 4


def test_the_page_is_private_inert_and_without_the_text_of_the_refused(
    storylode: Storylode, mixed: Path, tmp_path: Path
) -> None:
    said = storylode("redact", "mixed", "--html", "page.html")

    page = (tmp_path / "page.html").read_text()
    assert said.exit_code == 0
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600
    assert "Quentin Hale" in page
    assert "after &lt;5 min." in page
    assert "Heizung" not in page
    assert "language: de" in page


def test_a_record_whose_redaction_fails_is_refused_everywhere(
    storylode: Storylode, tmp_path: Path
) -> None:
    # More characters than a record may have: redaction refuses it.
    (tmp_path / "huge.txt").write_text("We went there and it was fine. " * 65_000)

    said = storylode("redact", "huge.txt", "--html", "page.html", "--output", "out.jsonl")

    shown = said.out + said.err + (tmp_path / "page.html").read_text()
    assert said.exit_code == 1
    assert "redact: RedactionError" in said.out
    assert "We went there" not in shown
    assert (tmp_path / "out.jsonl").read_text() == ""


@pytest.mark.parametrize(("columns", "beside"), [("140", True), ("80", False)])
def test_the_texts_stand_side_by_side_where_there_is_room(
    storylode: Storylode,
    mixed: Path,
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
    beside: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)  # what a terminal tells of its width

    said = storylode("redact", mixed / "letter.txt")

    headings = [line.split() for line in said.out.splitlines() if line.startswith("original")]
    assert headings == [["original", "redacted"] if beside else ["original"]]
    assert "Quentin Hale" in said.out
    assert "[EMAIL_1]" in said.out


@pytest.mark.parametrize(("limit", "shown"), [("2", 2), ("0", 6)])
def test_the_terminal_shows_as_many_records_as_asked_and_counts_all(
    storylode: Storylode, mixed: Path, limit: str, shown: int
) -> None:
    said = storylode("redact", "mixed", "--limit", limit)

    numbered = [line for line in said.out.splitlines() if line[:1].isdigit() and line[1:3] == "  "]
    assert len(numbered) == shown
    assert "4 records redacted" in said.out
    assert "2 records refused" in said.out


def test_a_file_named_after_a_person_is_handed_on_without_the_name(
    storylode: Storylode, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "Marisol_Teague.txt").write_text("The soup was cold and nobody cared.")

    said = storylode("redact", "in", "--json", "--output", "out.jsonl")

    assert said.exit_code == 0
    assert names_in(said.out + (tmp_path / "out.jsonl").read_text()) == []
    assert "Marisol_Teague.txt" in storylode("redact", "in").out


def test_a_policy_says_what_is_kept(storylode: Storylode, mixed: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text("types: {PHONE: keep}\n")

    said = storylode("redact", "mixed/letter.txt", "--json", "--policy", "policy.yaml")

    assert "555 0142" in said.out
    assert "[EMAIL_1]" in said.out


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["gone.csv"], 1, "gone.csv"),
        (["empty"], 1, "there was nothing to read"),
        (["mixed/note.md"], 1, "nothing could be redacted"),
        (["mixed", "--output", "out.docx"], 2, ".docx"),
        (["mixed", "--html", "page.csv"], 2, ".csv"),
        (["mixed", "--html", "mixed/page.html"], 2, "lies in what is read"),
        (["mixed/survey.csv", "--output", "mixed/survey.csv"], 2, "lies in what is read"),
        (["mixed", "--show-originals"], 2, "--json"),
        (["mixed", "--policy", "gone.yaml"], 2, "gone.yaml"),
    ],
)
def test_exit_codes_tell_data_from_misuse(  # noqa: PLR0913 - fixtures and parameters
    storylode: Storylode, mixed: Path, tmp_path: Path, arguments: list[str], code: int, named: str
) -> None:
    (tmp_path / "empty").mkdir()
    before = (mixed / "survey.csv").read_text()

    said = storylode("redact", *arguments)

    assert said.exit_code == code
    assert named in said.err
    assert (mixed / "survey.csv").read_text() == before


def test_help_says_where_originals_are_shown(storylode: Storylode) -> None:
    said = " ".join(storylode("redact", "--help").out.split())

    assert "The terminal view and the page show the original texts" in said
