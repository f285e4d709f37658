"""Decode bytes to the right text or refuse; never put U+FFFD in place of what cannot be decoded.

A byte order mark decides; then UTF-8, which other encodings hardly ever look like by chance; then
what the file declares; then the encodings of Western office programs, if the letters look natural
(`corpora.readers.western`); then charset-normalizer, if it is sure.
"""

import codecs
import re

from corpora.readers.items import Unreadable
from corpora.readers.western import guess_western

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_SAMPLE = 256 * 1024
_WESTERN_NAMES = {"ascii", "iso8859-1", "cp1252"}
# Pages and mails that declare Latin-1 or ASCII mean cp1252 (WHATWG encoding standard).
_SEVEN_BIT = ("iso2022", "iso-2022", "hz", "utf-7", "utf7")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE = 0.05  # compressed and random bytes have 0.11
_MAX_CONTROLS = 16
_MIN_COHERENCE = 0.5
NOT_DECODED = "encoding not recognised; save the file as UTF-8"
BINARY = "binary file, not text"


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a whole file or mail part.

    Raises Unreadable when it is binary or in no encoding that can be told.
    """
    if (encoding := marked_encoding(data[:_HEAD])) is not None:
        return _strict(data, encoding)
    if looks_binary(data[:_HEAD]) or b"\0" in data:
        raise Unreadable(BINARY)
    stated = _known_codec(declared)
    if stated is not None and stated.startswith(_SEVEN_BIT):
        return _strict(data, stated)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for candidate in (stated, guess_legacy(_non_ascii_lines(data))):
        if candidate is not None:
            try:
                return data.decode(candidate)
            except (UnicodeDecodeError, LookupError):
                continue
    raise Unreadable(NOT_DECODED)


def marked_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte order mark, or the zero bytes of UTF-16, give away."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    even, odd = head[0::2], head[1::2]
    if len(head) < 4 or not even.count(0) + odd.count(0):
        return None
    # English in UTF-16 has a zero in nearly every second byte and none in the others.
    if odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file in no UTF-16 or UTF-32 are no text.

    A few control characters are one spoilt row of a table.
    """
    return len(_CONTROL.findall(head)) > max(_MAX_CONTROLS, _MAX_CONTROL_SHARE * len(head))


def guess_legacy(sample: bytes) -> str | None:
    """Return the encoding of lines that are not UTF-8, or None when it cannot be told."""
    if (western := guess_western(sample)) is not None:
        return western
    from charset_normalizer import from_bytes  # compiled, slow to import, rarely needed

    best = from_bytes(sample[:_SAMPLE]).best()
    if best is None or best.coherence < _MIN_COHERENCE:
        return None
    return best.encoding


def _non_ascii_lines(data: bytes) -> bytes:
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())
    return sample[:_SAMPLE]


def _known_codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    # `_is_text_encoding` is how the standard library tells utf-8 from base64 and the like.
    if not found._is_text_encoding:
        return None
    return "cp1252" if found.name in _WESTERN_NAMES else found.name


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"not valid {encoding}; is the file cut off?") from error
