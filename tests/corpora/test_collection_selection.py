"""Which of the stories that fit are shown, in which order, and what is said of the others."""

import json
from datetime import timedelta

from corpora.collection_manifest import manifest_text
from corpora.collection_matching import LeftOut
from tests.corpora.collection_making import FERRY, UNTIL, ids, select, story


def test_the_most_probable_comes_first_and_ties_go_by_id() -> None:
    stories = [story("c", wow=0.8), story("b", wow=0.9), story("a", wow=0.8)]

    assert ids(select(stories)) == ["b", "a", "c"]


def test_the_order_of_the_stories_changes_nothing() -> None:
    stories = [story(f"s{n:03}", wow=0.5 + n % 7 / 20, source=f"from{n % 3}") for n in range(200)]

    forth, back = (
        manifest_text(select(some, limit=4, per_source=2), {}) for some in (stories, stories[::-1])
    )

    assert forth == back


def test_the_newest_come_first_when_asked_and_undated_ones_last() -> None:
    stories = [
        story("undated", created_at=None),
        story("old", created_at=UNTIL - timedelta(days=6)),
        story("new", created_at=UNTIL - timedelta(days=2)),
    ]

    assert ids(select(stories, order="newest", undated="include")) == ["new", "old", "undated"]


def test_a_near_duplicate_is_named_with_the_story_it_repeats() -> None:
    stories = [story("a", FERRY, wow=0.9), story("b", FERRY.upper(), wow=0.8)]

    selected = select(stories)

    assert ids(selected) == ["a"]
    assert selected.near_duplicates == {"b": "a"}


def test_no_source_has_more_than_its_share() -> None:
    stories = [story(f"m{n}", wow=0.9) for n in range(5)] + [story("call", wow=0.6, source="c")]

    selected = select(stories, limit=4, per_source=0.5)

    assert ids(selected) == ["m0", "m1", "call"]
    assert selected.left_out == {LeftOut.SOURCE_FULL: 3}


def test_sections_go_by_how_often_a_label_is_given_in_all_that_fit() -> None:
    stories = [
        story("tool", excuses=[("tools", 0.95)]),
        story("rule1", excuses=[("policy", 0.9)]),
        story("rule2", excuses=[("policy", 0.8)]),
        story("both", excuses=[("policy", 0.6), ("tools", 0.7)]),
    ]

    selected = select(
        stories, where={"excuses": ["policy", "tools"]}, group_by="excuses", per_group=1
    )

    assert selected.matching_groups == {"policy": 3, "tools": 2}
    assert [(label, len(picks)) for label, picks in selected.sections()] == [
        ("policy", 1),
        ("tools", 1),
    ]
    assert ids(selected) == ["rule1", "tool"]
    assert selected.left_out == {LeftOut.GROUP_FULL: 2}


def test_every_story_considered_is_shown_or_accounted_for() -> None:
    stories = [
        story(f"s{n:03}", FERRY if n % 9 == 0 else "", wow=n % 100 / 100, source=f"from{n % 4}")
        for n in range(400)
    ]

    selected = select(stories, limit=5, per_source=2)

    assert selected.considered == 400
    assert len(selected.picks) + sum(selected.left_out.values()) == 400
    assert selected.matching == 200  # probabilities 0.50 to 0.99


def test_the_manifest_says_why_and_quotes_nothing() -> None:
    written = manifest_text(select([story("a", FERRY)]), {})

    (why,) = json.loads(written)["stories"]
    assert why["rank"] == 1
    assert why["matched"] == [{"tag": "moment.wow", "probability": 0.9}]
    assert why["evidence"] == [{"tag": "moment", "start": 0, "end": 5}]
    assert json.loads(written)["versions"]["model"] == ["model"]
    assert "ferry" not in written
