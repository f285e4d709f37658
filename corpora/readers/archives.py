"""Open the zip archives that office files are, refusing those that would fill the memory."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from corpora.readers.items import Unreadable

_MAX_MEMBERS = 10_000
_MAX_RATIO = 100
"""Office XML shrinks 5 to 30 times; a bomb of zeros about 1,000 times."""
_RATIO_MATTERS = 8 * 2**20
"""Small members may shrink as much as they like."""
_CHUNK = 2**20
_LOCAL_HEADER = 30
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
DAMAGED = "archive is damaged or cut off"
BOMB = "archive would unpack to far more than it should"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold, in bytes after unpacking."""

    member: int
    total: int


def read_archive(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a zip archive whose unpacked size is known to be harmless.

    Raises Unreadable when it is no sound archive, is encrypted, or is a bomb. The sizes that it
    declares are checked first; then everything is unpacked once, piece by piece and kept nowhere,
    because a declared size can lie and the parsers believe it.
    """
    data = path.read_bytes()
    if data.startswith(_OLE):
        raise Unreadable("password-protected, or an old binary Office file; save it unprotected")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable(DAMAGED) from error
    _check_declared(members, limits)
    for member in members:
        _check_real(data, member)
    return data


def _check_declared(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > _MAX_MEMBERS or sum(each.file_size for each in members) > limits.total:
        raise Unreadable(BOMB)
    for member in members:
        size = member.file_size
        if size > limits.member:
            raise Unreadable(BOMB)
        if size > _RATIO_MATTERS and size > _MAX_RATIO * member.compress_size:
            raise Unreadable(BOMB)
        if member.flag_bits & 1:
            raise Unreadable("password-protected; save it unprotected")


def _check_real(data: bytes, member: zipfile.ZipInfo) -> None:
    """Unpack a member to see that it has the declared size and checksum."""
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise Unreadable(DAMAGED)
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    start = member.header_offset + _LOCAL_HEADER + names
    packed = memoryview(data)[start : start + member.compress_size]
    if len(packed) != member.compress_size:
        raise Unreadable(DAMAGED)
    if member.compress_type == zipfile.ZIP_STORED:
        size, checksum = len(packed), zlib.crc32(packed)
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        size, checksum = _inflated(packed, member.file_size)
    else:
        raise Unreadable("archive packed in a way that office programs do not use")
    if size > member.file_size:
        raise Unreadable(BOMB)
    if size < member.file_size or checksum != member.CRC:
        raise Unreadable(DAMAGED)


def _inflated(packed: memoryview, declared: int) -> tuple[int, int]:
    """Return size and checksum, giving up as soon as the size exceeds what was declared."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size = checksum = 0
    try:
        for offset in range(0, len(packed), _CHUNK):
            rest: bytes | memoryview = packed[offset : offset + _CHUNK]
            while len(rest) and size <= declared and not inflater.eof:
                piece = inflater.decompress(rest, _CHUNK)
                size += len(piece)
                checksum = zlib.crc32(piece, checksum)
                rest = inflater.unconsumed_tail
    except zlib.error as error:
        raise Unreadable(DAMAGED) from error
    return size, checksum
