"""The measured set is sound, and the redactor keeps to what was measured on it."""

from itertools import pairwise

import pytest

from benchmarks.redaction.documents import PERSONAL_DATA, read_marked
from benchmarks.redaction.figures import figures
from benchmarks.redaction.score import measure
from benchmarks.redaction.systems import Storylode, build_redactor


@pytest.fixture(scope="module")
def storylode() -> Storylode:
    return Storylode(build_redactor())


def test_every_mention_of_the_set_lies_in_its_text() -> None:
    passages = read_marked(PERSONAL_DATA)

    assert len({passage.id for passage in passages}) == len(passages) >= 600
    for passage in passages:
        for mention in passage.mentions:
            shown = passage.text[mention.start : mention.end]
            assert shown.strip() == shown != ""
            assert (mention.role is not None) == (mention.type == "PERSON")


def test_mentions_of_the_set_do_not_overlap() -> None:
    for passage in read_marked(PERSONAL_DATA):
        ordered = sorted(passage.mentions, key=lambda m: m.start)
        assert all(a.end <= b.start for a, b in pairwise(ordered))


@pytest.mark.parametrize(
    ("split", "structured", "names"), [("dev", 0.99, 0.97), ("test", 0.99, 0.98)]
)
def test_recall_does_not_fall(
    storylode: Storylode, split: str, structured: float, names: float
) -> None:
    found = figures(measure(storylode, read_marked(PERSONAL_DATA, split))).summary

    assert found["structured entities masked"].value >= structured
    assert found["persons masked"].value >= names
    assert found["other tokens masked"].value <= 0.05
