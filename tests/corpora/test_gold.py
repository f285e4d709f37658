"""The gold stories are sound, and hold what their card promises."""

from collections import defaultdict
from pathlib import Path

import pytest

from benchmarks.corpus_agreement import read_annotations
from benchmarks.corpus_texts import NEAR_DUPLICATE, names, openings, similar_pairs
from benchmarks.gold_rows import (
    DRIVERS,
    EXCUSES,
    GOLD,
    HARD_NEGATIVES,
    PROMISED,
    SPLITS,
    Row,
    count,
    read_stories,
)
from corpora.labelled import read_labelled
from corpora.redaction import Redactor
from corpora.taxonomy import load_taxonomy

LARGEST_SHARE = 0.01
"""Of passages with one opening, or one name."""
WORDS = range(6, 361)


@pytest.fixture(scope="module")
def stories() -> list[Row]:
    return read_stories()


def test_the_promised_counts_are_met(stories: list[Row]) -> None:
    counted = count(stories)

    too_few = {name: (counted[name], n) for name, n in PROMISED.items() if counted[name] < n}
    assert too_few == {}


def test_every_file_reads_with_the_taxonomy() -> None:
    taxonomy = load_taxonomy()

    assert {*EXCUSES} == {*next(f for f in taxonomy.facets if f.name == "excuses").label_names}
    assert {*DRIVERS} == {*next(f for f in taxonomy.facets if f.name == "drivers").label_names}
    for split in SPLITS:
        assert all(p.split for p in read_labelled(GOLD / f"{split}.jsonl", taxonomy))


def test_every_tag_has_evidence_of_whole_words(stories: list[Row]) -> None:
    for row in stories:
        text = row["text"]
        needed = {f"{f}.{label}" for f in ("drivers", "excuses") for label in row[f]}
        needed |= {f for f in ("moment", "personalization") if row[f] != "none"}
        assert {span["tag"] for span in row["evidence"]} == needed, row["id"]
        for span in row["evidence"]:
            before, quote, after = (
                text[: span["start"]],
                text[span["start"] : span["end"]],
                text[span["end"] :],
            )
            assert quote == quote.strip() != "", row["id"]
            assert len(quote.split()) <= 30, row["id"]
            assert not (before[-1:].isalnum() and quote[0].isalnum()), row["id"]
            assert not (after[:1].isalnum() and quote[-1].isalnum()), row["id"]


def test_a_passage_without_a_moment_has_no_drivers(stories: list[Row]) -> None:
    assert [r["id"] for r in stories if r["moment"] == "none" and r["drivers"]] == []


def test_rows_carry_all_columns(stories: list[Row]) -> None:
    columns = {
        "id", "text", "split", "group", "narrator", "channel", "industry", "narrative", "moment",
        "drivers", "personalization", "excuses", "evidence", "hard_negative", "annotators",
    }  # fmt: skip
    for row in stories:
        assert row.keys() == columns
        assert row["hard_negative"] is None or row["hard_negative"] in HARD_NEGATIVES
        assert row["annotators"] in (["first", "second"], ["first", "second", "adjudicated"])
        assert len(row["text"].split()) in WORDS, row["id"]
    assert len({row["id"] for row in stories}) == len(stories)


def test_groups_and_near_duplicates_stay_in_one_split(stories: list[Row]) -> None:
    splits: dict[str, set[str]] = defaultdict(set)
    for row in stories:
        splits[row["group"]].add(row["split"])

    assert [group for group, found in splits.items() if len(found) > 1] == []
    assert {row["split"] for row in stories} == {*SPLITS}
    assert similar_pairs([row["text"] for row in stories])[0][0] < NEAR_DUPLICATE


def test_no_opening_and_no_name_is_frequent(stories: list[Row], redactor: Redactor) -> None:
    texts = [row["text"] for row in stories]

    assert openings(texts).most_common(1)[0][1] <= LARGEST_SHARE * len(texts)
    some = texts[::4]  # finding names takes the redactor five milliseconds a text
    assert names(some, redactor).most_common(1)[0][1] <= LARGEST_SHARE * len(some)


def test_every_passage_was_labelled_twice(stories: list[Row]) -> None:
    both = read_annotations()

    assert both.keys() == {row["id"] for row in stories}
    for row in stories:
        if "adjudicated" not in row["annotators"]:
            for annotation in both[row["id"]].values():
                for facet in ("narrative", "narrator", "moment", "personalization"):
                    assert annotation[facet] == row[facet], row["id"]
                for facet in ("drivers", "excuses"):
                    assert {*annotation[facet]} == {*row[facet]}, row["id"]


def test_the_corpus_loads_as_a_dataset(tmp_path: Path) -> None:
    from datasets import load_dataset  # type: ignore[import-untyped]  # has no types

    loaded = load_dataset(str(GOLD), cache_dir=str(tmp_path))

    assert {name: len(loaded[name]) for name in loaded} == {
        split: len(read_stories([split])) for split in SPLITS
    }
    for split in SPLITS:
        features = loaded[split].features
        assert features["moment"].dtype == "string"
        assert features["drivers"].feature.dtype == "string"
        assert features["evidence"].feature["start"].dtype == "int32"
    for name in ("annotations", "personal-data"):
        assert len(load_dataset(str(GOLD), name, cache_dir=str(tmp_path)).values()) == 1
    first = loaded["test"][0]
    assert all(first["text"][e["start"] : e["end"]].strip() for e in first["evidence"])
