"""What the behaviour suite reports: means, table, failing cases."""

from pathlib import Path

import pytest

from models.behaviour import Kind, Result, capabilities, run, summary
from models.behaviour.report import as_json, failing, table
from models.checkpoint import load_checkpoint


def result(name: str, kind: Kind, cases: int, failures: int) -> Result:
    return Result(name, kind, cases, failures, 1 - failures / cases, ())


def test_means_count_capabilities_alike_and_kinds_apart() -> None:
    results = (
        result("small", "minimum", 50, 25),
        result("large", "minimum", 100, 0),
        result("swap", "invariance", 100, 4),
        result("more", "direction", 50, 5),
    )

    means = summary(results)

    assert means.minimum == pytest.approx(0.75)
    assert means.flip_rate == pytest.approx(0.04)
    assert means.direction == pytest.approx(0.9)


def test_the_table_shows_pass_rates_and_for_invariance_flips() -> None:
    shown = table((result("policy", "minimum", 50, 10), result("names", "invariance", 50, 5)))

    lines = [line.split() for line in shown.splitlines()]
    assert ["policy", "50", "80.0%"] in lines
    assert ["names", "50", "10.0%"] in lines
    assert ["mean", "50", "10.0%"] in lines


def test_numbers_for_programs_hold_every_capability_and_the_means() -> None:
    content = as_json((result("names", "invariance", 50, 5),), "tiny-1")

    assert content["flip_rate"] == 0.1
    assert content["model_version"] == "tiny-1"
    assert content["capabilities"] == [
        {"name": "names", "kind": "invariance", "cases": 50, "failures": 5, "rate": 0.9}
    ]


def test_failing_cases_are_written_out_up_to_a_count(untrained_checkpoint: Path) -> None:
    suite = [c for c in capabilities() if c.name == "sarcasm is a failure"]

    (sarcasm,) = run(load_checkpoint(untrained_checkpoint).tag, suite)
    shown = failing((sarcasm,), 2)

    assert f"{sarcasm.failures} of {sarcasm.cases} fail" in shown
    assert sarcasm.failures >= 2
    assert shown.count("    '") + shown.count('    "') == 2
