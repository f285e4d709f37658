"""Files are read as often as the recipe says."""

from collections import Counter
from dataclasses import replace

import pytest

from corpora.errors import ConfigError
from corpora.labelled import LabelledPassage
from models.passes import check_passes, with_passes
from models.splits import Splits
from tests.models.tiny import passages


@pytest.fixture
def two_files() -> list[LabelledPassage]:
    """Ten passages of `gold`, then five of `own`."""
    tiny = passages()[:15]
    return [replace(p, origin="gold" if n < 10 else "own") for n, p in enumerate(tiny)]


def test_a_file_is_read_once_where_nothing_is_said(two_files: list[LabelledPassage]) -> None:
    assert with_passes(two_files, {}, 1) == two_files


@pytest.mark.parametrize(
    ("passes", "of_gold", "of_own"),
    [({"own": 3}, 10, 15), ({"gold": 0.3, "own": 2}, 3, 10), ({"gold": 0, "own": 1.4}, 0, 7)],
)
def test_a_file_is_read_as_often_as_asked(
    two_files: list[LabelledPassage], passes: dict[str, float], of_gold: int, of_own: int
) -> None:
    found = with_passes(two_files, passes, 1)

    assert Counter(p.origin for p in found) == Counter({"gold": of_gold, "own": of_own})
    assert with_passes(two_files, passes, 1) == found


def test_a_part_is_drawn_without_repetition_and_by_the_seed(
    two_files: list[LabelledPassage],
) -> None:
    parts = [with_passes(two_files, {"gold": 0.5, "own": 0}, seed) for seed in range(6)]

    assert all(len({p.passage_id for p in part}) == 5 for part in parts)
    assert len({tuple(p.passage_id for p in part) for part in parts}) > 1


def test_a_file_that_is_not_there_is_an_error(two_files: list[LabelledPassage]) -> None:
    splits = Splits(tuple(two_files[:10]), tuple(two_files[10:12]), tuple(two_files[12:]), 0)

    check_passes({"own": 2, "reviews": 3}, splits)  # of the store's there may be none yet
    with pytest.raises(ConfigError, match="goes by owm; known: gold, own, reviews"):
        check_passes({"owm": 2}, splits)


def test_nothing_to_learn_from_is_an_error(two_files: list[LabelledPassage]) -> None:
    with pytest.raises(ConfigError, match="no passage to learn from is left"):
        with_passes(two_files, {"gold": 0, "own": 0}, 1)
