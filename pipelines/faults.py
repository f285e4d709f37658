"""What an error may say when it leaves our code: kind and place, never words of a customer."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpora.errors import StorylodeError

_ROOT = Path(__file__).resolve().parents[1]
_OURS = tuple(str(_ROOT / folder) for folder in ("corpora", "models", "pipelines"))


class FaultError(StorylodeError):
    """The program itself went wrong; the message names the kind of error and the line."""


class MachineError(StorylodeError):
    """Disk, memory or network refused; another try may help."""


@contextmanager
def without_text() -> Iterator[None]:
    """Let no error out whose message, or whose cause's message, may quote a customer or a secret.

    Prefect keeps messages and tracebacks of failed runs. Ours are made for that; those of libraries
    quote the value that they choke on. Raises MachineError in place of what the operating system
    refused, FaultError in place of whatever else is not ours.
    """
    try:
        yield
    except StorylodeError as error:
        raise error from None  # its cause is a library's error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        reason = error.strerror or type(error).__name__
        raise MachineError(f"{place}{reason}; give access or make room, then run again") from None
    except Exception as error:
        raise FaultError(describe_fault(error)) from None


def describe_fault(error: BaseException) -> str:
    """Name an error's kind and the line of our code that it came through, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename.startswith(_OURS)]
    place = ""
    if own:
        file = Path(own[-1].filename).relative_to(_ROOT).as_posix()
        place = f" at {file}:{own[-1].lineno}"
    return f"{type(error).__name__}{place}; this is a fault of the program: please report it"
