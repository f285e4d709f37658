"""Search all that lies in a folder for canaries: as bytes, and inside what packs or encodes it."""

import base64
import binascii
import gzip
import io
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.parquet as parquet  # type: ignore[import-untyped]
from pdfminer.high_level import extract_text
from pdfminer.psexceptions import PSException

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_NOT_IN_VALUES = re.compile(r"[^a-z0-9]+")
_LEAST_COMPACT = 10
"""A canary without its blanks is searched for too, if it is as long as a phone number."""


@dataclass(slots=True)
class Search:
    """What was looked through, and what was found."""

    needles: Mapping[str, str]
    """Canary, in lower case -> road."""
    hits: set[tuple[str, str]] = field(default_factory=set)
    """Road and place."""
    kinds: Counter[str] = field(default_factory=Counter)
    """Kind of file or of what was unpacked -> how many."""

    def folder(self, root: Path, leave_out: Iterable[Path] = ()) -> None:
        """Look through all files under `root`, and at their names."""
        for path in sorted(root.rglob("*")):
            if any(path.is_relative_to(left) for left in leave_out):
                continue
            self.data(str(path.relative_to(root)).encode(), f"name of {path.suffix}", "file name")
            if path.is_file():
                content = path.read_bytes()
                self.data(content, str(path), path.suffix or path.name)
                for kind, inside in _unpacked(path, content):
                    self.data(inside, f"{path} ({kind})", kind)

    def data(self, content: bytes, place: str, kind: str) -> None:
        """Look through bytes, in any casing, as UTF-8 and as UTF-16."""
        self.kinds[kind] += 1
        content = content.lower()
        for needle, road in self.needles.items():
            if any(form in content for form in _forms(needle)):
                self.hits.add((road, place))


def _forms(needle: str) -> Iterator[bytes]:
    compact = _NOT_IN_VALUES.sub("", needle)
    for form in {needle, compact} if len(compact) >= _LEAST_COMPACT else {needle}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield form.encode(encoding)


def _unpacked(path: Path, content: bytes) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield "zip member", name.encode() + b"\n" + archive.read(name)
    elif content.startswith(b"PAR1") and content.endswith(b"PAR1"):
        table = parquet.read_table(pa.BufferReader(content))
        yield (
            "Parquet rows",
            repr(table.to_pylist()).encode() + repr(table.schema.metadata).encode(),
        )
    elif content.startswith(b"SQLite format 3"):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            yield "SQLite rows", "\n".join(database.iterdump()).encode()
        database.close()
    elif content.startswith(b"\x1f\x8b"):
        yield "gzip", gzip.decompress(content)
    elif content.startswith(b"%PDF"):
        with suppress(PSException):  # a broken one was searched as bytes
            yield "PDF text", extract_text(path).encode()
    for encoded in _BASE64.findall(content):
        try:
            yield "base64", base64.b64decode(encoded[: len(encoded) // 4 * 4])
        except binascii.Error:
            continue
