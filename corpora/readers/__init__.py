"""Read any supported file, or a folder of them, as a stream of records and refusals.

Every item of a file is one `Record` or one `Rejected`; a file that cannot be read is one
`Rejected`. Nothing that a file holds raises. What the operating system refuses (no permission, a
failing disk), or a library that is not installed, raises SourceError: trying again may help.

    .jsonl .ndjson       one object per line
    .csv .tsv            a header, then one record per row
    .xlsx .parquet       one record per row
    .txt .md .docx .pdf .html .vtt .srt     the whole file is one record
    .eml .mbox           one record per message: its newest part, without quotes and signature
"""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import SourceError
from corpora.readers.formats import FORMATS
from corpora.readers.items import Columns, SourceFile, Unreadable
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    from corpora.redaction.places import Places

__all__ = ["SUPPORTED_SUFFIXES", "Columns", "list_files", "read_file", "read_source"]

SUPPORTED_SUFFIXES = tuple(sorted(FORMATS))
_DEFAULT_COLUMNS = Columns()
_ABOUT_THE_FOLDER = "README.md"
# Parsers raise OSError for broken content too; these come from the machine, not from the content.
_MACHINE_ERRORS = {
    errno.EACCES,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOENT,
    errno.ENOMEM,
    errno.ENOSPC,
    errno.EPERM,
    errno.ESTALE,
    errno.ETIMEDOUT,
}


def list_files(root: Path) -> list[Path]:
    """Return `root` itself if it is a file, else all files under it, sorted by relative path.

    Hidden files and folders are left out, and so is README.md, which tells of the folder. Links
    are listed but not followed into folders; those that leave `root` are refused when they are
    read. Raises SourceError when there is no `root`.
    """
    if not root.exists():
        raise SourceError(f"{root}: no such file or folder; check the path of the source")
    if not root.is_dir():
        return [root]
    found: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: _refuse(root, error)):
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder) / name for name in files + linked if not name.startswith(".")]
    found = [path for path in found if path.name != _ABOUT_THE_FOLDER]
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def read_source(
    root: Path,
    source: str,
    columns: Columns = _DEFAULT_COLUMNS,
    places: "Places | None" = None,
) -> Iterator[Record | Rejected]:
    """Yield the items of a file, or of all files under a folder, in sorted order; see `read_file`.

    Raises SourceError when `root` is missing or the operating system refuses a file.
    """
    for path in list_files(root):
        yield from read_file(path, source, root, columns, places)


def read_file(
    path: Path,
    source: str,
    root: Path,
    columns: Columns = _DEFAULT_COLUMNS,
    places: "Places | None" = None,
) -> Iterator[Record | Rejected]:
    """Yield the items of one file; `root` is the folder that native ids are relative to.

    With `places`, personal data in the name of the file stands in native ids alone, not in what is
    told of it. Raises SourceError when the operating system refuses the file.
    """
    name = path.name if path == root else path.relative_to(root).as_posix()
    shown = places.file(path, name) if places else name
    file = SourceFile(path, source, name, shown)
    try:
        if reason := _refusal(path, root):
            yield file.rejected(reason)
        else:
            yield from FORMATS[path.suffix.casefold()].read(file, columns)
    except Unreadable as error:
        yield file.rejected(str(error))
    except OSError as error:
        if error.errno in _MACHINE_ERRORS:
            raise SourceError(f"{shown}: cannot be read ({error.strerror})") from error
        yield file.rejected(_broken(path, error))
    except ImportError as error:  # would otherwise count as broken content, file after file
        needed = (
            f"reading {path.suffix} needs a library that is missing ({error.name or 'part of one'})"
        )
        raise SourceError(f"{shown}: {needed}; install the project's dependencies") from error
    except Exception as error:  # the edge: parsers of foreign formats raise whatever they like
        yield file.rejected(_broken(path, error))


def _refusal(path: Path, root: Path) -> str:
    """Say why the file must not be opened; empty when it may be."""
    folder = root if root.is_dir() else root.parent
    if not path.resolve().is_relative_to(folder.resolve()) and path != root:
        return "link that leaves the folder of the source"
    if not path.is_file():  # devices and pipes may never end
        return "not a regular file"
    suffix = path.suffix.casefold()
    if suffix not in FORMATS:
        return f"file type not supported; supported are {' '.join(SUPPORTED_SUFFIXES)}"
    size = path.stat().st_size
    if not size:
        return "empty file"
    if (most := FORMATS[suffix].max_bytes) is not None and size > most:
        return f"file larger than the {most // 2**20} MiB allowed for {suffix}"
    return ""


def _broken(path: Path, error: Exception) -> str:
    return f"not a readable {path.suffix.casefold()} file ({type(error).__name__})"


def _refuse(root: Path, error: OSError) -> None:
    from corpora.redaction.place_words import mask_words  # loads name lists: only when it is told

    folder = Path(error.filename)
    inside = "" if folder == root else mask_words(folder.relative_to(root).as_posix())
    raise SourceError(f"{root / inside}: cannot be listed ({error.strerror})") from error
