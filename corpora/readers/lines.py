"""Read the lines of a file of any size, each decoded by itself, so that one bad line is one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from corpora.readers.encodings import BINARY, guess_legacy, looks_binary, marked_encoding
from corpora.readers.items import Unreadable
from corpora.readers.western import WESTERN_ENCODINGS, looks_natural

MAX_LINE_CHARACTERS = 32 * 1024 * 1024
_SAMPLE_BYTES = 256 * 1024
_TOO_LONG = f"line longer than {MAX_LINE_CHARACTERS} characters"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read, with its end."""

    number: int
    text: str | None = field(repr=False)
    """None where the line is too long. Bytes that cannot be decoded are lone surrogates, so that
    the cell they are in, and no other, is refused."""
    fault: str = ""
    """Why there is no text."""


def read_lines(path: Path, legacy: str | None = None) -> Iterator[Line]:
    """Yield every line with its number, from 1; lines that are not UTF-8 are read as `legacy`.

    Raises Unreadable for binary files and cut-off UTF-16.
    """
    with path.open("rb") as handle:
        head = handle.read(4096)
    marked = marked_encoding(head)
    if marked is not None and marked != "utf-8-sig":
        yield from _wide_lines(path, marked)
        return
    if looks_binary(head):
        raise Unreadable(BINARY)
    for number, line in _raw_lines(path):
        if line is None:
            yield Line(number, None, _TOO_LONG)
            continue
        text = _decoded(line.encode("latin-1"), legacy)
        yield Line(number, text.removeprefix("\ufeff") if number == 1 else text)


def legacy_encoding(path: Path) -> str | None:
    """Tell the encoding of the lines that are not UTF-8.

    None when there are none, when most lines beyond ASCII are UTF-8 (then the others are broken),
    or when no encoding fits them.
    """
    sample = bytearray()
    valid = invalid = 0
    for _, line in _raw_lines(path):
        if line is None or line.isascii():
            continue
        data = line.encode("latin-1")
        if _is_utf8(data):
            valid += 1
            continue
        invalid += 1
        if len(sample) < _SAMPLE_BYTES:
            sample += data
    if not invalid or valid >= invalid:
        return None
    return guess_legacy(bytes(sample))


def _wide_lines(path: Path, encoding: str) -> Iterator[Line]:
    try:
        with path.open(encoding=encoding, newline="") as handle:
            for number, text in _bounded(handle):
                yield Line(number, text, _TOO_LONG if text is None else "")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not valid {encoding}; is the file cut off?") from error


def _raw_lines(path: Path) -> Iterator[tuple[int, str | None]]:
    # Latin-1 maps every byte to one character and back: the lines stay bytes, but are split at
    # \r, \n and \r\n alike.
    with path.open(encoding="latin-1", newline="") as handle:
        yield from _bounded(handle)


def _bounded(handle: TextIO) -> Iterator[tuple[int, str | None]]:
    number = 0
    while line := handle.readline(MAX_LINE_CHARACTERS):
        number += 1
        too_long = False
        while len(line) == MAX_LINE_CHARACTERS and not line.endswith(("\n", "\r")):
            too_long = True
            line = handle.readline(MAX_LINE_CHARACTERS)
        yield number, None if too_long else line


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, legacy: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if legacy is not None:
        text = data.decode(legacy, "surrogateescape")
        # A broken line among sound Western ones decodes as well, but to nonsense.
        if legacy not in WESTERN_ENCODINGS or looks_natural(text):
            return text
    return data.decode("utf-8", "surrogateescape")
