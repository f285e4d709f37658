"""CSV and TSV: delimiters, quotes, encodings, and rows that do not fit."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpora.readers import Columns, read_source
from corpora.story import Record, Rejected


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def texts(path: Path) -> list[str]:
    return [item.text for item in read_source(path, "survey") if isinstance(item, Record)]


def reasons(path: Path) -> dict[str, str]:
    items = read_source(path, "survey")
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


def test_a_row_becomes_a_record_with_its_id_time_and_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "survey.csv",
        'ID,Created_At,Text\r\n1,2026-03-01,"He said ""no"",\r\nand left."\r\n2,soon,Fine.\r\n',
    )

    assert list(read_source(path, "survey")) == [
        Record(
            source="survey",
            native_id="survey.csv#1",
            text='He said "no",\r\nand left.',
            where="survey.csv:2",
            created_at=datetime(2026, 3, 1, tzinfo=UTC),
        ),
        Record("survey", "survey.csv#2", "Fine.", where="survey.csv:4"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_header(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "text"], ["1", "slow; very, very slow|\tand rude"], ["2", "good"]]
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]

    path = write(tmp_path / "a.csv", "\n".join(lines))

    assert texts(path) == ["slow; very, very slow|\tand rude", "good"]


def test_a_single_column_may_hold_commas_without_quotes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "comment\nWell, they tried; really.\nOk, fine.\n")

    assert texts(path) == ["Well, they tried; really.", "Ok, fine."]


def test_the_hint_of_excel_names_the_delimiter(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "sep=;\nid;text\n1;a, b\n")

    assert texts(path) == ["a, b"]
    assert [item.where for item in read_source(path, "s")] == ["a.csv:3"]


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,"broken\n2,two\n3,three\n')

    assert texts(path) == ["two", "three"]
    assert reasons(path) == {"a.csv:2": "stray quotation mark in the row"}


def test_a_row_of_another_width_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,text,stars\n1,good, but slow,5\n2,cut\n3,fine,4,,\n")

    assert texts(path) == ["fine"]
    assert reasons(path) == {
        "a.csv:2": "row does not have as many cells as the header",
        "a.csv:3": "row does not have as many cells as the header",
    }


def test_a_row_without_a_text_is_refused_and_a_blank_row_is_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,text\n1,\n,\n\n2,\0\n3,ok\n")

    assert texts(path) == ["ok"]
    assert reasons(path) == {"a.csv:2": "empty text", "a.csv:5": "NUL character in the text"}


def test_a_missing_text_column_is_told_with_the_columns_there_are(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "nr,Stars given\n1,5\n")

    assert reasons(path) == {
        "a.csv": "no column 'text'; its columns are nr, Stars given; "
        "set text_column to the one with the text"
    }


def test_a_first_row_of_customer_text_is_not_listed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "1,I am Zelda and my card is 4111\n")

    assert "Zelda" not in reasons(path)["a.csv"]


def test_a_cell_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,text\n1," + "word " * 2_000_000 + "\n2,b\n")

    assert [len(text) for text in texts(path)] == [10_000_000, 1]


def test_a_hundred_thousand_columns_are_read(tmp_path: Path) -> None:
    names = ",".join(f"c{n}" for n in range(100_000))
    path = write(tmp_path / "a.csv", f"text,{names}\ngood,{',' * 99_999}\n")

    assert texts(path) == ["good"]


def test_columns_are_configured_by_name(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "case,when,note,text\n9,2026-01-02,mine,agent\n")

    (item,) = read_source(path, "s", Columns(text="note", id="case", created_at="when"))

    assert isinstance(item, Record)
    assert (item.native_id, item.text) == ("a.csv#9", "mine")
    assert item.created_at == datetime(2026, 1, 2, tzinfo=UTC)
