"""Plain text and Markdown: one record per file, or one refusal."""

from pathlib import Path

from corpora.readers import read_source
from corpora.story import Record, Rejected


def text_of(path: Path) -> str:
    (item,) = read_source(path, "interviews")
    assert isinstance(item, Record), item
    assert item.native_id == item.where == path.name
    return item.text


def refusal_of(path: Path) -> str:
    (item,) = read_source(path, "interviews")
    assert isinstance(item, Rejected), item
    assert item.where == path.name
    return item.reason


def test_a_text_file_is_one_record(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Day one.\r\n\r\nDay two — fine.\r\n".encode("cp1252"))

    assert text_of(path) == "Day one.\n\nDay two — fine.\n"


def test_a_binary_file_called_txt_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    assert refusal_of(path) == "binary file, not text"


def test_text_in_no_encoding_that_can_be_told_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"an odd \xfe\xc3\x81 thing")

    assert refusal_of(path) == "encoding not recognised; save the file as UTF-8"


def test_a_blank_text_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\n")

    assert refusal_of(tmp_path / "a.txt") == "empty text"


def test_a_million_lines_are_one_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word\n" * 1_000_000)

    assert len(text_of(tmp_path / "a.txt")) == 5_000_000


def test_markdown_loses_its_markup_and_keeps_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: x\n---\n# The *late* parcel\n\nThey said **no** to [us](https://a.example),\n"
        "twice.\n\n- first `A&B`\n- second\n\n> Sorry, they said &amp; left.\n\n<div>html</div>\n"
        "\n| who | what |\n|---|---|\n| Ann | cried |\n"
    )

    assert text_of(path) == (
        "The late parcel\n\nThey said no to us,\ntwice.\n\n- first A&B\n\n- second\n\n"
        "Sorry, they said & left.\n\nwho\n\nwhat\n\nAnn\n\ncried"
    )
