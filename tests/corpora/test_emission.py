"""Releases: loadable, immutable, the same bytes for the same stories."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora.emission import emit_dataset
from corpora.errors import StoreError
from corpora.release import Release, latest_release, read_release, verify_release
from corpora.rows import StoredStory
from corpora.story import TaggedStory
from corpora.taxonomy import load_taxonomy
from tests.corpora.story_making import tagged

TAXONOMY = load_taxonomy()
VERSIONS = {"model": "m1", "taxonomy": "1", "redactor": "r1", "segmenter": "s1"}
LOAD = """
import json, sys, warnings
from datasets import load_dataset
dataset = load_dataset(sys.argv[1])
train = dataset["train"]
print(json.dumps({
    "splits": list(dataset), "rows": train.num_rows, "first": train[0],
    "features": {name: str(kind) for name, kind in train.features.items()},
}, default=str))
"""


def emit(folder: Path, count: int = 7, rows_per_shard: int = 50_000) -> Release:
    stories = [tagged(number, TAXONOMY) for number in range(1, count + 1)]
    return emit_dataset(
        stories, folder, taxonomy=TAXONOMY, versions=VERSIONS, rows_per_shard=rows_per_shard
    )


def contents(release: Release) -> dict[str, bytes]:
    return {
        path.relative_to(release.path).as_posix(): path.read_bytes()
        for path in release.path.rglob("*")
        if path.is_file()
    }


def load_offline(path: Path, cache: Path) -> dict[str, object]:
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": str(cache)}
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", "-c", LOAD, str(path)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Ignoring part of dataset_info" not in done.stderr
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(loaded, dict)
    return loaded


def test_the_same_stories_and_versions_give_the_same_bytes_and_name(tmp_path: Path) -> None:
    first = emit(tmp_path / "one", rows_per_shard=3)
    second = emit(tmp_path / "two", rows_per_shard=3)

    assert first.version == second.version
    assert contents(first) == contents(second)
    assert sorted(contents(first)) == [
        "README.md",
        "data/train-00000-of-00003.parquet",
        "data/train-00001-of-00003.parquet",
        "data/train-00002-of-00003.parquet",
        "manifest.json",
        "taxonomy.yaml",
    ]


def test_emitting_again_changes_nothing(tmp_path: Path) -> None:
    first = emit(tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    second = emit(tmp_path)

    assert (first.is_new, second.is_new) == (True, False)
    assert second.path == first.path
    assert stamps == {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["latest", first.version])


def test_latest_names_the_newest_and_the_older_stays(tmp_path: Path) -> None:
    older = emit(tmp_path, count=3)
    newer = emit(tmp_path, count=4)

    assert latest_release(tmp_path) == newer.path
    assert verify_release(older.path).rows == 3


def test_other_versions_give_another_release(tmp_path: Path) -> None:
    first = emit(tmp_path)

    second = emit_dataset(
        [tagged(number, TAXONOMY) for number in range(1, 8)],
        tmp_path,
        taxonomy=TAXONOMY,
        versions=VERSIONS | {"model": "m2"},
    )

    assert first.version != second.version


def test_what_is_read_back_is_what_was_emitted(tmp_path: Path) -> None:
    stories = [tagged(number, TAXONOMY) for number in range(1, 8)]
    release = emit(tmp_path, rows_per_shard=2)

    assert list(read_release(release.path)) == stories


def test_datasets_loads_a_release_offline_with_plain_columns(tmp_path: Path) -> None:
    release = emit(tmp_path / "out", rows_per_shard=3)

    loaded = load_offline(release.path, tmp_path / "cache")

    assert loaded["splits"] == ["train"]
    assert loaded["rows"] == 7
    features = loaded["features"]
    assert isinstance(features, dict)
    assert features["moment"] == "Value('string')"
    assert features["drivers"] == features["excuses"] == "List(Value('string'))"
    assert features["created_at"] == "Value('timestamp[us, tz=UTC]')"
    assert "ClassLabel" not in str(features)
    first = loaded["first"]
    assert isinstance(first, dict)
    assert first["text"] == "They mended bicycle number 1 before the rain began."
    assert first["scores"]["moment"]["wow"] == 0.75
    assert first["evidence"] == [{"tag": "moment", "start": 0, "end": 3}]


def test_a_release_without_stories_still_tells_its_columns(tmp_path: Path) -> None:
    release = emit(tmp_path, count=0)

    assert release.rows == 0
    assert list(read_release(release.path)) == []


@pytest.mark.parametrize("name", ["data/train-00000-of-00001.parquet", "taxonomy.yaml"])
def test_an_altered_release_is_refused(tmp_path: Path, name: str) -> None:
    release = emit(tmp_path)
    path = release.path / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    with pytest.raises(StoreError, match=f"{name} was altered"):
        list(read_release(release.path))
    with pytest.raises(StoreError, match=f"{name} was altered"):
        emit(tmp_path)


def test_a_release_with_a_forged_manifest_is_refused(tmp_path: Path) -> None:
    release = emit(tmp_path)
    manifest = release.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"model": "m1"', '"model": "m9"'))

    with pytest.raises(StoreError, match=r"manifest\.json belongs to"):
        verify_release(release.path)


def test_stories_out_of_order_are_refused_and_latest_stays(tmp_path: Path) -> None:
    release = emit(tmp_path)
    doubled = [tagged(1, TAXONOMY), tagged(1, TAXONOMY)]

    with pytest.raises(StoreError, match="expected each id once, ascending"):
        emit_dataset(doubled, tmp_path, taxonomy=TAXONOMY, versions=VERSIONS)

    assert latest_release(tmp_path) == release.path
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["latest", release.version])


def test_a_source_of_stories_that_breaks_leaves_nothing_behind(tmp_path: Path) -> None:
    def breaking() -> Iterator[TaggedStory]:
        yield tagged(1, TAXONOMY)
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left on device"):
        emit_dataset(breaking(), tmp_path, taxonomy=TAXONOMY, versions=VERSIONS)

    assert list(tmp_path.iterdir()) == []


def test_the_card_counts_labels_sources_and_the_period(tmp_path: Path) -> None:
    stories: list[StoredStory] = [tagged(1, TAXONOMY), tagged(2, TAXONOMY, source="a|b")]
    release = emit_dataset(stories, tmp_path, taxonomy=TAXONOMY, versions=VERSIONS)

    card = (release.path / "README.md").read_text(encoding="utf-8")

    assert "2 stories from 2 sources, 2026-01-02 to 2026-01-03." in card
    assert "| a\\|b | 1 |" in card
    assert "| wow | 2 |" in card
    assert "| failed | 0 |" in card
    assert "configs:" not in card


def test_killed_at_any_touch_of_a_file_latest_names_a_whole_release(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, root / "tests/corpora/crashing_emission.py", tmp_path],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert len(seen) > 20
    assert len(set(seen)) == 2
    assert seen == sorted(seen, key=seen.index), "the old name, and from some point on the new one"
