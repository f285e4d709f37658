"""Tables in any encoding: the right letters, or the broken row refused."""

from pathlib import Path

import pytest

from corpora.readers import read_source
from corpora.story import Record, Rejected


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def texts(path: Path) -> list[str]:
    return [item.text for item in read_source(path, "survey") if isinstance(item, Record)]


def reasons(path: Path) -> dict[str, str]:
    items = read_source(path, "survey")
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


STORY = "The café\u2019s “naïve” waiter said £5 — née Müller"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "mac_roman"]
)
def test_the_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.csv", f"id,text\n1,{STORY}\n2,plain\n", encoding)

    assert texts(path) == [STORY, "plain"]


def test_lines_may_end_as_on_old_macs(tmp_path: Path) -> None:
    assert texts(write(tmp_path / "a.csv", "id,text\r1,one\r2,two\r")) == ["one", "two"]


def test_a_broken_byte_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\n1,café\n".encode() + b"2,\xff\xfe\n" + b"3,fine\n")

    assert texts(path) == ["café", "fine"]
    assert reasons(path) == {"a.csv:3": "bytes that are no text in the file's encoding"}


def test_a_broken_row_does_not_decide_the_encoding_of_ascii_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,text\n1,good\n2,\xc3\x28\xfe\n3,fine\n")

    assert texts(path) == ["good", "fine"]
    assert list(reasons(path)) == ["a.csv:3"]


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(bytes(range(256)) * 20)

    assert reasons(tmp_path / "a.csv") == {"a.csv": "binary file, not text"}


def test_json_lines_in_utf_16_are_read_and_cut_off_ones_refused(tmp_path: Path) -> None:
    data = '{"text": "naïve — “fine”"}\n{"text": "more"}\n'.encode("utf-16")
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "b.jsonl").write_bytes(data[:-1])

    assert texts(tmp_path / "a.jsonl") == ["naïve — “fine”", "more"]
    assert list(reasons(tmp_path / "b.jsonl").values()) == [
        "not valid utf-16; is the file cut off?"
    ]
