"""Which stories fit a collection: tags, probabilities, dates, reviews."""

from datetime import timedelta

import pytest

from corpora.collection_matching import LeftOut
from tests.corpora.collection_making import UNTIL, ids, select, stored, story


def test_the_window_starts_with_its_first_moment_and_ends_before_its_last() -> None:
    week = UNTIL - timedelta(days=7)
    stories = [
        story("first", created_at=week),
        story("before", created_at=week - timedelta(seconds=1)),
        story("end", created_at=UNTIL),
        story("undated", created_at=None),
    ]

    selected = select(stories, window_days=7)

    assert ids(selected) == ["first"]
    assert selected.left_out == {LeftOut.UNDATED: 1, LeftOut.OUTSIDE_WINDOW: 2}


def test_any_label_of_a_facet_will_do_but_every_facet_must_be_met() -> None:
    stories = [
        story("both", excuses=[("policy", 0.6)]),
        story("other excuse", excuses=[("budget", 0.9)]),
        story("unsure", excuses=[("tools", 0.49)]),
    ]

    selected = select(stories, where={"moment": ["wow"], "excuses": ["policy", "tools"]})

    assert ids(selected) == ["both"]
    assert selected.picks[0].match.probability == 0.6
    assert selected.left_out == {LeftOut.OTHER_TAGS: 1, LeftOut.LOW_PROBABILITY: 1}


def test_a_tag_may_need_a_probability_of_its_own() -> None:
    selected = select([story("a", wow=0.69)], min_probability_of={"moment.wow": 0.7})

    assert selected.left_out == {LeftOut.LOW_PROBABILITY: 1}


def test_what_needs_review_is_left_out_when_asked_unless_somebody_confirmed_it() -> None:
    unsure = story("a", needs_review=True)
    confirmed = stored(story("b", needs_review=True), "confirmed")

    assert ids(select([unsure, confirmed], exclude_needs_review=True)) == ["b"]
    assert ids(select([unsure, confirmed])) == ["a", "b"]


@pytest.mark.parametrize("status", ["corrected", "rejected", "disputed"])
def test_a_story_whose_tags_a_reviewer_doubts_is_not_shown(status: str) -> None:
    selected = select([stored(story("a"), status)])

    assert selected.left_out == {LeftOut.REVIEWED_OTHERWISE: 1}
