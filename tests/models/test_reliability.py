"""Bins worked by hand."""

import numpy as np
import pytest

from models.reliability import ReliabilityBin, calibration_error, mean_gap, reliability_bins


def test_decisions_are_binned_by_probability_and_empty_bins_left_out() -> None:
    sure = np.array([0.72, 0.78, 0.75, 1.0, 0.0])
    right = np.array([True, False, True, True, False])

    bins = reliability_bins(sure, right)

    assert [each.count for each in bins] == [1, 3, 1]
    assert bins[0] == ReliabilityBin(0.0, 0.0, 1)
    assert bins[1].confidence == pytest.approx(0.75)
    assert bins[1].accuracy == pytest.approx(2 / 3)
    assert bins[2] == ReliabilityBin(1.0, 1.0, 1)


def test_a_bin_counts_in_the_error_by_its_size() -> None:
    bins = [ReliabilityBin(0.9, 0.5, 3), ReliabilityBin(0.1, 0.2, 1)]

    assert mean_gap(bins) == pytest.approx(0.75 * 0.4 + 0.25 * 0.1)


def test_no_decisions_have_no_bins_and_no_error() -> None:
    assert reliability_bins(np.zeros(0), np.zeros(0, dtype=bool)) == ()
    assert mean_gap(()) == 0


def test_calibration_error_of_hand_worked_bins() -> None:
    sure = np.array([0.95, 0.95, 0.95, 0.95, 0.55, 0.55, 1.0])
    right = np.array([True, True, True, False, True, False, True])

    # Top bin: five, mean 0.96, right 4/5. Middle: two, mean 0.55, right 1/2.
    assert calibration_error(sure, right) == pytest.approx(5 / 7 * 0.16 + 2 / 7 * 0.05)
