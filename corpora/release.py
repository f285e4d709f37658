"""Releases: published versions of a tagged dataset, told by the digests of their files.

folder/latest                 the name of the newest release, e.g. `v-0a1b2c3d4e5f`
folder/v-0a1b2c3d4e5f/        never changed once published
    data/train-00000-of-00002.parquet ...  README.md  taxonomy.yaml  manifest.json
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpora.errors import StoreError
from corpora.rows import StoredStory, table_stories
from corpora.taxonomy import load_taxonomy

MANIFEST = "manifest.json"
LATEST = "latest"
BUILDING = ".building-"
"""With the number of the process that builds: the start of what is not published yet."""
_READ_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Release:
    """A published version of a tagged dataset."""

    path: Path
    version: str
    """Name of its folder: `v-` and 12 hex characters of the digest."""
    digest: str
    """SHA-256 over the digests of its files and the versions."""
    rows: int
    is_new: bool
    """False when the very same release was there already."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What the manifest says of a file."""

    sha256: str
    bytes: int
    rows: int | None = None


def release_digest(files: Mapping[str, FileEntry], versions: Mapping[str, str]) -> str:
    """Return the digest that names a release."""
    content = [sorted((n, f.sha256) for n, f in files.items()), sorted(versions.items())]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def describe_file(path: Path, rows: int | None = None) -> FileEntry:
    """Return the digest and the size of a file."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileEntry(digest, path.stat().st_size, rows)


def manifest_text(files: Mapping[str, FileEntry], versions: Mapping[str, str]) -> str:
    """Return what `manifest.json` holds: digests, sizes, rows and versions, and no date."""
    listed = {
        name: {"sha256": entry.sha256, "bytes": entry.bytes}
        | ({} if entry.rows is None else {"rows": entry.rows})
        for name, entry in sorted(files.items())
    }
    content = {
        "digest": release_digest(files, versions),
        "rows": sum(entry.rows or 0 for entry in files.values()),
        "versions": dict(sorted(versions.items())),
        "files": listed,
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def verify_release(path: Path) -> Release:
    """Check every file of a release against its manifest, and the manifest against its name.

    Raises StoreError that names each file that is missing, altered or does not belong.
    """
    files, versions = _read_manifest(path)
    problems = [
        f"{name} is missing" if not (path / name).is_file() else f"{name} was altered"
        for name, entry in files.items()
        if not (path / name).is_file() or describe_file(path / name, entry.rows) != entry
    ]
    found = {p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file()}
    problems += [f"{n} does not belong" for n in sorted(found - set(files) - {MANIFEST})]
    digest = release_digest(files, versions)
    if path.name != release_name(digest):
        problems.append(f"{MANIFEST} belongs to {release_name(digest)}")
    if problems:
        raise StoreError(
            f"release {path}: {'; '.join(problems)}; do not use it: take another release, or "
            "remove this one and emit again"
        )
    rows = sum(entry.rows or 0 for entry in files.values())
    return Release(path, path.name, digest, rows, is_new=False)


def read_release(path: Path) -> Iterator[StoredStory]:
    """Yield the stories of a release in order of id, after checking its files.

    Raises StoreError when it was altered.
    """
    verify_release(path)
    import pyarrow.parquet as parquet  # type: ignore[import-untyped] # it ships no types

    taxonomy = load_taxonomy(path / "taxonomy.yaml")
    for shard in sorted((path / "data").glob("*.parquet")):
        with parquet.ParquetFile(shard) as file:
            for batch in file.iter_batches(batch_size=_READ_ROWS):
                yield from table_stories(batch, taxonomy)


def latest_release(folder: Path) -> Path | None:
    """Return the release that `folder/latest` names; None when nothing was emitted yet."""
    try:
        name = (folder / LATEST).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return folder / name


def point_latest(folder: Path, name: str) -> None:
    """Let `folder/latest` name a release; readers see the old or the new name, never a part."""
    if (folder / LATEST).is_file() and (folder / LATEST).read_text(encoding="utf-8") == f"{name}\n":
        return
    written = folder / f"{BUILDING}{os.getpid()}-{LATEST}"
    with written.open("w", encoding="utf-8") as stream:
        stream.write(f"{name}\n")
        stream.flush()
        os.fsync(stream.fileno())
    written.replace(folder / LATEST)


def release_name(digest: str) -> str:
    return f"v-{digest[:12]}"


def _read_manifest(path: Path) -> tuple[dict[str, FileEntry], dict[str, str]]:
    try:
        content = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        files = {
            str(name): FileEntry(str(e["sha256"]), int(e["bytes"]), e.get("rows"))
            for name, e in content["files"].items()
        }
        versions = {str(name): str(version) for name, version in content["versions"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"release {path}: {MANIFEST} is missing or no manifest ({type(error).__name__}); "
            "expected a folder that `emit_dataset` published"
        ) from error
    return files, versions
