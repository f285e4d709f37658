"""Output files: whole or absent, and the same rows in every format."""

import csv
import json
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow ships no types
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import pytest

from corpora.errors import SourceError
from corpora.outputs import open_output

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("text", pa.string()),
        ("excuses", pa.list_(pa.string())),
        ("scores", pa.struct([("wow", pa.float64())])),
        ("needs_review", pa.bool_()),
    ]
)
ROWS: list[dict[str, object]] = [
    {
        "id": "a",
        "text": 'late, "very"\nlate 😀 \u2028',
        "excuses": ["policy", "tools"],
        "scores": {"wow": 0.25},
        "needs_review": True,
    },
    {"id": "b", "text": "", "excuses": [], "scores": {"wow": 1.0}, "needs_review": False},
    {"id": "c", "text": None, "excuses": None, "scores": None, "needs_review": None},
]


def _write(path: Path, rows: list[dict[str, object]] = ROWS) -> Path:
    with open_output(path, SCHEMA) as write:
        write(rows[:1])
        write([])
        write(rows[1:])
    return path


def test_jsonl_holds_the_rows(tmp_path: Path) -> None:
    lines = _write(tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")

    assert [json.loads(line) for line in lines[:-1]] == ROWS
    assert lines[-1] == ""


def test_parquet_holds_the_rows_with_the_types_of_the_schema(tmp_path: Path) -> None:
    read = parquet.read_table(_write(tmp_path / "out.parquet"))

    assert read.schema == SCHEMA
    assert read.to_pylist() == ROWS


def test_csv_holds_the_rows_with_lists_as_json(tmp_path: Path) -> None:
    with _write(tmp_path / "out.CSV").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))

    assert [row["text"] for row in read] == [ROWS[0]["text"], "", ""]
    assert [row["excuses"] for row in read] == ['["policy", "tools"]', "[]", ""]
    assert json.loads(read[0]["scores"]) == {"wow": 0.25}
    assert [row["needs_review"] for row in read] == ["True", "False", ""]


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_no_rows_make_a_file_that_can_be_read(tmp_path: Path, suffix: str) -> None:
    path = _write(tmp_path / f"out.{suffix}", [])

    if suffix == "parquet":
        assert parquet.read_table(path).schema == SCHEMA
    else:
        text = path.read_text(encoding="utf-8").strip()
        assert text == ("" if suffix == "jsonl" else "id,text,excuses,scores,needs_review")


@pytest.mark.parametrize("live", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_in_a_csv_cell_is_inert(tmp_path: Path, live: str) -> None:
    path = _write(tmp_path / "out.csv", [{"id": live, "text": live}])

    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["id"], row["text"]) == (f"'{live}", f"'{live}")


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_half_a_character_does_not_stop_the_file(tmp_path: Path, suffix: str) -> None:
    path = _write(tmp_path / f"out.{suffix}", [{"id": "a", "text": "late \ud800"}, *ROWS])

    lines = path.read_text(encoding="utf-8").split("\n")
    if suffix == "jsonl":
        assert json.loads(lines[0])["text"] == "late \ud800"
    else:
        assert lines[1].startswith("a,late ?")


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_an_exception_leaves_the_older_file_and_nothing_beside_it(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out.{suffix}"
    path.write_bytes(b"older")

    def fail() -> None:
        with open_output(path, SCHEMA) as write:
            write(ROWS)
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_not_there_before_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "out.jsonl"

    with open_output(path, SCHEMA) as write:
        write(ROWS)
        assert not path.exists()

    assert path.exists()


def test_another_suffix_is_refused_with_the_choices(tmp_path: Path) -> None:
    expected = r"cannot write '\.xml'; expected one of \.csv \.jsonl \.parquet"
    with (
        pytest.raises(SourceError, match=expected),
        open_output(tmp_path / "out.xml", SCHEMA),
    ):
        pass


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with (
        pytest.raises(SourceError, match="cannot be written"),
        open_output(tmp_path / "file" / "out.csv", SCHEMA),
    ):
        pass
