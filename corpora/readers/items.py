"""What all readers share: the file being read, its columns, and how items are made and refused."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.readers.dates import parse_created_at
from corpora.story import Record, Rejected

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns (or of a JSON line's keys); case does not count."""

    text: str = "text"
    """If no column has this name, the usual names of `corpora.readers.columns` are tried."""
    id: str = "id"
    """Rows without an id are named by a digest of their text."""
    created_at: str = "created_at"
    """ISO 8601; naive times and dates are taken as UTC; anything else counts as not given."""


class Unreadable(Exception):
    """Say why a file or an item cannot be read; the message never holds its text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a table as found, before any check."""

    place: str
    """Line, row or item number."""
    text: object
    id: object = None
    created_at: object = None


@dataclass(slots=True)
class NativeIds:
    """Hand out the native ids of one file; the same content in the same order gets the same ids.

    An id that comes again (a customer number used as id, say) is told apart by a count, so that
    the later row does not replace the stories of the earlier one.
    """

    file_name: str
    _given: Counter[str]

    def take(self, row_id: str, text: str) -> str:
        """Return the native id of the next item; `row_id` is empty where it has none."""
        if not row_id:
            row_id = hashlib.sha256(text.encode()).hexdigest()[:16]
            self._given[row_id] += 1
            return f"{self.file_name}#{row_id}-{self._given[row_id]}"
        wanted = row_id
        while self._given[wanted]:
            self._given[row_id] += 1
            wanted = f"{row_id}-{self._given[row_id]}"
        self._given[wanted] += 1
        return f"{self.file_name}#{wanted}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a source, with its name inside the source."""

    path: Path
    source: str
    name: str
    """Path relative to the root of the source, with forward slashes."""
    shown: str
    """The same for people to read, without personal data."""

    def native_ids(self) -> NativeIds:
        """Start the native ids of this file."""
        return NativeIds(self.name, Counter())

    def rejected(self, reason: str, place: str = "") -> Rejected:
        """Refuse the whole file, or the item at `place`."""
        where = f"{self.shown}:{place}" if place else self.shown
        return Rejected(source=self.source, where=where, stage="read", reason=reason)

    def one_record(self, text: str) -> Iterator[Record | Rejected]:
        """Yield the file as one record named by its path."""
        if reason := text_fault(text):
            yield self.rejected(reason)
        else:
            yield Record(self.source, self.name, text, where=self.shown)

    def row(self, row: Row, native_ids: NativeIds) -> Record | Rejected:
        """Turn one row into a record, or say why not."""
        if reason := text_fault(row.text):
            return self.rejected(reason, row.place)
        text = str(row.text)
        return Record(
            source=self.source,
            native_id=native_ids.take(_id_text(row.id), text),
            text=text,
            where=f"{self.shown}:{row.place}",
            created_at=parse_created_at(row.created_at),
        )


def text_fault(text: object) -> str:
    """Say what keeps `text` from being a record's text; empty when nothing does."""
    if text is None:
        return "empty text"
    if not isinstance(text, str):
        return "text is not a string"
    if not text.strip():
        return "empty text"
    if "\0" in text:
        return "NUL character in the text"
    if LONE_SURROGATE.search(text):
        return "bytes that are no text in the file's encoding"
    return ""


def _id_text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # tables with gaps hold whole numbers as floats
    if not isinstance(value, str | int | float) or value != value:
        return ""
    text = " ".join(str(value).split())
    return "" if "\0" in text or LONE_SURROGATE.search(text) else text
