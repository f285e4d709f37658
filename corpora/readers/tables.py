"""Read CSV and TSV: the delimiter is told from the header; a row that does not fit is rejected.

The standard library's reader is used row by row instead of a faster one over the whole file,
because one stray quotation mark must cost one row, not the file.
"""

import csv
from collections.abc import Iterator
from itertools import islice

from corpora.readers.columns import FoundColumns, find_columns, has_text_column
from corpora.readers.csv_rows import csv_rows
from corpora.readers.items import Columns, Row, SourceFile
from corpora.readers.lines import MAX_LINE_CHARACTERS, legacy_encoding, read_lines
from corpora.story import Record, Rejected

_DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITER = "\x1f"  # for a table of one column, whose texts may hold any mark unquoted
_SNIFFED_LINES = 50
_ONE_COLUMN = (False, 0, 1)
_OTHER_WIDTH = "row does not have as many cells as the header"


def read_csv(file: SourceFile, columns: Columns) -> Iterator[Record | Rejected]:
    """Yield one item per row after the header; rows that are wholly blank are none.

    Raises Unreadable when the header has no column that can be the text.
    """
    legacy = legacy_encoding(file.path)
    # The limit is global to the process; the default, 131,072, refuses long interviews.
    csv.field_size_limit(MAX_LINE_CHARACTERS)
    head = [line.text or "" for line in islice(read_lines(file.path, legacy), _SNIFFED_LINES)]
    delimiter, skipped = _sniffed(file, head, columns)
    rows = csv_rows(islice(read_lines(file.path, legacy), skipped, None), delimiter)
    native_ids = file.native_ids()
    found: FoundColumns | None = None
    width = 0
    for row in rows:
        place = str(row.number)
        if row.fault:
            yield file.rejected(row.fault, place)
        elif found is None:
            width = len(row.cells)
            found = find_columns(row.cells, columns)
        # A row of another width has an unquoted delimiter or line break in it, or is the rest of
        # a broken one: its cells stand in the wrong columns. Blank cells at the end do no harm.
        elif len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
            yield file.rejected(_OTHER_WIDTH, place)
        else:
            yield file.row(_picked(row.cells, found, place), native_ids)


def _picked(cells: list[str], found: FoundColumns, place: str) -> Row:
    return Row(
        place=place,
        text=cells[found.text],
        id=None if found.id is None else cells[found.id],
        created_at=None if found.created_at is None else cells[found.created_at],
    )


def _sniffed(file: SourceFile, lines: list[str], columns: Columns) -> tuple[str, int]:
    """Return the delimiter and the number of lines to skip before the header."""
    first = lines[0].strip().casefold() if lines else ""
    if first.startswith("sep=") and len(first) == len("sep=,"):  # a hint that Excel writes
        return first[-1], 1
    if file.path.suffix.casefold() == ".tsv":
        return "\t", 0
    fitness = {each: _fitness(lines, each, columns) for each in _DELIMITERS}
    best = max(_DELIMITERS, key=fitness.__getitem__)
    return (best if fitness[best] > _ONE_COLUMN else _NO_DELIMITER), 0


def _fitness(lines: list[str], delimiter: str, columns: Columns) -> tuple[bool, int, int]:
    """Whether the header has the text column; rows as wide as the header; its width."""
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:  # a cell longer than the limit
        return _ONE_COLUMN
    if not rows or len(rows[0]) == 1:
        return _ONE_COLUMN
    header = rows[0]
    return (
        has_text_column(header, columns),
        sum(len(row) == len(header) for row in rows),
        len(header),
    )
