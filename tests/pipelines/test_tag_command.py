"""`storylode tag`: one row out per row in, in order, whatever the rows hold."""

import csv
import json
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import pytest

from corpora.taxonomy import load_taxonomy
from tests.conftest import Storylode

ROWS = [
    ("a-1", "The clerk at the counter, Maria Keller, walked me  to the platform herself."),
    ("b#2", "=They promised a call on Monday. Nobody called, and nobody said sorry!"),
    ("c 3", ""),
    ("d-4", "Die Dame am Schalter war sehr freundlich und hat mir sofort geholfen."),
    ("e-5", "Fine."),
]
CONTRACT = [
    "id",
    "text",
    *(facet.name for facet in load_taxonomy().facets),
    *("scores", "evidence", "needs_review", "model_version", "taxonomy_version", "rejected"),
]


def write(path: Path, rows: list[tuple[str, str]] = ROWS) -> Path:
    table = pa.table({"id": [name for name, _ in rows], "text": [text for _, text in rows]})
    if path.suffix == ".parquet":
        path.parent.mkdir(exist_ok=True)
        parquet.write_table(table, path)
    elif path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("id", "text"), *rows])
    else:
        lines = [json.dumps(row) for row in table.to_pylist()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".parquet":
        rows: list[dict[str, object]] = parquet.read_table(path).to_pylist()
        return rows
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return [dict(row) for row in csv.DictReader(file)]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_every_row_keeps_its_place_and_its_id(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path, suffix: str
) -> None:
    source, output = write(tmp_path / f"in{suffix}"), tmp_path / f"out{suffix}"

    said = storylode("tag", source, output, "--no-redact", "--checkpoint", untrained_checkpoint)

    rows = read(output)
    assert said.exit_code == 0
    assert [list(row) for row in rows] == [CONTRACT] * len(ROWS)
    assert [row["id"] for row in rows if not row["rejected"]] == ["a-1", "b#2", "d-4", "e-5"]
    assert [row["rejected"] or "" for row in rows] == ["", "", "read: empty text", "", ""]
    assert "rejected 1: read: empty text" in said.err


def test_without_redaction_text_is_unchanged_and_evidence_lies_in_it(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    source, output = write(tmp_path / "in.jsonl"), tmp_path / "out.jsonl"

    storylode("tag", source, output, "--no-redact", "--checkpoint", untrained_checkpoint)

    found = 0
    for (_, text), row in zip(ROWS, read(output), strict=True):
        assert row["text"] == (text or None)
        spans = row["evidence"] or []
        assert isinstance(spans, list)
        for span in spans:
            found += 1
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert text[span["start"] : span["end"]].strip()
    assert found


def test_names_are_gone_unless_asked_for(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    source, output = write(tmp_path / "in.csv"), tmp_path / "out.jsonl"

    said = storylode("tag", source, output, "--checkpoint", untrained_checkpoint, "--json")

    counts = json.loads(said.out)
    assert "Keller" not in output.read_text(encoding="utf-8")
    assert counts["read"] == len(ROWS) == counts["published"] + sum(counts["rejected"].values())


def test_a_folder_of_parquet_gives_a_folder_of_parquet(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    write(tmp_path / "in" / "part-0.parquet", ROWS[:2])
    write(tmp_path / "in" / "part-1.parquet", ROWS[2:])
    options = ("--no-redact", "--checkpoint", untrained_checkpoint)

    said = storylode("tag", tmp_path / "in", tmp_path / "out", *options)

    parts = sorted((tmp_path / "out").iterdir())
    assert said.exit_code == 0
    assert [path.name for path in parts] == ["part-0.parquet", "part-1.parquet"]
    assert [row["id"] for row in read(parts[0])] == ["a-1", "b#2"]
    assert len(read(parts[1])) == len(ROWS) - 2


def test_nothing_taggable_ends_with_1_and_says_which_columns_there_are(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    (tmp_path / "in.csv").write_text("number,stars\n1,5\n2,4\n")

    said = storylode("tag", "in.csv", "out.csv", "--checkpoint", untrained_checkpoint)

    assert said.exit_code == 1
    assert "no column 'text'; its columns are number, stars" in said.err
    assert said.err.splitlines()[-1] == "storylode: nothing could be published"


def test_a_policy_says_what_is_redacted(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    source, output = write(tmp_path / "in.jsonl", ROWS[:1]), tmp_path / "out.jsonl"
    (tmp_path / "staff.yaml").write_text("types: {EMPLOYEE: keep}\n")
    (tmp_path / "wrong.yaml").write_text("types: {PHONE: generalise}\n")
    options = ("--checkpoint", untrained_checkpoint, "--policy")

    kept = storylode("tag", source, output, *options, "staff.yaml")
    wrong = storylode("tag", source, output, *options, "wrong.yaml")
    both = storylode("tag", source, output, *options, "staff.yaml", "--no-redact")

    assert [row["text"] for row in read(output)] == [ROWS[0][1].replace("me  to", "me to")]
    assert [said.exit_code for said in (kept, wrong, both)] == [0, 2, 2]
    assert "wrong.yaml: types: PHONE is 'generalise', but may only be mask or keep" in wrong.err
    assert "--policy" in both.err
