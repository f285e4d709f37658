"""The paired bootstrap: numbers worked by hand, the same every time."""

from dataclasses import replace

import numpy as np
import pytest

from models.evaluation import score
from models.gate_bootstrap import (
    HEADLINE,
    compare,
    draw_weights,
    headline,
    interval,
    macro_f1,
    p_not_above,
)
from models.gate_calibration import calibration_figures
from models.gate_outcomes import Outcomes, outcomes
from models.gate_settings import GateConfig
from models.labels import LabelLayout
from tests.models.conftest import Trained
from tests.models.gate_making import tagger, without
from tests.models.tiny import passages

SETTINGS = GateConfig()


def test_the_f1_of_a_label_and_its_loss(layout: LabelLayout) -> None:
    champion = tagger(layout, passages=240, wrong=0.0)
    challenger = without(champion, layout, "moment", "wow", 0.5)
    shown = compare(champion, challenger, layout, SETTINGS).labels["moment.wow"]

    # Half of the positives found and no false alarm: 2 * 0.5 / (1 + 0.5).
    assert shown.before == 1.0
    assert shown.now == pytest.approx(2 / 3, abs=0.01)
    assert 0.15 < shown.low < shown.before - shown.now < shown.high < 0.55


def test_the_interval_is_as_wide_as_resampling_one_by_one_makes_it(layout: LabelLayout) -> None:
    champion = tagger(layout, passages=120, wrong=0.2)
    challenger = without(champion, layout, "moment", "wow", 0.3)
    at = layout.names().index(("moment", "wow"))
    draw = np.random.default_rng(5)

    def f1(side: Outcomes, rows: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
        gold, given = side.gold[rows, at], side.given[rows, at]
        return float(2 * (gold & given).sum() / max(gold.sum() + given.sum(), 1))

    draws = [draw.integers(0, 120, 120) for _ in range(2000)]
    losses = [f1(champion, rows) - f1(challenger, rows) for rows in draws]
    shown = compare(champion, challenger, layout, SETTINGS).labels["moment.wow"]

    assert shown.low == pytest.approx(np.quantile(losses, 0.025), abs=0.03)
    assert shown.high == pytest.approx(np.quantile(losses, 0.975), abs=0.03)


def test_the_same_seed_gives_the_same_intervals(layout: LabelLayout) -> None:
    champion, challenger = tagger(layout, wrong=0.1), tagger(layout, wrong=0.2)

    first, second = (compare(champion, challenger, layout, SETTINGS) for _ in range(2))

    assert first == second


def test_a_facet_that_was_not_annotated_does_not_count(layout: LabelLayout) -> None:
    part = dict((facet.name, part) for facet, part in layout.slices())["moment"]
    champion = tagger(layout, wrong=0.0)
    known = champion.known.copy()
    known[:, part] = False

    found = compare(replace(champion, known=known), tagger(layout), layout, SETTINGS)

    assert not any(name.startswith("moment.") for name in found.labels)


def test_the_headline_is_the_evaluations(trained: Trained, layout: LabelLayout) -> None:
    many = passages() * 5  # enough positives of some labels
    said = list(trained.tagger.tag([passage.text for passage in many]))

    ours = headline(outcomes(many, said, layout), layout)

    assert ours == pytest.approx(score(many, said, layout.taxonomy).headline)


def test_chance_alone_excuses_few_passages_and_not_many(layout: LabelLayout) -> None:
    few, many = tagger(layout, passages=40, wrong=0.1), tagger(layout, passages=2000, wrong=0.1)
    strict = GateConfig(allow_chance_calibration_error=False)

    small = calibration_figures(few, layout, 0.03, SETTINGS)["moment"]
    large = calibration_figures(many, layout, 0.03, SETTINGS)["moment"]
    unexcused = calibration_figures(few, layout, 0.03, strict)["moment"]

    assert small.by_chance > 0.03 > large.by_chance
    assert not large.is_within
    assert small.error == unexcused.error
    assert not unexcused.is_within


def test_every_draw_has_as_many_passages_as_there_are_and_the_first_has_each_once() -> None:
    weights = draw_weights(120, seed=1)

    assert weights.shape == (1001, 120)
    assert (weights.sum(1) == 120).all()
    assert (weights[0] == 1).all()


def test_a_draw_scores_as_the_passages_written_out_would(layout: LabelLayout) -> None:
    side = tagger(layout, passages=600, wrong=0.2)
    weights = draw_weights(600, seed=1)[:5]

    found = macro_f1(side, layout, weights)

    for number, row in enumerate(weights.astype(int)):
        drawn = np.repeat(np.arange(600), row)
        again = Outcomes(side.gold[drawn], side.known[drawn], side.given[drawn], side.chances)
        once = np.ones((1, 600), dtype=np.float32)
        assert found[HEADLINE][number] == pytest.approx(macro_f1(again, layout, once)[HEADLINE][0])


def test_p_counts_draws_in_which_the_first_is_not_above_and_is_never_nought() -> None:
    one = np.array([0.6, 0.5, 0.6, 0.7, 0.5])
    other = np.array([0.5, 0.4, 0.6, 0.8, 0.3])

    # All passages; then above, equal, below, above: (1 + 2) / (1 + 4).
    assert p_not_above(one, other) == pytest.approx(0.6)
    assert p_not_above(one, one - 0.1) == pytest.approx(0.2)


def test_an_interval_is_the_middle_95_percent_of_the_draws() -> None:
    assert interval(np.array([7000.0, *range(1001)])) == pytest.approx((25, 975))
