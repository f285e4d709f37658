"""Temperatures, thresholds and the flag for review, on logits made by hand."""

import numpy as np
import pytest

from models.calibration import REVIEW_SHARE, Calibration, Floats, fit_calibration, sigmoid, softmax
from models.labels import LabelLayout


def _drawn(layout: LabelLayout, rows: int) -> tuple[Floats, Floats]:
    """Return logits and targets that were drawn with the probabilities of those very logits."""
    draw = np.random.default_rng(7)
    logits = draw.normal(0, 2, (rows, layout.size))
    targets = np.zeros_like(logits)
    for facet, part in layout.slices():
        if facet.kind == "single":
            shares = softmax(logits[:, part]).cumsum(1)
            chosen = (draw.random((rows, 1)) > shares[:, :-1]).sum(1)
            targets[np.arange(rows), part.start + chosen] = 1
        else:
            targets[:, part] = draw.random(logits[:, part].shape) < sigmoid(logits[:, part])
    return logits, targets


@pytest.mark.parametrize("factor", [0.5, 1.0, 2.5])
def test_the_temperature_that_made_the_logits_too_sure_is_found(
    layout: LabelLayout, factor: float
) -> None:
    logits, targets = _drawn(layout, 2000)

    fitted = fit_calibration(logits * factor, targets, np.ones(logits.shape, bool), layout)

    for temperature in fitted.temperatures.values():
        assert temperature == pytest.approx(factor, rel=0.12)


def test_facets_that_were_not_annotated_do_not_move_a_temperature(layout: LabelLayout) -> None:
    logits, targets = _drawn(layout, 1000)
    known = np.ones(logits.shape, bool)
    known[500:] = False
    half = fit_calibration(logits[:500], targets[:500], known[:500], layout)
    wrong = targets.copy()
    wrong[500:] = 1 - wrong[500:]

    fitted = fit_calibration(logits, wrong, known, layout)

    assert fitted.temperatures == half.temperatures
    assert fitted.thresholds == half.thresholds


def test_a_facet_that_nobody_annotated_keeps_the_neutral_temperature(layout: LabelLayout) -> None:
    logits, targets = _drawn(layout, 20)

    fitted = fit_calibration(logits, targets, np.zeros(logits.shape, bool), layout)

    assert set(fitted.temperatures.values()) == {1.0}
    assert {t for each in fitted.thresholds.values() for t in each.values()} == {0.5}


def test_a_threshold_parts_positives_from_negatives(layout: LabelLayout) -> None:
    rows = 400
    part = dict((facet.name, part) for facet, part in layout.slices())["excuses"]
    logits, targets = np.zeros((rows, layout.size)), np.zeros((rows, layout.size))
    # Every positive has probability 0.4, every negative 0.2: thresholds between them are perfect.
    logits[:, part] = np.log(0.2 / 0.8)
    logits[:200, part], targets[:200, part] = np.log(0.4 / 0.6), 1

    fitted = fit_calibration(logits, targets, np.ones(logits.shape, bool), layout)

    chances = fitted.probabilities(logits, layout)
    assert (fitted.chosen(chances, layout)[:, part] == (targets[:, part] == 1)).all()


def test_a_rare_label_leans_on_the_threshold_of_its_facet(layout: LabelLayout) -> None:
    part = dict((facet.name, part) for facet, part in layout.slices())["excuses"]
    logits, targets = np.full((300, layout.size), -9.0), np.zeros((300, layout.size))
    logits[:100, part], targets[:100, part] = 1.0, 1
    # The last label has one positive, and that at a far lower probability.
    last = part.stop - 1
    logits[:, last], targets[:, last] = -9.0, 0
    logits[0, last], targets[0, last] = -2.0, 1
    known = np.ones(logits.shape, bool)

    fitted = fit_calibration(logits, targets, known, layout).thresholds["excuses"]

    common, rare = fitted["access"], fitted["cynicism"]
    own = 0.05  # the grid's lowest parts the one positive from the rest
    facet_wide = (common * 108 - own * 100) / 8
    assert rare == pytest.approx((1 * own + 8 * facet_wide) / 9, abs=0.02)


def test_probabilities_of_a_single_facet_sum_to_one(layout: LabelLayout) -> None:
    logits, _ = _drawn(layout, 50)
    logits[0] = 2000.0
    logits[1] = -2000.0

    chances = Calibration.neutral(layout).probabilities(logits, layout)

    assert np.isfinite(chances).all()
    for facet, part in layout.slices():
        if facet.kind == "single":
            assert chances[:, part].sum(1) == pytest.approx(np.ones(50))


def test_a_hot_temperature_makes_less_sure_and_changes_no_single_answer(
    layout: LabelLayout,
) -> None:
    logits, _ = _drawn(layout, 50)
    cold = Calibration.neutral(layout)
    hot = Calibration(dict.fromkeys(cold.temperatures, 3.0), cold.thresholds, 0.0)

    before, after = cold.probabilities(logits, layout), hot.probabilities(logits, layout)

    for facet, part in layout.slices():
        if facet.kind == "single":
            assert (before[:, part].argmax(1) == after[:, part].argmax(1)).all()
            assert (after[:, part].max(1) <= before[:, part].max(1)).all()


def test_at_most_a_fifth_of_the_calibration_passages_is_flagged(layout: LabelLayout) -> None:
    logits, targets = _drawn(layout, 503)

    fitted = fit_calibration(logits, targets, np.ones(logits.shape, bool), layout)

    sure = fitted.confidence(fitted.probabilities(logits, layout), layout)
    share = (sure < fitted.review_below).mean()
    assert REVIEW_SHARE - 0.01 < share <= REVIEW_SHARE + 0.002


def test_confidence_is_the_product_over_facets(layout: LabelLayout) -> None:
    chances = np.full((1, layout.size), 0.0)
    for facet, part in layout.slices():
        if facet.kind == "single":
            chances[0, part.start] = 1.0
    parts = {facet.name: part for facet, part in layout.slices()}
    chances[0, parts["moment"]] = [0.7, 0.1, 0.1, 0.1]
    chances[0, parts["excuses"].start] = 0.8
    chances[0, parts["excuses"].start + 1] = 0.25

    (sure,) = Calibration.neutral(layout).confidence(chances, layout)

    assert sure == pytest.approx(0.7 * 0.8 * 0.75)


def test_thresholds_come_from_the_real_text_where_there_is_enough(layout: LabelLayout) -> None:
    logits, targets = _drawn(layout, 800)
    known, real = np.ones(logits.shape, bool), np.arange(800) < 400
    all_given = targets.copy()
    for facet, part in layout.slices():
        if facet.kind == "multi":
            all_given[:400, part] = 1  # then the lowest threshold is the best

    mixed = fit_calibration(logits, all_given, known, layout)
    fitted = fit_calibration(logits, all_given, known, layout, real)

    assert fitted.temperatures == mixed.temperatures
    for name in ("drivers", "excuses"):
        thresholds = fitted.thresholds[name]
        assert np.mean(list(thresholds.values())) < 0.5 * np.mean(
            list(mixed.thresholds[name].values())
        )


def test_a_little_real_text_does_not_set_the_thresholds(layout: LabelLayout) -> None:
    logits, targets = _drawn(layout, 800)
    known, real = np.ones(logits.shape, bool), np.arange(800) < 100

    fitted = fit_calibration(logits, targets, known, layout, real)

    assert fitted == fit_calibration(logits, targets, known, layout)


def test_a_rare_label_is_given_below_one_half_where_that_finds_more(layout: LabelLayout) -> None:
    # Of 400 passages every tenth is real, and the tagger always says 0.3 of those, 0.05 of others.
    facet, part = next((f, p) for f, p in layout.slices() if f.name == "personalization")
    real, none = (part.start + facet.label_names.index(name) for name in ("real", "none"))
    logits, targets = np.zeros((400, layout.size)), np.zeros((400, layout.size))
    known = np.zeros((400, layout.size), bool)
    known[:, part] = True
    is_real = np.arange(400) % 10 == 0
    logits[:, part] = np.log(0.01)
    logits[:, real] = np.log(np.where(is_real, 0.3, 0.05))
    logits[:, none] = np.log(np.where(is_real, 0.68, 0.93))
    targets[np.arange(400), np.where(is_real, real, none)] = 1

    fitted = fit_calibration(logits, targets, known, layout)
    chosen = fitted.chosen(fitted.probabilities(logits, layout), layout)

    assert (chosen[:, real] == is_real).all()
    assert (chosen[:, part].sum(1) == 1).all()


def test_a_calibration_without_such_thresholds_gives_the_most_probable_label(
    layout: LabelLayout,
) -> None:
    neutral = Calibration.neutral(layout)
    logits, _ = _drawn(layout, 50)

    chosen = neutral.chosen(neutral.probabilities(logits, layout), layout)

    for facet, part in layout.slices():
        if facet.kind == "single":
            assert (chosen[:, part].argmax(1) == logits[:, part].argmax(1)).all()
