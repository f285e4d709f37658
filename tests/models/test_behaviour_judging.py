"""How the behaviour suite judges: each kind on hand-made predictions, all on a tiny tagger."""

from pathlib import Path

import pytest

from corpora.story import Prediction, Tags
from models.behaviour import Capability, Case, Claim, capabilities, run
from models.behaviour.cases import absent, given
from models.behaviour.judging import judge, judge_direction, judge_invariance, judge_minimum
from models.checkpoint import load_checkpoint

POLICY = given("excuses.policy")
NO_POLICY = absent("excuses.policy")


def said(policy: float, moment: str = "failed") -> Prediction:
    """Give `policy` from one half on."""
    labels = {"excuses": ("policy",) if policy >= 0.5 else (), "moment": (moment,)}
    chances = {name: float(name == moment) for name in ("wow", "met", "failed", "none")}
    return Prediction(
        Tags(labels), {"excuses": {"policy": policy}, "moment": chances}, needs_review=False
    )


def case(*claims: Claim) -> Case:
    return Case("carrier", "a text", "another text", claims)


def test_a_tag_is_claimed_by_facet_and_label() -> None:
    assert given("excuses.policy") == Claim("excuses", "policy", holds=True)
    assert str(absent("excuses.policy")) == "not excuses.policy"


@pytest.mark.parametrize(("chance", "claim"), [(0.7, POLICY), (0.2, NO_POLICY)])
def test_a_minimum_case_passes_when_the_label_is_as_claimed(chance: float, claim: Claim) -> None:
    assert judge_minimum(case(claim), said(chance)) == ""


@pytest.mark.parametrize(("chance", "claim"), [(0.2, POLICY), (0.7, NO_POLICY)])
def test_a_minimum_case_fails_when_the_label_is_not_as_claimed(chance: float, claim: Claim) -> None:
    assert judge_minimum(case(claim), said(chance)) == f"{claim} expected at {chance:.2f}"


def test_one_wrong_claim_of_two_fails_a_minimum_case() -> None:
    claims = (POLICY, given("moment.wow"))

    assert judge_minimum(case(*claims), said(0.7)) == "moment.wow expected at 0.00"


def test_a_probability_may_move_as_long_as_no_tag_flips() -> None:
    assert judge_invariance(said(0.1), said(0.4)) == ""


def test_a_flip_in_any_facet_fails_an_invariance_case() -> None:
    assert judge_invariance(said(0.7), said(0.3)) == "-excuses.policy"
    assert judge_invariance(said(0.3), said(0.7)) == "+excuses.policy"
    assert judge_invariance(said(0.3), said(0.3, "met")) == "-moment.failed, +moment.met"


@pytest.mark.parametrize(
    ("claim", "before", "after", "passes"),
    [
        (POLICY, 0.2, 0.3, True),
        (POLICY, 0.3, 0.2, False),
        (POLICY, 0.2, 0.205, False),  # within the noise of bf16
        (POLICY, 0.995, 0.993, True),  # as high as can be
        (NO_POLICY, 0.3, 0.2, True),
        (NO_POLICY, 0.2, 0.3, False),
        (NO_POLICY, 0.2, 0.195, False),
        (NO_POLICY, 0.005, 0.008, True),
    ],
)
def test_a_direction_case_passes_when_the_probability_moves_as_claimed(
    claim: Claim, before: float, after: float, passes: bool
) -> None:
    assert (judge_direction(case(claim), said(before), said(after)) == "") == passes


def test_a_failed_direction_says_where_the_probability_went() -> None:
    reason = judge_direction(case(NO_POLICY), said(0.2), said(0.3))

    assert reason == "excuses.policy must go down, went 0.20 to 0.30"


def test_a_capability_is_judged_by_its_kind_and_keeps_what_failed() -> None:
    one, other = Case("c", "one", claims=(POLICY,)), Case("c", "other", claims=(POLICY,))

    judged = judge(
        Capability("policy", "minimum", (one, other)), {"one": said(0.9), "other": said(0.1)}
    )

    assert (judged.cases, judged.failures, judged.rate) == (2, 1, 0.5)
    assert [failure.case for failure in judged.failed] == [other]


def test_results_come_in_the_order_of_the_capabilities(untrained_checkpoint: Path) -> None:
    some = capabilities()[::9]
    assert {capability.kind for capability in some} == {"minimum", "invariance", "direction"}

    results = run(load_checkpoint(untrained_checkpoint).tag, some)

    assert [(r.name, r.kind, r.cases) for r in results] == [
        (c.name, c.kind, len(c.cases)) for c in some
    ]
    assert all(r.failures == len(r.failed) for r in results)
    assert all(r.rate == pytest.approx(1 - r.failures / r.cases) for r in results)
    # It was never trained, so it cannot be right throughout.
    assert sum(r.failures for r in results) > 0
