"""Which cases are asked of a tagger, and how often it is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpora.story import Prediction
from corpora.taxonomy import Taxonomy
from models.behaviour import Capability, Case, fitting, run, thinned
from models.behaviour.cases import absent
from tests.models.behaviour_making import CASES, POLICY, failing, suite


def test_every_text_is_tagged_once_in_one_pass() -> None:
    seen: list[str] = []
    passes = 0

    def noting(texts: Iterable[str]) -> Iterator[Prediction]:
        nonlocal passes
        passes += 1
        texts = list(texts)
        seen.extend(texts)
        return iter(failing()(texts))

    twice = (*suite(), replace(suite()[0], name="again"))
    run(noting, twice)

    assert passes == 1
    assert len(seen) == len(set(seen)) == 5 * CASES


def test_claims_about_labels_that_a_taxonomy_lacks_fall_away(taxonomy: Taxonomy) -> None:
    gone = absent("excuses.moon")
    cases = (
        Case("c", "one", claims=(*POLICY, gone)),
        Case("c", "other", claims=(gone,)),
    )
    wanted = (
        Capability("partly", "minimum", cases),
        Capability("not at all", "minimum", cases[1:]),
        Capability("always", "invariance", (Case("c", "one", "other"),)),
    )

    partly, always = fitting(wanted, taxonomy)

    assert partly.cases == (Case("c", "one", claims=POLICY),)
    assert always == wanted[2]


def test_a_part_of_the_cases_is_evenly_spaced() -> None:
    (part, *_) = thinned(suite(), 4)

    assert [case.text for case in part.cases] == [f"minimum {n}" for n in (0, 25, 50, 75)]
    assert thinned(suite(), 1000) == thinned(suite(), None) == suite()
