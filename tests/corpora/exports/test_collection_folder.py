"""A collection written as a folder: the page, the table, the lines, the manifest."""

import csv
import hashlib
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpora.collection import Collection, CollectionFile
from corpora.collection_selection import Selected, select_stories
from corpora.errors import ConfigError
from corpora.exports import write_collection
from corpora.story import TaggedStory
from corpora.taxonomy import load_taxonomy
from tests.corpora.exports.seen_page import SeenPage

SCRIPT = "<script>alert(1)</script>"
UNTIL = datetime(2026, 3, 9, tzinfo=UTC)


def _selected(stories: list[TaggedStory], title: str = "Excuses") -> Selected:
    asks = Collection.model_validate(
        {
            "title": title,
            "purpose": title,
            "where": {"excuses": ["policy", "tools"]},
            "undated": "include",
            "group_by": "excuses",
        }
    )
    return select_stories(CollectionFile("mine", "d" * 64, asks), stories, load_taxonomy(), UNTIL)


def test_markup_in_any_field_stays_words(tmp_path: Path, hostile: TaggedStory) -> None:
    page = write_collection(_selected([hostile], title=SCRIPT), tmp_path / "out")

    seen = SeenPage(page.read_text(encoding="utf-8"))

    assert not {"script", "img", "iframe", "link", "object", "form"} & set(seen.names)
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "src"]
    assert all(value and value.startswith("#") for name, value in seen.attributes if name == "href")
    assert "<img src=//evil.example/x>" in seen.words


def test_the_page_forbids_scripts_and_requests(tmp_path: Path, refused: TaggedStory) -> None:
    page = write_collection(_selected([refused]), tmp_path / "out").read_text(encoding="utf-8")

    assert "content=\"default-src 'none'; style-src 'unsafe-inline'" in page
    assert "http:" not in page
    assert "https:" not in page
    assert "url(" not in page


def test_the_page_marks_the_evidence_and_says_what_it_is(
    tmp_path: Path, refused: TaggedStory
) -> None:
    page = write_collection(_selected([refused]), tmp_path / "out").read_text(encoding="utf-8")

    driver = '<mark class="m2" title="driver: rigidity">'
    excuse = '<mark class="m4" title="excuse: policy">'
    assert f"{driver}One minute late, and </mark>" in page
    assert f"{driver}{excuse}those are the rules</mark></mark>" in page
    assert '<span class="who">an employee<small>1</small></span>' in page
    assert "Here because excuse \N{LEFT DOUBLE QUOTATION MARK}policy" in page
    assert "4 March 2026" in page


def test_a_collection_without_stories_says_so(tmp_path: Path) -> None:
    page = write_collection(_selected([]), tmp_path / "out").read_text(encoding="utf-8")

    assert "No story fits this time. 0 stories looked at" in page


def test_the_same_selection_writes_the_same_bytes_in_place_of_the_old(
    tmp_path: Path, refused: TaggedStory
) -> None:
    folder = tmp_path / "out"
    write_collection(_selected([]), folder)

    write_collection(_selected([refused]), folder)
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    write_collection(_selected([refused]), folder)

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert sorted(first) == ["index.html", "manifest.json", "stories.csv", "stories.jsonl"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_manifest_holds_the_digests_of_the_other_files(
    tmp_path: Path, refused: TaggedStory
) -> None:
    folder = write_collection(_selected([refused]), tmp_path / "out").parent

    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]

    assert {name: entry["sha256"] for name, entry in files.items()} == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("index.html", "stories.csv", "stories.jsonl")
    }


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(ConfigError, match="no part of a collection"):
        write_collection(_selected([]), tmp_path)

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_lines_hold_the_story_with_its_tags(tmp_path: Path, refused: TaggedStory) -> None:
    folder = write_collection(_selected([refused]), tmp_path / "out").parent

    row = json.loads((folder / "stories.jsonl").read_text(encoding="utf-8"))

    assert row["text"] == refused.story.text
    assert row["tags"]["excuses"] == ["policy"]
    assert (row["rank"], row["group"], row["probability"]) == (1, "policy", 0.93)


def test_the_table_has_a_row_per_story(tmp_path: Path, refused: TaggedStory) -> None:
    folder = write_collection(_selected([refused]), tmp_path / "out").parent

    written = (folder / "stories.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written, newline=""))

    assert row["text"] == refused.story.text
    assert (row["moment"], row["excuses"], row["created_at"]) == (
        "failed",
        "policy",
        "2026-03-04T00:00:00+00:00",
    )
    assert "excuses.policy: those are the rules" in row["evidence"]
