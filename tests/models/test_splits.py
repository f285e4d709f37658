"""Splits: groups whole, copies apart, and nobody moves when the file grows."""

import pytest

from corpora.errors import GateError
from corpora.labelled import LabelledPassage
from corpora.story import Tags
from models.splits import Splits, split_passages
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW

STORY = (
    "I bought a kettle in the shop by the station and on the second day it would not switch off; "
    "the man at the desk laughed and told me that I should have read the leaflet before I paid."
)


def _passage(number: int, *, split: str = "", group: str = "", text: str = "") -> LabelledPassage:
    name = f"p{number}"
    words = text or f"Passage {number} tells of day {number * 7} and of {number + 3} other things."
    return LabelledPassage(name, words, Tags({}), group or name, split, "file")


def _ids(splits: Splits) -> dict[str, set[str]]:
    parts = {"train": splits.train, "dev": splits.dev, "test": splits.test}
    return {name: {p.passage_id for p in part} for name, part in parts.items()}


def test_passages_of_one_group_are_on_one_side() -> None:
    passages = [_passage(n, group=f"g{n % 30}") for n in range(120)]

    splits = split_passages(passages)

    sides = [{p.group for p in part} for part in (splits.train, splits.dev, splits.test)]
    assert sum(map(len, sides)) == len(set.union(*sides)) == 30


def test_a_passage_stays_where_it_is_when_the_file_grows() -> None:
    few = _ids(split_passages([_passage(n) for n in range(100)]))
    many = _ids(split_passages([_passage(n) for n in reversed(range(300))]))

    assert all(few[name] <= many[name] for name in few)


def test_the_shares_are_about_seventy_fifteen_fifteen() -> None:
    splits = split_passages([_passage(n) for n in range(1000)])

    assert 660 < len(splits.train) < 740
    assert 115 < len(splits.dev) < 185
    assert 115 < len(splits.test) < 185


def test_the_rows_own_split_counts() -> None:
    names = ["train", "dev", "validation", "test"]

    found = _ids(split_passages([_passage(n, split=names[n]) for n in range(4)]))

    assert found == {"train": {"p0"}, "dev": {"p1", "p2"}, "test": {"p3"}}


def test_an_unknown_split_is_refused_and_not_drawn() -> None:
    with pytest.raises(GateError, match=r"p4 of file has an unknown split; known: train"):
        split_passages([_passage(n) for n in range(4)] + [_passage(4, split="hold-out")])


def test_a_group_on_two_sides_is_refused() -> None:
    passages = [_passage(0, split="train", group="g"), _passage(1, split="test", group="g")]

    with pytest.raises(GateError, match="group g of file stands in two splits"):
        split_passages(passages)


@pytest.mark.parametrize(
    "wording", [STORY, STORY.upper(), STORY.replace("second day", "third day")]
)
def test_a_copy_of_a_test_passage_is_not_learned_from(wording: str) -> None:
    passages = [
        _passage(0, split="train", text=wording),
        _passage(1, split="train", text=CUSTOMER_WOW[0]),
        _passage(2, split="dev", text=CUSTOMER_FAILED[0]),
        _passage(3, split="test", text=STORY),
    ]

    splits = split_passages(passages)

    assert _ids(splits) == {"train": {"p1"}, "dev": {"p2"}, "test": {"p3"}}
    assert splits.dropped == 1


def test_a_copy_of_a_dev_passage_is_not_learned_from() -> None:
    passages = [
        _passage(0, split="train", text=STORY),
        _passage(1, split="train"),
        _passage(2, split="dev", text=STORY + " Never again."),
        _passage(3, split="test"),
    ]

    assert _ids(split_passages(passages))["train"] == {"p1"}


def test_copies_on_one_side_may_stay_together() -> None:
    passages = [_passage(n, split="train", text=STORY) for n in range(2)]
    passages += [_passage(2, split="dev"), _passage(3, split="test")]

    assert split_passages(passages).dropped == 0


def test_an_empty_part_is_named() -> None:
    with pytest.raises(GateError, match="no labelled passages for dev, test;"):
        split_passages([_passage(0, split="train")])
