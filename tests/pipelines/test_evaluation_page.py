"""The evaluation report: hostile names stay words, nothing is fetched, no customer is quoted."""

import re
from pathlib import Path

import numpy as np
import pytest

from corpora.errors import ConfigError
from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Prediction, Tags
from corpora.taxonomy import Taxonomy, load_taxonomy
from models.evaluation import score
from models.evaluation_file import EvaluatedFile
from models.faithfulness import Effect, Faithfulness, FaithfulnessScore
from pipelines.evaluation_page import evaluation_page, write_evaluation_page
from tests.corpora.exports.seen_page import SeenPage

TAXONOMY = load_taxonomy()
QUOTE = "Zanzibarian teapots"
HOSTILE = "labels/<script>alert(1)</script>\"'&{{ 7 * 7 }}<img src=x onerror=alert(2)>.jsonl"


def _prediction(taxonomy: Taxonomy, number: int) -> Prediction:
    labels = {
        facet.name: (facet.label_names[number % len(facet.labels)],) for facet in taxonomy.facets
    }
    scores = {
        facet.name: {
            name: 0.6 if name in labels[facet.name] else 0.4 / len(facet.labels)
            for name in facet.label_names
        }
        for facet in taxonomy.facets
    }
    tags = Tags(labels, (Evidence("moment", 0, len(QUOTE)),))
    return Prediction(tags, scores, needs_review=number % 5 == 0)


def _file(name: str, passages: int = 40, *, with_faithfulness: bool = True) -> EvaluatedFile:
    said = [_prediction(TAXONOMY, number) for number in range(passages)]
    gold = [
        LabelledPassage(f"id of {QUOTE}", f"{QUOTE} and more", each.tags, "g", "test", "hand")
        for each in [*said[: passages // 2], *said[: passages - passages // 2]]
    ]
    sure = np.linspace(0.2, 0.9, passages)
    each = FaithfulnessScore(12, Effect(0.3125, -0.0625), Effect(0.0625, 0.4375))
    faithfulness = Faithfulness(40, each, {"moment": each})
    return EvaluatedFile(
        name,
        "ab" * 32,
        score(gold, said, TAXONOMY, sure),
        faithfulness if with_faithfulness else None,
    )


def _page(*files: EvaluatedFile, model: str = "tiny-0123456789ab") -> str:
    return evaluation_page(files, model, TAXONOMY).decode()


def test_a_hostile_file_name_or_version_stays_words() -> None:
    page = _page(_file(HOSTILE), _file("other.jsonl"), model="<b onclick=x>model</b>")

    seen = SeenPage(page)
    assert HOSTILE in seen.words
    assert "<b onclick=x>model</b>" in seen.words
    assert {
        "script",
        "img",
        "b",
        "iframe",
        "object",
        "link",
        "image",
        "use",
        "foreignobject",
    }.isdisjoint(seen.names)
    assert [name for name, _ in seen.attributes if name.startswith("on")] == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = _page(_file("one.jsonl"), _file("two.jsonl"))

    seen = SeenPage(page)
    links = [
        value or "" for name, value in seen.attributes if name in ("href", "src", "xlink:href")
    ]
    assert all(link.startswith("#file-") for link in links)
    assert re.findall(r"url\(|@import|https?:", page) == []
    assert "default-src 'none'" in page


def test_no_word_of_a_passage_and_no_passage_id_is_on_the_page() -> None:
    page = _page(_file("one.jsonl"))

    assert QUOTE not in page
    assert "Zanzibar" not in page


def test_scores_versions_and_a_picture_per_facet_are_on_the_page() -> None:
    file = _file("one.jsonl")

    seen = SeenPage(_page(file))

    pictures = [value for name, value in seen.attributes if name == "aria-label"]
    assert sum("Reliability of" in (each or "") for each in pictures) == len(TAXONOMY.facets)
    assert sum("Error by coverage" in (each or "") for each in pictures) == 1
    assert "tiny-0123456789ab" in seen.words
    assert file.sha256 in seen.words
    assert TAXONOMY.digest in seen.words
    assert f"{file.evaluation.headline:.3f}" in seen.words
    assert {"+0.312", "-0.062", "+0.062", "+0.438"} <= set(re.findall(r"[+-]0\.\d{3}", seen.words))
    for facet in TAXONOMY.facets:
        assert all(name.replace("_", " ") in seen.words for name in facet.label_names)


@pytest.mark.parametrize("passages", [0, 1, 3])
def test_a_file_with_few_passages_or_none_still_has_a_page(passages: int) -> None:
    page = _page(_file("small.jsonl", passages, with_faithfulness=False))

    assert "were not measured" in page
    assert "nan" not in page


def test_a_lone_surrogate_in_a_file_name_costs_one_character() -> None:
    assert "odd?.jsonl" in _page(_file("odd\udcff.jsonl"))


def test_the_same_figures_give_the_same_bytes_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.html"
    write_evaluation_page([_file("one.jsonl")], "tiny", TAXONOMY, path)
    before = path.read_bytes()

    write_evaluation_page([_file("one.jsonl")], "tiny", TAXONOMY, path)

    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["report.html"]


def test_a_report_never_overwrites_what_is_no_page(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text("mine")

    with pytest.raises(ConfigError, match=r"expected a name that ends in \.html"):
        write_evaluation_page([], "tiny", TAXONOMY, labels)

    assert labels.read_text() == "mine"
