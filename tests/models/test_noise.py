"""Noise: the same passage typed otherwise, with its labels, and its evidence on its words."""

import numpy as np
import pytest

from corpora.story import Evidence, Tags
from models.noise import noisy
from models.views import Example

TEXT = (
    "She didn't listen, and her manager wasn't there. I asked him about [CUSTOMER_1], he said "
    "the computer would not let him. Brilliant service, really!"
)
QUOTE = "the computer would not let him"


@pytest.fixture
def example() -> Example:
    at = TEXT.index(QUOTE)
    tags = Tags({"excuses": ("tools",)}, (Evidence("excuses.tools", at, at + len(QUOTE)),))
    return Example(TEXT, tags, frozenset({("drivers", "mistake")}))


def _draws(example: Example) -> list[Example]:
    random = np.random.default_rng(2)
    return [noisy(example, random) for _ in range(200)]


def test_labels_stay_and_texts_differ(example: Example) -> None:
    drawn = _draws(example)

    assert len({one.text for one in drawn}) > 100
    assert all(one.tags.labels == example.tags.labels for one in drawn)
    assert all(one.unknown == example.unknown for one in drawn)


def test_evidence_stays_on_its_words(example: Example) -> None:
    for one in _draws(example):
        (evidence,) = one.tags.evidence
        said = one.text[evidence.start : evidence.end]
        assert said.startswith("the ")
        assert said.endswith(("him", "her"))


def test_placeholders_are_never_touched(example: Example) -> None:
    assert all("[CUSTOMER_1]" in one.text for one in _draws(example))


def test_every_kind_of_noise_is_drawn(example: Example) -> None:
    texts = [one.text for one in _draws(example)]

    assert any(text.startswith("He ") for text in texts)
    assert any("did not listen" in text for text in texts)
    assert any("didnt listen" in text for text in texts)
    assert any("computer" not in text for text in texts)


def test_a_text_in_which_nothing_fits_stays() -> None:
    plain = Example("ok", Tags({"moment": ("met",)}))

    assert noisy(plain, np.random.default_rng(1)) == plain
