"""Read XLSX: every visible sheet that has a text column."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.archives import Limits, read_archive
from corpora.readers.columnar import batch_rows
from corpora.readers.columns import find_columns, has_text_column, missing_text_column
from corpora.readers.items import Columns, Row, SourceFile, Unreadable
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs

_TITLE_ROWS = 10
"""The header may stand below a title, within the first rows of a sheet."""
_SLICE_ROWS = 1024
_LIMITS = Limits(member=200 * 2**20, total=250 * 2**20)


def read_xlsx(file: SourceFile, columns: Columns) -> Iterator[Record | Rejected]:
    """Yield one item per row that is not wholly blank; formulas count as what they last showed.

    Row numbers are those of the sheet, with the sheet's number before them from the second on.
    Raises Unreadable when no sheet has a column that can be the text.
    """
    import fastexcel  # only needed for this format

    book = fastexcel.read_excel(read_archive(file.path, _LIMITS))
    native_ids = file.native_ids()
    top_cells: list[str] = []
    is_read = False
    for number in range(len(book.sheet_names)):
        # As text and without a header: cells keep what they show, rows the number they have.
        sheet = book.load_sheet(number, header_row=None, skip_rows=0, dtypes="string")
        if sheet.visible != "visible" or not sheet.width:
            continue
        cells = sheet.to_arrow()
        header_at, header = _header(cells, columns)
        if has_text_column(header, columns):
            is_read = True
            place = f"sheet {number + 1} row " if number else ""
            for row in _rows(cells, header_at + 1, header, columns, place):
                yield file.row(row, native_ids)
        top_cells = top_cells or header
    if not is_read:
        raise Unreadable(missing_text_column(top_cells, columns))


def _header(cells: "pa.RecordBatch", columns: Columns) -> tuple[int, list[str]]:
    """Return index and cells of the first row with a text column, else of the first filled one."""
    top = cells.slice(0, _TITLE_ROWS)
    by_column = [column.to_pylist() for column in top.columns]
    rows = [[str(cell or "") for cell in row] for row in zip(*by_column, strict=True)]
    filled = [(at, row) for at, row in enumerate(rows) if any(cell.strip() for cell in row)]
    named = [(at, row) for at, row in filled if has_text_column(row, columns)]
    return (named or filled or [(0, [])])[0]


def _rows(
    cells: "pa.RecordBatch", start: int, header: list[str], columns: Columns, prefix: str
) -> Iterator[Row]:
    found = find_columns(header, columns)
    for at in range(start, cells.num_rows, _SLICE_ROWS):
        part = cells.slice(at, _SLICE_ROWS)
        for index, row in enumerate(batch_rows(part, found, first=at + 1, prefix=prefix)):
            # Without a text it is a blank row, or an answer that was not given.
            if row.text or any(column[index].as_py() for column in part.columns):
                yield row
