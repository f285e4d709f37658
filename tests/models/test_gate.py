"""The gate: who may not pass, and what it says."""

import numpy as np

from models.gate import judge
from models.gate_checks import Check
from models.gate_outcomes import Outcomes
from models.gate_settings import GateConfig
from models.labels import LabelLayout
from tests.models.gate_making import PASSAGES, held_out, tagger, without

SETTINGS = GateConfig()


def test_an_equal_challenger_passes_as_nothing_falls(layout: LabelLayout) -> None:
    same = tagger(layout)

    decision = judge(held_out(layout, same, same), SETTINGS)

    assert decision.is_promoted, decision.reasons
    assert "all held-out text" in decision.figures
    assert "real text" not in decision.figures


def test_a_label_that_is_surely_lost_is_named_with_its_figures(layout: LabelLayout) -> None:
    champion = tagger(layout)
    challenger = without(champion, layout, "excuses", "policy", 0.5)

    decision = judge(held_out(layout, challenger, champion), SETTINGS)

    lost = [reason for reason in decision.reasons if "excuses.policy fell from" in reason]
    assert len(lost) == 1
    assert lost[0].startswith("all held-out text: excuses.policy fell from 0.9")
    assert "with 95% confidence; 0.020 is allowed" in lost[0]
    assert not any("drivers" in reason for reason in decision.reasons)


def test_a_label_that_one_passage_costs_is_not_surely_lost(layout: LabelLayout) -> None:
    champion = tagger(layout)
    at = layout.names().index(("excuses", "policy"))
    challenger = without(champion, layout, "excuses", "policy", 1 / champion.given[:, at].sum())

    reasons = judge(held_out(layout, challenger, champion), SETTINGS).reasons

    assert not any("excuses.policy" in reason for reason in reasons)
    assert [reason for reason in reasons if "is below the champion's" in reason]


def test_a_label_with_few_positives_is_not_judged(layout: LabelLayout) -> None:
    champion = tagger(layout, passages=90)  # every driver has less than ten
    drivers = layout.taxonomy.facet("drivers").label_names
    challenger = champion
    for label in drivers:
        challenger = without(challenger, layout, "drivers", label, 1.0)

    reasons = judge(held_out(layout, challenger, champion), SETTINGS).reasons

    assert 90 / len(drivers) < 10
    assert reasons == ()


def test_real_text_is_judged_on_its_own(layout: LabelLayout) -> None:
    champion = tagger(layout, wrong=0.1)
    better = tagger(layout, wrong=0.0)
    worse = without(champion, layout, "moment", "wow", 1.0)
    real = np.arange(PASSAGES)[:, None] >= PASSAGES - 150
    challenger = Outcomes(
        champion.gold,
        champion.known,
        np.where(real, worse.given, better.given),
        np.where(real, worse.chances, better.chances),
    )

    reasons = judge(held_out(layout, challenger, champion, real=150), SETTINGS).reasons

    assert any(reason.startswith("real text: moment.wow fell") for reason in reasons)
    assert any(reason.startswith("real text: headline") for reason in reasons)
    assert not any(reason.startswith("all held-out text: headline") for reason in reasons)


def test_calibration_has_a_bound_of_its_own_on_real_text(layout: LabelLayout) -> None:
    sure = tagger(layout, wrong=0.08)  # 97% sure and 92% right: an error of about 0.05

    authored = judge(held_out(layout, sure, sure), SETTINGS)
    real = judge(held_out(layout, sure, sure, real=PASSAGES), SETTINGS)

    assert any("moment has an expected calibration error of 0.0" in r for r in authored.reasons)
    assert any("above the bound of 0.030" in r for r in authored.reasons)
    assert real.is_promoted, real.reasons


def test_tfidf_must_be_left_behind_where_it_is_measured(layout: LabelLayout) -> None:
    same = tagger(layout)

    decision = judge(held_out(layout, same, same, baseline=same), SETTINGS)

    (reason,) = decision.reasons
    assert "is not above TF-IDF's 0.9" in reason


def test_the_checks_of_others_count(layout: LabelLayout) -> None:
    same = tagger(layout)
    checks = [Check("behaviour: pseudonyms", False, "3 of 50 swaps changed a tag")]

    decision = judge(held_out(layout, same, same), SETTINGS, checks)

    assert decision.reasons == ("behaviour: pseudonyms: 3 of 50 swaps changed a tag",)


def test_without_a_champion_the_other_rules_hold(layout: LabelLayout) -> None:
    assert judge(held_out(layout, tagger(layout), None), SETTINGS).is_promoted
    assert not judge(held_out(layout, tagger(layout, wrong=0.5), None), SETTINGS).is_promoted


def test_probabilities_that_are_no_numbers_are_refused(layout: LabelLayout) -> None:
    same = tagger(layout)
    broken = Outcomes(same.gold, same.known, same.given, np.full_like(same.chances, np.nan))

    decision = judge(held_out(layout, broken, same), SETTINGS)

    assert decision.reasons == ("the challenger's probabilities are not all numbers",)


def test_nothing_measured_is_refused(layout: LabelLayout) -> None:
    none, few = tagger(layout, passages=0), tagger(layout, passages=4)

    assert "nothing was measured" in judge(held_out(layout, none, none), SETTINGS).reasons[0]
    assert "nothing was measured" in judge(held_out(layout, few, few), SETTINGS).reasons[0]
