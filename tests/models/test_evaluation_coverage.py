"""Error by confidence, worked by hand."""

import numpy as np
import pytest

from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from models.calibration import Calibration
from models.evaluation import evaluate
from models.evaluation_coverage import confidences, measure_coverage, risk_curve
from models.inference import Tagger
from models.labels import LabelLayout
from tests.models.conftest import Trained
from tests.models.tiny import passages


def _passage(**labels: tuple[str, ...]) -> LabelledPassage:
    return LabelledPassage("p", "words", Tags(labels), "p", "test", "hand")


def _said(needs_review: bool = False, **labels: tuple[str, ...]) -> Prediction:
    return Prediction(Tags(labels), {}, needs_review)


def test_the_error_of_the_surest_stories_is_a_running_mean() -> None:
    curve = risk_curve(np.array([0.2, 0.9, 0.8, 0.6, 0.7]), np.array([1.0, 0, 0.5, 1, 0]))

    # Surest first the errors are 0, 1/2, 0, 1, 1.
    assert curve.risks == pytest.approx((0, 1 / 4, 1 / 6, 3 / 8, 1 / 2))
    assert curve.error == 0.5
    assert curve.error_at_80 == 0.375
    assert curve.ratio_at_80 == 0.75
    assert curve.area == pytest.approx((1 / 4 + 1 / 6 + 3 / 8 + 1 / 2) / 5)


def test_the_best_order_takes_the_least_errors_first() -> None:
    curve = risk_curve(np.array([0.2, 0.9, 0.8, 0.6, 0.7]), np.array([0.0, 1, 0.5, 1, 0]))

    assert curve.best_risks == pytest.approx((0, 0, 1 / 6, 3 / 8, 1 / 2))
    assert curve.best_error_at_80 == 0.375


def test_eighty_percent_are_at_least_eighty_percent_and_never_one_more() -> None:
    errors = [0.0] * 12 + [1.0] * 3  # 80% of 15 are exactly 12
    assert risk_curve(-np.arange(15.0), np.array(errors)).error_at_80 == 0

    errors = [0.0] * 4 + [1.0] * 2  # 80% of 6 are 4.8
    assert risk_curve(-np.arange(6.0), np.array(errors)).error_at_80 == 0.2


def test_the_order_of_equally_sure_stories_changes_nothing() -> None:
    one = risk_curve(np.array([0.5, 0.5, 0.9]), np.array([1.0, 0.0, 0.0]))
    other = risk_curve(np.array([0.9, 0.5, 0.5]), np.array([0.0, 0.0, 1.0]))

    assert one.risks == other.risks == pytest.approx((0, 1 / 4, 1 / 3))


def test_a_tagger_without_errors_has_no_ratio() -> None:
    assert risk_curve(np.array([0.5]), np.array([0.0])).ratio_at_80 is None


def test_the_error_of_a_story_is_the_share_of_its_annotated_facets_that_are_not_right() -> None:
    gold = [
        _passage(moment=("wow",), drivers=("initiative", "recovery")),
        _passage(moment=("failed",)),
        _passage(narrator=("customer",)),  # no facet that counts: no story here
    ]
    said = [
        _said(moment=("wow",), drivers=("initiative",)),  # one driver is lost: half is wrong
        _said(True, moment=("wow",), drivers=("initiative",)),
        _said(moment=("wow",)),
    ]

    found = measure_coverage(gold, said, np.array([0.9, 0.1, 0.5]), ("moment", "drivers"))

    assert found is not None
    assert found.stories.risks == (0.5, 0.75)
    assert found.facets["moment"].risks == (0, 0.5)
    assert found.facets["drivers"].risks == (1,)
    assert (found.kept_share, found.kept_error) == (0.5, 0.5)


def test_labels_in_another_order_are_right() -> None:
    gold = [_passage(drivers=("initiative", "recovery"))]
    said = [_said(drivers=("recovery", "initiative"))]

    found = measure_coverage(gold, said, np.array([0.9]), ("drivers",))

    assert found is not None
    assert found.stories.error == 0


def test_nothing_is_measured_where_no_facet_was_annotated() -> None:
    assert measure_coverage([_passage()], [_said()], np.array([0.9]), ("moment",)) is None
    assert measure_coverage([], [], np.zeros(0), ("moment",)) is None


def test_the_confidence_is_the_one_that_flags_stories_for_review(
    trained: Trained, layout: LabelLayout
) -> None:
    fitted = trained.tagger.calibration
    texts = [passage.text for passage in passages()]
    chances = fitted.probabilities(trained.tagger.logits(texts), layout)
    middle = float(np.median(fitted.confidence(chances, layout)))
    tagger = Tagger(
        trained.tagger.network,
        trained.tagger.encoder,
        layout,
        Calibration(fitted.temperatures, fitted.thresholds, middle),
        "tiny",
    )
    said = list(tagger.tag(texts))

    sure = confidences(said, tagger.calibration, layout)

    flagged = np.array([each.needs_review for each in said])
    assert flagged.any()
    assert sure[flagged].max() <= sure[~flagged].min() + 1e-3


def test_an_evaluation_holds_the_coverage_of_the_headline_facets(trained: Trained) -> None:
    found = evaluate(trained.tagger, passages())

    assert found.coverage is not None
    assert set(found.coverage.facets) == {"moment", "drivers", "personalization", "excuses"}
    assert len(found.coverage.stories.risks) == len(passages())
