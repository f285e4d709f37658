"""The gate: who may not pass."""

from math import nan

from models.evaluation import HEADLINE_FACETS, Evaluation, FacetScore
from models.gate import judge


def _evaluation(passages: int = 50, error: float = 0.0, **scores: float | None) -> Evaluation:
    facets = dict.fromkeys(HEADLINE_FACETS, 0.5) | scores
    return Evaluation(
        passages, {name: FacetScore(each, error, {}) for name, each in facets.items()}, 0.3
    )


CHAMPION = _evaluation()


def test_a_better_headline_with_no_loss_is_promoted() -> None:
    assert judge(_evaluation(moment=0.6), CHAMPION).is_promoted


def test_an_equal_headline_is_refused() -> None:
    decision = judge(_evaluation(), CHAMPION)

    assert not decision.is_promoted
    assert "0.500 is not above the champion's 0.500" in decision.reasons[0]


def test_a_facet_that_loses_more_than_two_points_is_refused_by_name() -> None:
    decision = judge(_evaluation(moment=0.9, excuses=0.479), CHAMPION)

    (reason,) = decision.reasons
    assert not decision.is_promoted
    assert reason.startswith("excuses: 0.479 after 0.500")


def test_a_facet_may_lose_less_than_two_points() -> None:
    assert judge(_evaluation(moment=0.9, excuses=0.481), CHAMPION).is_promoted


def test_a_facet_outside_the_headline_may_not_lose_either() -> None:
    champion = _evaluation(narrator=0.8)

    assert not judge(_evaluation(moment=0.9, narrator=0.7), champion).is_promoted


def test_a_facet_that_is_no_longer_measured_is_refused() -> None:
    champion = _evaluation(narrator=0.8)

    assert "narrator: nothing" in judge(_evaluation(moment=0.9, narrator=None), champion).reasons[0]
    assert "narrator: nothing" in judge(_evaluation(moment=0.9), champion).reasons[0]


def test_a_score_that_is_not_a_number_is_refused_with_and_without_a_champion() -> None:
    challenger = _evaluation(moment=nan)

    assert not judge(challenger, CHAMPION).is_promoted
    assert not judge(challenger, None).is_promoted
    assert not judge(_evaluation(moment=0.9), _evaluation(moment=nan)).is_promoted


def test_probabilities_that_are_not_numbers_are_refused() -> None:
    assert not judge(_evaluation(moment=0.9, error=nan), CHAMPION).is_promoted


def test_an_empty_test_set_is_refused() -> None:
    nothing = _evaluation(passages=0)

    assert not judge(nothing, None).is_promoted
    assert not judge(nothing, _evaluation(passages=0)).is_promoted


def test_evaluations_of_different_test_sets_are_refused() -> None:
    assert not judge(_evaluation(passages=49, moment=0.9), CHAMPION).is_promoted


def test_without_a_champion_any_number_wins() -> None:
    assert judge(_evaluation(moment=0.0), None).is_promoted
