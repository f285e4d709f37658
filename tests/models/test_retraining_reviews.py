"""Reviewed stories join the training data: agreed, grouped by record, and gone when forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpora.errors import SourceError
from corpora.store import Batch, Cursor, FilePart, Incoming, PassageKeys, Review, Store
from corpora.story import Evidence, Passage, Tags
from corpora.taxonomy import Taxonomy
from models.retraining_reviews import pin_reviews, read_pinned, reviewed_passages

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
WOW = Tags(
    {"moment": ("wow",), "drivers": ("initiative",)},
    (Evidence("moment", 0, 4), Evidence("drivers.initiative", 5, 9)),
)
FAILED = Tags({"moment": ("failed",), "drivers": ("initiative",)}, (Evidence("moment", 0, 4),))
RECORDS = {"a": ["ant one", "bee two"], "b": ["bee two", "cat six"], "c": ["dog ten"]}
"""Record -> passages; `bee two` is told in two records, so `a` and `b` belong together."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    items = tuple(
        Incoming(
            native_id,
            f"content-{native_id}",
            NOW,
            tuple(PassageKeys(Passage(0, 7, f"{t} and more"), f"digest {t}", ()) for t in texts),
        )
        for native_id, texts in RECORDS.items()
    )
    with Store.open(tmp_path / "store.sqlite") as opened:
        cursor = Cursor("path", "file", "version", len(items), is_complete=True)
        opened.admit(Batch("survey", (FilePart(cursor, items),), "r1", "s1", NOW))
        yield opened


@pytest.fixture
def ids(store: Store) -> dict[str, str]:
    """First word of a story -> its id."""
    return {text.split()[0]: story_id for story_id, text in store.untagged("none", "", 99)}


def say(  # noqa: PLR0913  a review has as many parts
    store: Store, story_id: str, verdict: str, tags: Tags, *, by: str = "ann", day: int = 0
) -> None:
    review = Review(story_id, by, verdict, tags)  # type: ignore[arg-type]  # a literal, seen as str
    store.save_review(review, now=NOW + timedelta(days=day))


def test_confirmed_and_corrected_stories_are_learned_from_and_rejected_ones_not(
    store: Store, ids: dict[str, str], taxonomy: Taxonomy
) -> None:
    say(store, ids["ant"], "confirmed", WOW)
    say(store, ids["cat"], "corrected", FAILED)
    say(store, ids["dog"], "rejected", WOW)

    pinned = pin_reviews(store, taxonomy)
    found = {p.passage_id: p for p in reviewed_passages(store, pinned.stories)}

    assert set(found) == {ids["ant"], ids["cat"]}
    assert found[ids["ant"]].tags == Tags(WOW.labels, tuple(sorted(WOW.evidence)))
    assert found[ids["ant"]].text == "ant one and more"
    assert (found[ids["cat"]].origin, found[ids["cat"]].split) == ("reviews", "")
    assert pinned.counts == {
        "used": 2,
        "rejected": 1,
        "nothing_agreed": 0,
        "disputed_facets": 0,
    }


def test_one_rejection_is_enough(store: Store, ids: dict[str, str], taxonomy: Taxonomy) -> None:
    say(store, ids["ant"], "confirmed", WOW)
    say(store, ids["ant"], "rejected", WOW, by="bob")

    assert pin_reviews(store, taxonomy).stories == ()


def test_what_reviewers_differ_on_counts_as_not_annotated(
    store: Store, ids: dict[str, str], taxonomy: Taxonomy
) -> None:
    say(store, ids["ant"], "confirmed", FAILED, day=1)
    say(store, ids["ant"], "corrected", WOW, by="bob", day=2)

    pinned = pin_reviews(store, taxonomy)
    (passage,) = reviewed_passages(store, pinned.stories)

    assert dict(passage.tags.labels) == {"drivers": ("initiative",)}
    assert passage.tags.evidence == (Evidence("drivers.initiative", 5, 9),)
    assert pinned.counts["disputed_facets"] == 1


def test_labels_that_the_taxonomy_no_longer_has_are_left_out(
    store: Store, ids: dict[str, str], taxonomy: Taxonomy
) -> None:
    say(store, ids["ant"], "corrected", Tags({"moment": ("glorious",), "drivers": ()}))
    say(store, ids["dog"], "corrected", Tags({"moment": ("glorious",)}))

    pinned = pin_reviews(store, taxonomy)

    assert [s.labels for s in pinned.stories] == [{"drivers": ()}]
    assert pinned.counts["nothing_agreed"] == 1


def test_stories_that_share_a_record_are_one_group(
    store: Store, ids: dict[str, str], taxonomy: Taxonomy
) -> None:
    for story_id in ids.values():
        say(store, story_id, "confirmed", WOW)

    groups = {s.story_id: s.group for s in pin_reviews(store, taxonomy).stories}

    assert groups[ids["ant"]] == groups[ids["bee"]] == groups[ids["cat"]] != groups[ids["dog"]]


def test_pinned_reviews_hold_no_text_and_lose_what_is_forgotten(
    store: Store, ids: dict[str, str], taxonomy: Taxonomy, tmp_path: Path
) -> None:
    say(store, ids["ant"], "confirmed", WOW)
    say(store, ids["dog"], "confirmed", WOW)
    path = tmp_path / "retraining" / "reviews.json"
    pin_reviews(store, taxonomy).write(path)
    say(store, ids["dog"], "corrected", FAILED, day=3)
    store.forget([ids["ant"]], now=NOW)

    pinned = read_pinned(path)
    (passage,) = reviewed_passages(store, pinned.stories)

    assert "and more" not in path.read_text(encoding="utf-8")
    assert passage.passage_id == ids["dog"]
    assert passage.tags.one("moment") == "wow"  # as it was pinned


def test_a_file_that_is_no_pin_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reviews.json").write_text("[]", encoding="utf-8")

    with pytest.raises(SourceError, match="no pinned reviews"):
        read_pinned(tmp_path / "reviews.json")
