"""Views of passages: what holds in them, what no longer does, and what is not known."""

import numpy as np
import pytest

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Tags
from corpora.taxonomy import Taxonomy
from models.view_drawing import draw_views, view_count
from models.views import Example, view_of

TEXT = "We asked at the desk. That is not my job, the policy says so! The pool was closed. Bye."
FACETS = {
    "narrative": ("story",),
    "narrator": ("customer",),
    "moment": ("failed",),
    "drivers": ("indifference",),
    "personalization": ("none",),
    "excuses": ("not_my_job", "policy"),
}


def _span(tag: str, quote: str, text: str = TEXT) -> Evidence:
    start = text.index(quote)
    return Evidence(tag, start, start + len(quote))


PASSAGE = LabelledPassage(
    "p",
    TEXT,
    Tags(
        FACETS,
        (
            _span("drivers.indifference", "not my job"),
            _span("excuses.not_my_job", "not my job"),
            _span("excuses.policy", "policy says so"),
            _span("moment", "asked at the desk"),
        ),
    ),
    "p",
    "",
    "own",
)


def test_the_evidence_alone_shows_its_tag_and_says_nothing_of_the_others(
    taxonomy: Taxonomy,
) -> None:
    view = view_of(PASSAGE, "excuses.policy", "words", taxonomy)

    assert view.text == "policy says so"
    assert dict(view.tags.labels) == {"excuses": ("policy",)}
    assert ("excuses", "not_my_job") in view.unknown
    assert ("excuses", "policy") not in view.unknown


def test_the_evidence_in_its_sentence_is_the_whole_sentence(taxonomy: Taxonomy) -> None:
    view = view_of(PASSAGE, "excuses.policy", "sentences", taxonomy)

    assert view.text.strip() == "That is not my job, the policy says so!"


def test_without_its_evidence_a_tag_is_gone_and_the_others_stay(taxonomy: Taxonomy) -> None:
    view = view_of(PASSAGE, "excuses.policy", "without", taxonomy)

    assert view.text == TEXT.replace("policy says so", "")
    assert dict(view.tags.labels) == FACETS | {"excuses": ("not_my_job",)}
    for each in view.tags.evidence:
        quoted = next(e for e in PASSAGE.tags.evidence if e.tag == each.tag)
        assert view.text[each.start : each.end] == TEXT[quoted.start : quoted.end]


def test_a_tag_that_lost_its_words_with_another_one_is_not_known(taxonomy: Taxonomy) -> None:
    view = view_of(PASSAGE, "excuses.not_my_job", "without", taxonomy)

    assert ("drivers", "indifference") in view.unknown
    assert "drivers.indifference" not in {each.tag for each in view.tags.evidence}
    assert view.tags.labels["excuses"] == ("policy",)


def test_a_moment_is_never_said_to_be_gone(taxonomy: Taxonomy) -> None:
    view = view_of(PASSAGE, "moment", "without", taxonomy)

    assert dict(view.tags.labels) == {"moment": ("failed",)}


def test_sentences_elsewhere_hold_no_driver_excuse_or_personalization(taxonomy: Taxonomy) -> None:
    view = view_of(PASSAGE, "moment", "elsewhere", taxonomy)

    assert view.text.split() == ["The", "pool", "was", "closed.", "Bye."]
    assert dict(view.tags.labels) == {"drivers": (), "excuses": (), "personalization": ("none",)}


def test_the_same_random_numbers_draw_the_same_views(taxonomy: Taxonomy) -> None:
    passages = [PASSAGE] * 9

    def drawn() -> list[Example]:
        return list(draw_views(passages, taxonomy, 0.5, np.random.default_rng(3)))

    assert drawn() == drawn()
    assert 0 < len(drawn()) <= view_count(passages, 0.5)


def test_passages_without_evidence_have_no_view(taxonomy: Taxonomy) -> None:
    bare = LabelledPassage("b", TEXT, Tags(FACETS), "b", "", "own")

    assert view_count([bare], 1.0) == 0
    assert not list(draw_views([bare], taxonomy, 1.0, np.random.default_rng(3)))


def test_a_tag_whose_evidence_nobody_marked_is_not_denied_elsewhere(taxonomy: Taxonomy) -> None:
    marked = tuple(each for each in PASSAGE.tags.evidence if each.tag != "excuses.policy")
    passage = LabelledPassage("h", TEXT, Tags(FACETS, marked), "h", "", "own")

    view = view_of(passage, "moment", "elsewhere", taxonomy)

    assert dict(view.tags.labels) == {"drivers": (), "personalization": ("none",)}


@pytest.mark.parametrize("facet", ["excuses", "moment"])
def test_evidence_of_a_tag_that_was_not_given_makes_no_view(taxonomy: Taxonomy, facet: str) -> None:
    labels = {"excuses": (), "moment": ("none",)} if facet == "excuses" else {"excuses": ()}
    tag = "excuses.policy" if facet == "excuses" else "moment"
    passage = LabelledPassage("n", TEXT, Tags(labels, (_span(tag, "policy"),)), "n", "", "own")

    assert not list(draw_views([passage] * 20, taxonomy, 1.0, np.random.default_rng(3)))
