"""Shares: the interval of Wilson and the design effect, both worked by hand."""

import pytest

from benchmarks.redaction.shares import Share


def test_the_interval_is_the_one_of_wilson() -> None:
    low, high = Share(9, 10).interval  # hand-worked from the formula with z = 1.96

    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


def test_clusters_that_hit_or_miss_as_a_whole_count_as_one_observation_each() -> None:
    observed = [("a", 1, 1)] * 5 + [("b", 0, 1)] * 5

    share = Share.of_clusters(observed)

    # By hand: ((5 - 2.5)^2 + (0 - 2.5)^2) * 2/1 / 10^2 = 0.25 against 0.5 * 0.5 / 10 = 0.025.
    assert share.design_effect == pytest.approx(10)
    assert share.interval == Share(5, 10, 10.0).interval


def test_observations_that_are_not_alike_keep_the_plain_interval() -> None:
    observed = [(str(number), number % 2, 1) for number in range(40)]

    share = Share.of_clusters(observed)

    # 40/39 for the one degree of freedom that the mean takes.
    assert share.design_effect == pytest.approx(40 / 39)


def test_the_ends_are_exact_and_nothing_says_nothing() -> None:
    assert Share(0, 7).interval[0] == 0.0
    assert Share(7, 7).interval[1] == 1.0
    assert Share(0, 0).interval == (0.0, 1.0)
    assert str(Share(0, 0)) == "-"
