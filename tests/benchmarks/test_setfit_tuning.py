"""SetFit on a tiny encoder: which passages it is shown, and that tuning does what it is for."""

from pathlib import Path

import numpy as np

from benchmarks.setfit_tuning import BATCH_PAIRS, Budget, few_shots, fit_setfit
from corpora.labelled import LabelledPassage
from corpora.story import Tags
from corpora.taxonomy import Taxonomy, load_taxonomy
from models.labels import LabelLayout
from tests.models.tiny import passages

TAXONOMY = load_taxonomy()


def _layout(*facets: str) -> LabelLayout:
    return LabelLayout(Taxonomy("t", tuple(TAXONOMY.facet(name) for name in facets)))


def _passage(number: int, labels: dict[str, tuple[str, ...]]) -> LabelledPassage:
    return LabelledPassage(f"p{number}", f"t{number}", Tags(labels), f"p{number}", "", "t")


def test_shots_are_drawn_per_label_and_from_annotated_passages_alone() -> None:
    learn = [_passage(n, {"moment": ("wow" if n % 4 else "failed",)}) for n in range(40)]
    learn += [_passage(n, {"excuses": ("policy",)}) for n in range(40, 80)]

    shown, answers = few_shots(learn, _layout("moment"), shots=3)

    assert len(shown) == 6
    assert max(shown) < 40
    # wow, met, failed, none, and no label at all
    assert np.sum(answers, axis=0).tolist() == [3, 0, 3, 0, 0]
    assert few_shots(learn, _layout("moment"), shots=3)[0] == shown


def test_passages_without_a_label_are_shown_as_alike() -> None:
    learn = [_passage(n, {"excuses": ("policy", "tools") if n < 5 else ()}) for n in range(20)]

    shown, answers = few_shots(learn, _layout("excuses"), shots=4)

    # A passage with two labels serves both.
    assert len(shown) == 8
    assert np.array(answers)[:, -1].sum() == 4


def test_every_facet_gets_logits_and_a_calibration(tiny_encoder: Path) -> None:
    layout = _layout("moment", "excuses", "personalization")
    learn = passages()
    texts = [passage.text for passage in learn]

    budget = Budget(pairs=3 * 2 * BATCH_PAIRS, shots=4)

    fitted, spent = fit_setfit(learn, layout, tiny_encoder, budget)

    chances = fitted.calibration.probabilities(fitted.logits(texts), layout)
    assert chances.shape == (24, layout.size)
    assert np.isfinite(chances).all()
    assert set(fitted.calibration.thresholds) == {"moment", "excuses", "personalization"}
    assert set(fitted.penalties) == {"moment", "excuses", "personalization"}
    assert "32 pairs in 2 steps" in spent[0]
    # All are alike in personalization: there is nothing to tune on.
    assert "0 pairs in 0 steps" in spent[2]
    assert len(spent) == 3
