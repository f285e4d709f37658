"""Scores of systems on one test file: the evaluation's own, and the champion's lead."""

import numpy as np
import pytest

from benchmarks.baselines_report import table
from benchmarks.baselines_score import score_systems
from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from corpora.taxonomy import load_taxonomy
from models.evaluation import score

TAXONOMY = load_taxonomy()
EXCUSES = ("policy", "tools", "budget")


def _passage(number: int, *excuses: str) -> LabelledPassage:
    name = f"p{number:03}"
    return LabelledPassage(name, f"text {number}", Tags({"excuses": excuses}), name, "", "hand")


def _said(*excuses: str) -> Prediction:
    scores = {facet.name: dict.fromkeys(facet.label_names, 0.5) for facet in TAXONOMY.facets}
    return Prediction(Tags({"excuses": excuses}), scores, False)


def _noisy(seed: int, wrong: float) -> tuple[list[LabelledPassage], list[Prediction]]:
    """Gold is the same for every seed; a system of another seed errs elsewhere."""
    first, draw = np.random.default_rng(1), np.random.default_rng(seed)
    holds = first.random((120, 3)) < 0.4
    given = holds ^ (draw.random((120, 3)) < wrong)

    def names(row: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[str]:
        return [name for name, yes in zip(EXCUSES, row, strict=True) if yes]

    gold = [_passage(number, *names(row)) for number, row in enumerate(holds)]
    return gold, [_said(*names(row)) for row in given]


def test_scores_are_the_evaluations_and_lie_within_their_intervals() -> None:
    gold, said = _noisy(2, 0.2)

    found = score_systems(gold, {"tfidf": said}, TAXONOMY)["tfidf"]

    low, high = found.intervals["excuses"]
    assert found.evaluation.headline == score(gold, said, TAXONOMY).headline
    assert low < (found.macro_f1("excuses") or 0) < high
    assert found.macro_f1("headline") == found.macro_f1("excuses")
    assert found.macro_f1("moment") is None
    assert not found.leads


def test_the_order_of_the_file_does_not_matter() -> None:
    gold, said = _noisy(2, 0.2)
    _, champion = _noisy(3, 0.1)

    there = score_systems(gold, {"champion": champion, "tfidf": said}, TAXONOMY)
    back = score_systems(gold[::-1], {"champion": champion[::-1], "tfidf": said[::-1]}, TAXONOMY)

    assert there["tfidf"].leads == back["tfidf"].leads
    assert there["tfidf"].intervals == back["tfidf"].intervals


def test_a_lead_is_significant_where_it_is_large_and_not_over_itself() -> None:
    gold, champion = _noisy(3, 0.05)
    _, worse = _noisy(4, 0.4)

    found = score_systems(
        gold, {"champion": champion, "tfidf": worse, "frozen": champion}, TAXONOMY
    )

    lead, draw = found["tfidf"].leads["headline"], found["frozen"].leads["headline"]
    assert lead.is_significant
    assert lead.p == pytest.approx(1 / 1001)
    assert lead.interval[0] < lead.difference < lead.interval[1]
    assert (draw.difference, draw.p, draw.is_significant) == (0, 1, False)


def test_the_table_marks_where_the_champion_is_not_above_and_names_what_is_too_rare() -> None:
    gold, champion = _noisy(3, 0.05)
    _, worse = _noisy(4, 0.4)
    systems = {"champion": champion, "tfidf": worse, "frozen": champion}

    shown = table(score_systems(gold, systems, TAXONOMY)).splitlines()

    marked = {line.split()[0] for line in shown if "not significantly above" in line}
    assert marked == {"frozen"}
    assert "moment: too few positives of every label" in shown
    assert shown[1] == "headline"
