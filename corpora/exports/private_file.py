"""Write a file that its owner alone may read: for what holds the texts of customers."""

import os
from pathlib import Path

from corpora.errors import SourceError


def write_private(path: Path, content: bytes) -> None:
    """Write `content` to `path` with mode 0600, in place of an older file; whole or not at all.

    Raises SourceError when the place refuses.
    """
    building = path.with_name(f".{path.name}.{os.getpid()}.building")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Made private, not made so later: never readable by others, not even after a crash.
            descriptor = os.open(building, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            building.replace(path)
        finally:
            building.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror})") from error
