"""Emit tagged stories as an immutable release that `datasets.load_dataset(path)` loads."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from corpora.dataset_card import dataset_card
from corpora.errors import StoreError
from corpora.release import (
    BUILDING,
    MANIFEST,
    FileEntry,
    Release,
    describe_file,
    manifest_text,
    point_latest,
    release_digest,
    release_name,
    verify_release,
)
from corpora.shards import Shards
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy


def emit_dataset(
    stories: Iterable[TaggedStory],
    folder: Path,
    *,
    taxonomy: Taxonomy,
    versions: Mapping[str, str],
    rows_per_shard: int = 50_000,
) -> Release:
    """Write `stories` (in order of id) as a release under `folder`, and let `latest` name it.

    The same stories and versions give the same bytes and the same name; if that release is there
    already, nothing is written. Readers never see a part of a release.

    Raises StoreError when ids are out of order or doubled, a story lacks a facet, the release that
    is there was altered, or the disk refuses; `latest` then names what it named before.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        building = Path(tempfile.mkdtemp(dir=folder, prefix=f"{BUILDING}{os.getpid()}-"))
        try:
            building.chmod(0o755)  # mkdtemp's 0700 would hide the release from its readers
            shards = Shards(building, taxonomy, rows_per_shard)
            shards.write(_in_order(stories))
            release = _publish(building, folder, _describe(shards, versions), versions)
        finally:
            shutil.rmtree(building, ignore_errors=True)
        point_latest(folder, release.version)
    except OSError as error:
        raise StoreError(
            f"release under {folder}: cannot be written ({error.strerror or type(error).__name__})"
            "; what was published before is unchanged: make room or give access, then run again"
        ) from error
    return release


def _in_order(stories: Iterable[TaggedStory]) -> Iterator[TaggedStory]:
    before = ""
    for tagged in stories:
        story_id = tagged.story.story_id
        if story_id <= before:
            raise StoreError(
                f"stories to emit: {story_id} follows {before}; expected each id once, ascending"
            )
        before = story_id
        yield tagged


def _describe(shards: Shards, versions: Mapping[str, str]) -> dict[str, FileEntry]:
    """Write what goes beside the shards; return the manifest's entries for all files."""
    folder = shards.folder
    written = yaml.safe_dump(shards.taxonomy.as_json(), sort_keys=False, allow_unicode=True)
    (folder / "taxonomy.yaml").write_text(written, encoding="utf-8")
    card = dataset_card(shards.census, shards.taxonomy, versions)
    (folder / "README.md").write_text(card, encoding="utf-8")
    files = {
        shards.name(number): describe_file(folder / shards.name(number), rows)
        for number, rows in enumerate(shards.rows)
    }
    return files | {n: describe_file(folder / n) for n in ("README.md", "taxonomy.yaml")}


def _publish(
    building: Path, folder: Path, files: dict[str, FileEntry], versions: Mapping[str, str]
) -> Release:
    manifest = building / MANIFEST
    manifest.write_text(manifest_text(files, versions), encoding="utf-8")
    digest = release_digest(files, versions)
    target = folder / release_name(digest)
    if target.exists():
        return verify_release(target)
    for path in (*(building / name for name in files), manifest, building / "data", building):
        _sync(path)
    try:
        building.rename(target)
    except OSError:
        if target.exists():  # another process published the very same release meanwhile
            return verify_release(target)
        raise
    _sync(folder)
    rows = sum(entry.rows or 0 for entry in files.values())
    return Release(target, target.name, digest, rows, is_new=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what processes that died left half built."""
    for left in folder.glob(f"{BUILDING}*"):
        owner = left.name.removeprefix(BUILDING).split("-")[0]
        if not owner.isdecimal() or _is_alive(int(owner)):  # not ours, or at work
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it lives, and belongs to another user
        return True
    return True
