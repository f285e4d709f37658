"""Emit the same release again and again, each time killed at another point, then undisturbed.

Usage: crashing_emission.py FOLDER

For N = 1, 2, 3 ... until a run ends untouched: a release is emitted into FOLDER/N over an older
one, by a process that is killed with SIGKILL before it opens, makes, renames or removes its N-th
file. Prints, as a JSON list, what `latest` named after each crash.
"""

import json
import os
import signal
import sys
from functools import partial
from pathlib import Path

import pyarrow.parquet  # type: ignore[import-untyped] # noqa: F401 - imported before the forks

from corpora.emission import emit_dataset
from corpora.release import Release, latest_release, verify_release
from corpora.taxonomy import load_taxonomy
from tests.corpora.dying import in_child
from tests.corpora.story_making import tagged

TAXONOMY = load_taxonomy()
WATCHED = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}


def emit(folder: Path, count: int) -> Release:
    """Emit `count` stories in shards of two."""
    stories = [tagged(number, TAXONOMY) for number in range(1, count + 1)]
    return emit_dataset(stories, folder, taxonomy=TAXONOMY, versions={}, rows_per_shard=2)


def emit_and_die(folder: Path, point: int) -> None:
    """Emit five stories, and be killed at the N-th touch of a file under `folder`."""
    left = [point]

    def watch(name: str, arguments: tuple[object, ...]) -> None:
        if name in WATCHED and str(arguments[0]).startswith(str(folder)):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    emit(folder, 5)


def main(root: Path) -> None:
    """Crash at every point, check what readers see, then emit again."""
    seen: list[str] = []
    for point in range(1, 1000):
        folder = root / str(point)
        emit(folder, 3)
        ended = in_child(partial(emit_and_die, folder, point))
        named = latest_release(folder)
        if named is None:
            raise SystemExit(f"no release after the crash at point {point}")
        seen.append(verify_release(named).version)
        newest = emit(folder, 5)
        left = sorted(path.name for path in folder.iterdir())
        expected = sorted({"latest", newest.version, emit(root / "older", 3).version})
        if left != expected or latest_release(folder) != newest.path:
            raise SystemExit(f"after the crash at point {point}: {left}, expected {expected}")
        verify_release(newest.path)
        if ended == 0:
            break
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
