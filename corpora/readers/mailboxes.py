"""Split an mbox file into its messages, one at a time.

The standard library's `mailbox.mbox` splits at every line that begins with `From `, so that a
customer who begins a line with "From the start, ..." is cut in two; here the line must also follow
a blank one and end in a date, as all writers of mbox make it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from corpora.readers.items import Unreadable

MAX_MESSAGE_BYTES = 200 * 2**20
_MAX_LINE = 2**20
_ENVELOPE = re.compile(rb"From .{0,400}\b\d\d?:\d\d(?::\d\d)?\b.{0,40}\b(?:19|20)\d\d\b.{0,40}$")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def split_mailbox(path: Path) -> Iterator[bytes | None]:
    """Yield each message's bytes, with `>From ` unescaped; None for one that is too large.

    Raises Unreadable when the file does not begin with a message.
    """
    message: list[bytes] | None = None
    size = 0
    after_blank = True
    with path.open("rb") as lines:
        while line := lines.readline(_MAX_LINE):
            if after_blank and line.startswith(b"From ") and _ENVELOPE.match(line.rstrip()):
                if message is not None:
                    yield _message(message, size)
                message, size = [], 0
            elif message is None:
                if line.strip():
                    raise Unreadable("not an mbox file: it does not begin with a 'From ' line")
            else:
                size += len(line)
                if size <= MAX_MESSAGE_BYTES:
                    message.append(line)
            after_blank = not line.strip()
    if message is not None:
        yield _message(message, size)


def _message(lines: list[bytes], size: int) -> bytes | None:
    return _ESCAPED.sub(rb"\1", b"".join(lines)) if size <= MAX_MESSAGE_BYTES else None
