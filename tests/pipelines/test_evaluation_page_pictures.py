"""Where the points of the pictures stand, worked by hand."""

import numpy as np

from models.evaluation_coverage import Coverage, risk_curve
from models.reliability import ReliabilityBin
from pipelines.evaluation_page_pictures import (
    coverage_picture,
    reliability_points,
    wilson_interval,
)


def test_wilson_intervals_of_hand_worked_shares() -> None:
    # One of two: (0.5 + 0.9604) / 2.9208 -+ 1.96 * sqrt(0.125 + 0.2401) / 2.9208.
    low, high = wilson_interval(0.5, 2)
    assert (round(low, 3), round(high, 3)) == (0.095, 0.905)
    low, high = wilson_interval(1.0, 10)
    assert (round(low, 3), round(high, 3)) == (0.722, 1)
    assert wilson_interval(0.0, 10)[0] == 0


def test_a_point_stands_where_probability_and_share_say() -> None:
    middle, top = reliability_points([ReliabilityBin(0.5, 0.25, 10), ReliabilityBin(1, 1, 5)])

    assert (middle.x, middle.y) == (164, 190)  # half of 44..284; a quarter up from 250 to 10
    assert (top.x, top.y) == (284, 10)
    assert (middle.column_height, top.column_height) == (30, 15)


def test_bins_that_are_not_numbers_are_not_drawn() -> None:
    assert reliability_points([ReliabilityBin(float("nan"), 0.5, 3)]) == []


def test_a_curve_starts_at_five_percent_and_ends_at_the_error_of_all() -> None:
    curve = risk_curve(-np.arange(100.0), np.where(np.arange(100) < 60, 0.0, 1.0))

    picture = coverage_picture(Coverage(curve, {"moment": curve}, 0.8, 0.25))

    # The error of all is 0.4, the highest there is: the top of the frame.
    assert picture.frame.highest == 0.4
    assert picture.ticks == (0, 0.1, 0.2, 0.3, 0.4)
    points = picture.stories.split()
    assert points[-1] == "364.0,10.0"
    assert points[0].split(",")[0] == str(picture.frame.x(0.06))  # the sixth of a hundred
    assert picture.at_80 == (picture.frame.x(0.8), picture.frame.y(0.25))
    assert picture.facets == (("moment", picture.stories),)


def test_a_long_curve_has_few_points() -> None:
    curve = risk_curve(-np.arange(100_000.0), np.ones(100_000))

    assert len(coverage_picture(Coverage(curve, {}, 1, 1)).stories.split()) <= 241
