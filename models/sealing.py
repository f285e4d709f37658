"""Folders that are whole or not at all: a manifest with the digest of every file, written last."""

import hashlib
import json
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpora.errors import CheckpointError

FORMAT = 1


def seal(folder: Path, parts: Collection[str]) -> dict[str, str]:
    """Write the manifest of a finished folder; return the SHA-256 of each part."""
    digests = {part: sha256_of(folder / part) for part in parts}
    write_json(folder / "manifest.json", {"format": FORMAT, "sha256": digests})
    return digests


def verify(folder: Path, parts: Collection[str]) -> dict[str, str]:
    """Check every file against the manifest and return the digests.

    Raises CheckpointError that names the first file that is missing or altered.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        digests = {str(part): str(digest) for part, digest in manifest["sha256"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(
            f"{folder}: no checkpoint here (manifest.json is not readable)"
        ) from error
    if manifest.get("format") != FORMAT or set(digests) != set(parts):
        raise CheckpointError(
            f"{folder}: format {manifest.get('format')}; this version reads {FORMAT}"
        )
    for part, digest in digests.items():
        if not (folder / part).is_file():
            raise CheckpointError(f"{folder}: {part} is missing; restore the folder or roll back")
        if sha256_of(folder / part) != digest:
            raise CheckpointError(
                f"{folder}: {part} is not the file that the manifest names; it was altered or half "
                "copied; restore the folder or roll back"
            )
    return digests


def version_of(name: str, digests: dict[str, str], parts: Collection[str]) -> str:
    """Return `name-digest` over the parts that decide what a model says."""
    whole = hashlib.sha256("".join(digests[part] for part in parts).encode())
    return f"{name}-{whole.hexdigest()[:12]}"


@contextmanager
def rebuilding(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; once that is done, it takes the place of `folder`.

    Where it fails, an older folder stays as it is.
    """
    building = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    yield building
    replace_folder(building, folder)


def replace_folder(building: Path, folder: Path) -> None:
    """Put a finished folder in the place of an older one."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    building.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def write_json(path: Path, content: object) -> None:
    """Write readable JSON, the same bytes for the same content."""
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
