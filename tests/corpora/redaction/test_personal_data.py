"""The measured set is sound, and the redactor keeps to what was measured on it."""

from itertools import pairwise

import pytest

from benchmarks.redaction import measure, read_gold, wilson
from corpora.redaction import Redactor


def test_every_mention_of_the_set_lies_in_its_text() -> None:
    passages = read_gold()

    assert len({passage.id for passage in passages}) == len(passages) >= 600
    for passage in passages:
        for mention in passage.mentions:
            shown = passage.text[mention.start : mention.end]
            assert shown.strip() == shown != ""
            assert (mention.role is not None) == (mention.type == "PERSON")


def test_mentions_of_the_set_do_not_overlap() -> None:
    for passage in read_gold():
        ordered = sorted(passage.mentions, key=lambda m: m.start)
        assert all(a.end <= b.start for a, b in pairwise(ordered))


@pytest.mark.parametrize(
    ("split", "structured", "names"), [("dev", 0.985, 0.785), ("test", 0.82, 0.74)]
)
def test_recall_does_not_fall(
    redactor: Redactor, split: str, structured: float, names: float
) -> None:
    tally = measure(redactor, [p for p in read_gold() if p.split == split])
    kinds = [kind for kind in tally.entities if kind != "PERSON"]

    found = sum(tally.masked[kind] for kind in kinds) / sum(tally.entities[k] for k in kinds)
    assert found >= structured
    assert tally.masked["PERSON"] / tally.entities["PERSON"] >= names
    assert tally.overmasked / tally.other_tokens <= 0.01


def test_the_interval_of_nine_in_ten_is_wilsons() -> None:
    low, high = wilson(9, 10)  # hand-worked from the formula with z = 1.96

    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
