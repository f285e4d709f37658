"""Split lines into the rows of a CSV file, getting back on track after a stray quotation mark."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpora.readers.lines import MAX_LINE_CHARACTERS, Line

MAX_ROW_LINES = 2000
"""A quoted cell longer than this is taken for a quotation mark that nobody closed."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row, with the number of the line it begins in."""

    number: int
    cells: list[str] = field(repr=False)
    fault: str = ""
    """Why it cannot be read; then there are no cells."""


class _BrokenRowError(Exception):
    """The row goes on for too long."""


class _Lines:
    """Lines that can be taken back to the second one of a row that turned out broken."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._ahead: deque[Line] = deque()
        self._taken: list[Line] = []
        self._characters = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self._taken.append(line)
        self._characters += len(line.text or "")
        if line.text is None:
            raise _BrokenRowError(line.fault)
        if len(self._taken) > MAX_ROW_LINES or self._characters > MAX_LINE_CHARACTERS:
            raise _BrokenRowError("quotation mark that is never closed")
        return line.text

    def start_row(self) -> int | None:
        """Forget the last row; return the number of the next line, None at the end."""
        self._taken.clear()
        self._characters = 0
        if not self._ahead:
            line = next(self._lines, None)
            if line is None:
                return None
            self._ahead.append(line)
        return self._ahead[0].number

    def take_back(self) -> None:
        """Give back all lines of the row but its first."""
        self._ahead.extendleft(reversed(self._taken[1:]))


def csv_rows(lines: Iterator[Line], delimiter: str) -> Iterator[CsvRow]:
    """Yield every row that is not blank, and one faulty row for each that cannot be read."""
    source = _Lines(lines)
    while (number := source.start_row()) is not None:
        try:
            cells = next(csv.reader(source, delimiter=delimiter, strict=True), [])
        except _BrokenRowError as error:
            source.take_back()
            yield CsvRow(number, [], str(error))
        except csv.Error:
            source.take_back()
            yield CsvRow(number, [], "stray quotation mark in the row")
        else:
            if any(cell.strip() for cell in cells):
                yield CsvRow(number, cells)
