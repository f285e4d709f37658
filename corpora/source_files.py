"""Which files of a source are new, changed, renamed or done, by their content."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpora.readers import list_files
from corpora.store import Cursor, Store
from corpora.story import Record


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file with how far this version of it was read before."""

    path: Path = field(repr=False)
    root: Path
    name: str = field(repr=False)
    """Path inside the source, with forward slashes."""
    cursor: Cursor

    def native_id(self, record: Record) -> str:
        """Return the record's native id, with the file's lasting key in place of its path."""
        return f"{self.cursor.file_key}{record.native_id.removeprefix(self.name)}"


def plan_files(source: str, root: Path, store: Store) -> Iterator[PlannedFile]:
    """Yield every file of the source in order, each with its cursor.

    A file with the content of one that is gone is that one, renamed: it keeps its cursor and its
    records. Raises SourceError when `root` cannot be read.
    """
    paths = list_files(root)
    names = [_name(path, root) for path in paths]
    path_keys = [store.identity.digest("path", source, name) for name in names]
    cursors = store.cursors(source)
    gone = sorted(set(cursors) - set(path_keys))
    file_keys = {cursor.file_key for cursor in cursors.values()}
    for path, name, path_key in zip(paths, names, path_keys, strict=True):
        digest = _digest(path, store)
        cursor = cursors.get(path_key)
        if cursor is None:
            former = next(
                (key for key in gone if digest and cursors[key].file_digest == digest), ""
            )
            if former:
                gone.remove(former)
                store.rename_cursor(source, former, path_key)
                found = cursors[former]
                cursor = Cursor(
                    path_key, found.file_key, digest, found.records_done, found.is_complete
                )
        if cursor is None:
            # The name may have been that of a file that was renamed and took its key along.
            taken = path_key in file_keys
            key = store.identity.digest("file", source, name, digest) if taken else path_key
            cursor = Cursor(path_key, key, digest)
        if cursor.file_digest != digest or not digest:
            cursor = Cursor(path_key, cursor.file_key, digest)
        file_keys.add(cursor.file_key)
        yield PlannedFile(path, root, name, cursor)


def _name(path: Path, root: Path) -> str:
    return path.name if path == root else path.relative_to(root).as_posix()


def _digest(path: Path, store: Store) -> str:
    try:
        return store.identity.file(path)
    except OSError:
        # The reader will say why it cannot be read; without a digest the file is never done.
        return ""
