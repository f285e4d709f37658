"""What `retrain` prints of the behaviour suite."""

import pytest

from models.behaviour import Kind, Result
from models.gate_behaviour_figures import Behaviour
from models.gate_settings import BehaviourConfig
from pipelines.retraining_table import print_behaviour


def result(name: str, kind: Kind, failures: int) -> Result:
    return Result(name, kind, 50, failures, 1 - failures / 50, ())


def test_it_prints_the_three_kinds_and_the_five_worst_capabilities_of_both(
    capsys: pytest.CaptureFixture[str],
) -> None:
    challenger = (
        *(result(f"skill {n}", "minimum", n) for n in range(7)),
        result("moves", "direction", 0),
        result("swap", "invariance", 30),
    )
    champion = tuple(result(each.name, each.kind, 10) for each in challenger)

    print_behaviour(Behaviour(BehaviourConfig(), challenger, champion).brief_json())

    shown = capsys.readouterr().out
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines()]
    worst = [row for row in cells if row and (row[0] == "swap" or row[0].startswith("skill"))]
    assert worst[0] == ["swap", "invariance", "50", "60.0%", "20.0%"]
    assert [row[0] for row in worst[1:]] == ["skill 6", "skill 5", "skill 4", "skill 3"]
    figures = [row[1:4] for row in cells if row and "%" in row[1]]
    assert figures == [
        ["95.0%", "94.0%", "80.0%"],
        ["95.0%", "100.0%", "80.0%"],
        ["3.0%", "60.0%", "20.0%"],
    ]


def test_it_says_when_the_suite_is_turned_off(capsys: pytest.CaptureFixture[str]) -> None:
    print_behaviour(Behaviour(BehaviourConfig(is_on=False)).brief_json())

    assert capsys.readouterr().out.strip() == "behaviour: turned off in the gate's settings"


def test_without_a_champion_to_compare_with_its_column_is_empty(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_behaviour(
        Behaviour(BehaviourConfig(), (result("skill", "minimum", 30),), None).brief_json()
    )

    assert "skill" in capsys.readouterr().out
