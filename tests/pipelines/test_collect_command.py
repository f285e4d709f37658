"""`storylode collect`: a story book out of a dataset, by the collection's path or name."""

import json
from pathlib import Path

import pytest

from corpora.emission import emit_dataset
from corpora.release import Release
from corpora.taxonomy import load_taxonomy
from tests.conftest import Storylode
from tests.corpora.story_making import tagged

STORIES = 12


@pytest.fixture
def release(tmp_path: Path) -> Release:
    taxonomy = load_taxonomy()
    stories = (tagged(number, taxonomy) for number in range(STORIES))
    return emit_dataset(stories, tmp_path / "tagged", taxonomy=taxonomy, versions={"model": "m1"})


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    path = tmp_path / "configs" / "collections" / "told.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "title: Told\npurpose: To see them.\nwhere: {narrative: [story]}\nundated: include\n"
    )
    return path


def test_a_collection_is_found_by_path_and_by_name(
    storylode: Storylode, release: Release, collection: Path, tmp_path: Path
) -> None:
    by_path = storylode("collect", collection, "--dataset", release.path, "--json")
    by_name = storylode("collect", "told", "--dataset", tmp_path / "tagged", "--json")

    answer = json.loads(by_path.out)
    assert (by_path.exit_code, by_name.exit_code) == (0, 0)
    assert answer == json.loads(by_name.out)
    assert 0 < answer["stories"] <= STORIES
    assert {path.name for path in (tmp_path / answer["page"]).parent.iterdir()} >= {
        "index.html",
        "manifest.json",
        "stories.csv",
        "stories.jsonl",
    }


def test_the_window_ends_where_it_is_told_to(
    storylode: Storylode, release: Release, collection: Path
) -> None:
    collection.write_text(collection.read_text().replace("include", "exclude"))

    said = storylode(
        "collect", "told", "--dataset", release.path, "--until", "2025-12-31", "--json"
    )

    assert json.loads(said.out)["stories"] == 0


def test_an_unknown_collection_lists_the_known_ones(
    storylode: Storylode, release: Release, collection: Path
) -> None:
    said = storylode("collect", "excuses", "--dataset", release.path)

    assert said.exit_code == 2
    assert said.err == "storylode: no collection 'excuses'; configs/collections has: told\n"


def test_a_folder_without_a_dataset_says_what_to_do(
    storylode: Storylode, collection: Path, tmp_path: Path
) -> None:
    said = storylode("collect", "told", "--dataset", tmp_path)

    assert said.exit_code == 1
    assert "run `storylode nightly` first" in said.err
