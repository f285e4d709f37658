"""A collection as a folder: the story book, the stories as CSV and JSON lines, the manifest.

The folder is made beside its place and put there by renaming: readers see the old one or the new
one. Should the machine stop between the two renames, the old one is `.NAME-old-PID` beside it.
"""

import os
import shutil
from pathlib import Path

from corpora.collection_manifest import manifest_text
from corpora.collection_selection import Selected
from corpora.errors import ConfigError
from corpora.exports.story_book import story_book
from corpora.exports.story_rows import stories_csv, stories_jsonl
from corpora.release import MANIFEST, describe_file

PAGE = "index.html"
TABLE = "stories.csv"
LINES = "stories.jsonl"
_OURS = frozenset({PAGE, TABLE, LINES, MANIFEST})


def write_collection(selected: Selected, folder: Path) -> Path:
    """Write the collection as `folder`, in place of an earlier one; return its page.

    The same selection gives the same bytes. Raises ConfigError when `folder` holds anything that
    is no part of a collection: it would be lost.
    """
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    written = folder.with_name(f".{folder.name}-new-{os.getpid()}")
    if written.exists():  # left by a process that died and had the same id
        shutil.rmtree(written)
    written.mkdir()
    try:
        content = {
            PAGE: story_book(selected),
            TABLE: stories_csv(selected),
            LINES: stories_jsonl(selected),
        }
        for name, data in content.items():
            (written / name).write_bytes(data)
        files = {name: describe_file(written / name) for name in content}
        (written / MANIFEST).write_text(manifest_text(selected, files), encoding="utf-8")
        _replace(folder, written)
    finally:
        shutil.rmtree(written, ignore_errors=True)  # gone already unless something failed
    return folder / PAGE


def _refuse_foreign(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ConfigError(f"{folder}: expected a folder or nothing there; choose another place")
    if not folder.exists():
        return
    if foreign := sorted(path.name for path in folder.iterdir() if path.name not in _OURS):
        raise ConfigError(
            f"{folder}: holds {len(foreign)} files or folders that are no part of a collection "
            f"(first: {foreign[0]}) and would be lost; move them or choose another place"
        )


def _replace(folder: Path, written: Path) -> None:
    if not folder.exists():
        written.rename(folder)
        return
    old = folder.with_name(f".{folder.name}-old-{os.getpid()}")
    folder.rename(old)
    try:
        written.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
