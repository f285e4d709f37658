"""Resampled scores, against the scorer itself and against numbers worked by hand."""

import numpy as np
import pytest

from benchmarks.bootstrap import HEADLINE, Interval, draw_counts, leads, resampled_macro_f1
from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from corpora.taxonomy import Taxonomy, load_taxonomy
from models.evaluation import score

TAXONOMY = load_taxonomy()
MOMENTS = ("wow", "met", "failed", "none")
EXCUSES = ("policy", "tools", "budget")


def _passage(number: int, moment: str | None, *excuses: str) -> LabelledPassage:
    labels: dict[str, tuple[str, ...]] = {"excuses": excuses}
    if moment is not None:
        labels["moment"] = (moment,)
    name = f"p{number:03}"
    return LabelledPassage(name, f"text {number}", Tags(labels), name, "test", "hand")


def _said(taxonomy: Taxonomy, moment: str, *excuses: str) -> Prediction:
    scores = {facet.name: dict.fromkeys(facet.label_names, 0.5) for facet in taxonomy.facets}
    return Prediction(Tags({"moment": (moment,), "excuses": excuses}), scores, False)


def _noisy(seed: int) -> tuple[list[LabelledPassage], list[Prediction]]:
    draw = np.random.default_rng(seed)
    gold = [
        _passage(
            number,
            None if number % 7 == 0 else str(draw.choice(MOMENTS)),
            *(excuse for excuse in EXCUSES if draw.random() < 0.4),
        )
        for number in range(120)
    ]
    said = [
        _said(TAXONOMY, str(draw.choice(MOMENTS)), *(e for e in EXCUSES if draw.random() < 0.4))
        for _ in gold
    ]
    return gold, said


def test_every_resample_has_as_many_passages_as_the_test_set() -> None:
    passages, _ = _noisy(1)

    counts = draw_counts(passages, resamples=50)

    assert counts.shape == (50, 120)
    assert (counts.sum(1) == 120).all()


def test_the_order_of_the_file_does_not_matter() -> None:
    passages, _ = _noisy(1)

    counts = draw_counts(passages, resamples=20)

    assert (draw_counts(passages[::-1], resamples=20) == counts[:, ::-1]).all()


def test_taking_every_passage_once_gives_the_score_itself() -> None:
    passages, said = _noisy(2)

    found = resampled_macro_f1(passages, said, TAXONOMY, np.ones((1, len(passages))))

    expected = score(passages, said, TAXONOMY)
    assert found["moment"][0] == pytest.approx(expected.facets["moment"].macro_f1)
    assert found["excuses"][0] == pytest.approx(expected.facets["excuses"].macro_f1)
    assert found[HEADLINE][0] == pytest.approx(expected.headline)


def test_a_resample_scores_as_the_passages_written_out_would() -> None:
    passages, said = _noisy(3)
    counts = draw_counts(passages, resamples=5)

    found = resampled_macro_f1(passages, said, TAXONOMY, counts)

    for number, row in enumerate(counts.astype(int)):
        drawn = np.repeat(np.arange(len(passages)), row)
        expected = score([passages[i] for i in drawn], [said[i] for i in drawn], TAXONOMY)
        assert found["moment"][number] == pytest.approx(expected.facets["moment"].macro_f1)
        assert found["excuses"][number] == pytest.approx(expected.facets["excuses"].macro_f1)


def test_a_facet_without_enough_positives_is_left_out() -> None:
    passages = [_passage(number, "wow") for number in range(10)]
    said = [_said(TAXONOMY, "wow") for _ in passages]

    found = resampled_macro_f1(passages, said, TAXONOMY, np.ones((3, 10)))

    assert {name: values.tolist() for name, values in found.items()} == {
        "moment": [1, 1, 1],
        HEADLINE: [1, 1, 1],
    }


def test_p_is_the_share_of_resamples_in_which_the_first_is_not_better() -> None:
    best = {"moment": np.array([0.5, 0.6, 0.7, 0.5])}
    other = {"moment": np.array([0.4, 0.6, 0.8, 0.3])}

    lead = leads(best, other)["moment"]

    # Better, equal, worse, better.
    assert lead.not_better == 0.5
    assert lead.interval.low == pytest.approx(-0.1 + 0.075 * 0.1)


def test_an_interval_is_the_middle_95_percent() -> None:
    found = Interval.of(np.arange(1001.0))

    assert (found.low, found.high) == (25, 975)
