"""Keyword rules: how phrases match, and that they name labels that exist."""

import numpy as np
import pytest

from benchmarks.keywords import count_phrases, keyword_answers, parse_phrases
from benchmarks.keywords_phrases import PHRASES
from corpora.labelled import LabelledPassage
from corpora.story import Tags
from corpora.taxonomy import load_taxonomy
from models.labels import LabelLayout

LAYOUT = LabelLayout(load_taxonomy())
NAMES = LAYOUT.names()
LEARN = [
    LabelledPassage(f"p{n}", "text", Tags({"moment": (moment,)}), f"p{n}", "", "t")
    for n, moment in enumerate(["failed", "failed", "wow"])
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That is our POLICY.", True),
        ("Our policyholders are many.", False),
        ("Two policies", False),
        ("We can\u2019t  afford it", True),
        ("They apologised", True),
        ("agent: hello", True),
    ],
)
def test_a_phrase_matches_whole_words_whatever_case_and_apostrophe(text: str, found: bool) -> None:
    phrases = {"excuses.policy": ["policy", "can't afford", "apologi*", "agent:"]}

    counts = count_phrases([text], LAYOUT, phrases)

    assert bool(counts[0, NAMES.index(("excuses", "policy"))]) is found


def test_a_label_may_be_written_on_several_lines() -> None:
    assert parse_phrases("\na.b: one, two\na.b: three\nc.d: agent:\n") == {
        "a.b": ["one", "two", "three"],
        "c.d": ["agent:"],
    }


def test_the_label_with_most_phrases_wins_and_the_usual_one_where_there_is_none() -> None:
    written = "moment.wow: lovely, warm\nmoment.failed: cold\nexcuses.policy: rules"
    texts = ["lovely and warm but cold", "nothing here", "rules"]

    answers = keyword_answers(LEARN, texts, LAYOUT, written)

    moments = [NAMES.index(("moment", label)) for label in ("wow", "failed")]
    assert answers[:, moments].tolist() == [[1, 0], [0, 1], [0, 1]]
    assert answers[:, NAMES.index(("excuses", "policy"))].tolist() == [0, 0, 1]


def test_every_text_gets_one_label_of_each_single_facet() -> None:
    answers = keyword_answers(LEARN, ["", "a rude waiter"], LAYOUT)

    for facet, part in LAYOUT.slices():
        if facet.kind == "single":
            assert np.all(answers[:, part].sum(1) == 1)


def test_every_label_but_the_absent_ones_has_phrases() -> None:
    absent = {(facet.name, facet.absent) for facet in load_taxonomy().facets}

    written = parse_phrases(PHRASES)

    assert set(written) == {f"{f}.{label}" for f, label in NAMES if (f, label) not in absent}
    assert all(phrase.strip() for phrases in written.values() for phrase in phrases)
