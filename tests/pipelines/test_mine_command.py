"""`storylode mine`: the passages of any file, with their places; bad files cost only themselves."""

import json
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
import pytest

from corpora.cleaning import clean
from tests.conftest import Storylode

LETTER = (
    "Dear team,\r\n\r\nlast Tuesday I came to your desk with a broken phone. The young man there "
    "looked at it, sat down beside me, and copied every picture of my late husband himself. "
    "It took him an hour after closing.\r\n\r\nA month before, your hotline had promised to call "
    "me back. Nobody did, and when I rang again they said the system does not allow it.\r\n"
)


def test_offsets_are_those_of_the_cleaned_text(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    (tmp_path / "letter.txt").write_bytes(LETTER.encode())

    said = storylode(
        "mine", "letter.txt", "out.jsonl", "--no-redact", "--checkpoint", untrained_checkpoint
    )

    cleaned = clean(LETTER).text
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert said.exit_code == 0
    assert rows
    for number, row in enumerate(rows, start=1):
        assert row["text"] == cleaned[row["start"] : row["end"]]
        assert (row["id"], row["record_id"]) == (f"letter.txt:{number}", "letter.txt")


def test_broken_files_are_told_and_the_rest_of_the_folder_is_published(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "good.txt").write_text(LETTER)
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "half.docx").write_bytes(b"PK\x03\x04 the rest never came")
    (folder / "no-text.csv").write_text("number,stars\n1,5\n")
    parquet.write_table(pa.table({"text": [LETTER] * 50}), folder / "half.parquet")
    (folder / "half.parquet").write_bytes((folder / "half.parquet").read_bytes()[:-40])

    said = storylode("mine", folder, "out.csv", "--checkpoint", untrained_checkpoint, "--json")

    counts = json.loads(said.out)
    told = [line for line in said.err.splitlines() if line.startswith("rejected ")]
    assert said.exit_code == 0
    assert (counts["read"], counts["published"]) == (6, 1)
    for name in ("empty.txt", "binary.txt", "half.docx", "no-text.csv", "half.parquet"):
        assert [line for line in told if line.startswith(f"rejected {name}: read: ")], name


@pytest.mark.parametrize(
    ("name", "told"),
    [("empty.txt", "nothing could be published"), ("README.md", "there was nothing to read")],
)
def test_nothing_to_publish_ends_with_1(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path, name: str, told: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text("")

    said = storylode("mine", "in", "out.jsonl", "--checkpoint", untrained_checkpoint)

    assert said.exit_code == 1
    assert told in said.err.splitlines()[-1]
