"""The gate on the behaviour suite: who passes, kind by kind, and what it says."""

import pytest

from models.gate import judge
from models.gate_behaviour import behaviour_checks
from models.gate_behaviour_figures import Behaviour, Verdict
from models.gate_checks import Check
from models.gate_settings import BehaviourConfig, GateConfig
from models.labels import LabelLayout
from tests.models.behaviour_making import asked, failing
from tests.models.gate_making import held_out, tagger


def verdicts(found: Behaviour) -> dict[str, Verdict]:
    return {figure.kind: figure.verdict for figure in found.kinds()}


def check_of(found: Behaviour, kind: str) -> Check:
    (check,) = [check for check in behaviour_checks(found) if check.name == f"behaviour, {kind}"]
    return check


def test_who_reaches_the_marks_passes_whatever_the_champion_does() -> None:
    at_the_marks = failing(minimum=5, direction=5, invariance=3)

    for champion in (failing(), failing(minimum=50, direction=50, invariance=50), None):
        checks = behaviour_checks(asked(at_the_marks, champion))

        assert [check.passed for check in checks] == [True, True, True]
        assert [check.detail for check in checks] == [
            "95.00% of the cases are tagged as they must be; the mark is 95.00%",
            "95.00% of the cases move as they must; the mark is 95.00%",
            "3.00% of the cases flip a tag; the mark is 3.00%",
        ]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("minimum", "94.00% of the cases are tagged as they must be"),
        ("direction", "94.00% of the cases move as they must"),
        ("invariance", "6.00% of the cases flip a tag"),
    ],
)
def test_the_mark_rules_once_the_champion_reaches_it(kind: str, reason: str) -> None:
    found = asked(failing(**{kind: 6}), failing(**{kind: 3}))

    check = check_of(found, kind)
    assert not check.passed
    assert check.detail.startswith(f"{reason}, which misses the mark of ")
    assert "; the champion reaches it with " in check.detail
    assert sorted(verdicts(found).values()) == ["missed", "reached", "reached"]


@pytest.mark.parametrize("kind", ["minimum", "direction", "invariance"])
@pytest.mark.parametrize("failed", [18, 20, 22])
def test_up_to_two_points_below_a_champion_that_misses_the_mark_too_is_let_pass(
    kind: str, failed: int
) -> None:
    found = asked(failing(**{kind: failed}), failing(**{kind: 20}))

    assert verdicts(found)[kind] == "no worse"
    assert check_of(found, kind).passed


@pytest.mark.parametrize("kind", ["minimum", "direction", "invariance"])
def test_more_than_two_points_below_such_a_champion_is_refused(kind: str) -> None:
    assert not check_of(asked(failing(**{kind: 23}), failing(**{kind: 20})), kind).passed


def test_what_is_let_pass_says_which_mark_is_missed_and_that_the_champion_misses_it() -> None:
    same = failing(minimum=20)

    assert check_of(asked(same, same), "minimum") == Check(
        "behaviour, minimum",
        passed=True,
        detail="80.00% of the cases are tagged as they must be, which misses the mark of 95.00%; "
        "the champion misses it too, with 80.00%; up to 2.0 points worse than that is let pass",
    )


def test_strict_takes_the_marks_as_they_are() -> None:
    same = failing(invariance=20)

    check = check_of(asked(same, same, BehaviourConfig(strict=True)), "invariance")

    assert not check.passed
    assert check.detail.endswith("but gate.behaviour.strict takes the mark as it is")


@pytest.mark.parametrize("strict", [True, False])
def test_without_a_champion_to_compare_with_only_strict_marks_refuse(strict: bool) -> None:
    check = check_of(
        asked(failing(direction=20), None, BehaviourConfig(strict=strict)), "direction"
    )

    assert check.passed != strict
    assert "there is no champion of this taxonomy to be no worse than" in check.detail


def test_a_worse_challenger_is_not_promoted_and_the_reason_names_the_kind(
    layout: LabelLayout,
) -> None:
    same = tagger(layout)
    found = asked(failing(direction=40), failing(direction=20))

    decision = judge(held_out(layout, same, same), GateConfig(), behaviour_checks(found))

    assert not decision.is_promoted
    (reason,) = decision.reasons
    assert reason.startswith("behaviour, direction: 60.00% of the cases move as they must")
