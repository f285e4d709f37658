"""XLSX, sound and damaged."""

from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from corpora.readers import read_source
from corpora.story import Record, Rejected


def records(path: Path) -> list[Record]:
    return [item for item in read_source(path, "s") if isinstance(item, Record)]


def reasons(path: Path) -> dict[str, str]:
    items = read_source(path, "s")
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


def save_xlsx(path: Path, *sheets: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def test_an_xlsx_row_becomes_a_record_with_the_number_it_has_in_the_sheet(tmp_path: Path) -> None:
    path = save_xlsx(
        tmp_path / "a.xlsx",
        [
            ["ID", "Text", "created_at"],
            [17, "Two\nlines, “quoted”.", datetime(2026, 3, 1, 9, 30)],  # noqa: DTZ001 - as in Excel
            [],
            [18, None, None],
            [19, "Fine.", "soon"],
        ],
    )

    assert records(path) == [
        Record(
            source="s",
            native_id="a.xlsx#17",
            text="Two\nlines, “quoted”.",
            where="a.xlsx:2",
            created_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
        ),
        Record("s", "a.xlsx#19", "Fine.", where="a.xlsx:5"),
    ]
    assert reasons(path) == {"a.xlsx:4": "empty text"}


def test_every_sheet_with_a_text_column_is_read_and_titles_are_passed_over(tmp_path: Path) -> None:
    path = save_xlsx(
        tmp_path / "a.xlsx",
        [["Report of March"], [], ["id", "comment"], [1, "one"]],
        [["region", "sum"], ["north", 5]],
        [["text"], ["two"]],
    )

    assert [(item.where, item.text) for item in records(path)] == [
        ("a.xlsx:4", "one"),
        ("a.xlsx:sheet 3 row 2", "two"),
    ]


def test_an_xlsx_without_a_text_column_is_refused_once(tmp_path: Path) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [["region", "sum"], ["north", 5]])

    assert reasons(path) == {
        "a.xlsx": "no column 'text'; its columns are region, sum; "
        "set text_column to the one with the text"
    }


def test_a_truncated_xlsx_is_refused(tmp_path: Path) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [["text"], ["one"]])
    path.write_bytes(path.read_bytes()[:2000])

    assert reasons(path) == {"a.xlsx": "archive is damaged or cut off"}


def test_an_old_or_protected_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))

    assert reasons(tmp_path / "a.xlsx") == {
        "a.xlsx": "password-protected, or an old binary Office file; save it unprotected"
    }
