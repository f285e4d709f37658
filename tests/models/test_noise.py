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


def test_a_placeholder_stays_whole_or_becomes_a_name(example: Example) -> None:
    drawn = [one.text for one in _draws(example)]
    masked = [text for text in drawn if "[CUSTOMER_1]" in text]
    named = [text for text in drawn if "[" not in text and "_" not in text]

    assert len(masked) + len(named) == len(drawn)
    assert len(masked) > len(named) > 10


def test_a_person_is_given_one_other_name_wherever_they_stand() -> None:
    text = "Marta took my call. [EMPLOYEE_2] did not. Marta rang, and [EMPLOYEE_2] rang Mr Lowe."
    example = Example(text, Tags({"moment": ("wow",)}))
    random = np.random.default_rng(4)
    drawn = {noisy(example, random).text for _ in range(200)}
    words = [text.replace(".", "").replace(",", "").split() for text in drawn]
    renamed = [each for each in words if "Marta" not in each and len(each) == 14]

    alike = [each for each in renamed if each[0] == each[7] and each[4] == each[10]]

    assert len(renamed) > 20
    assert len(alike) > 0.6 * len(renamed)  # the rest has a typing error in a name
    assert all(each[0].istitle() and each[0].isalpha() for each in renamed)
    assert len({each[0] for each in renamed}) > 15


def test_every_kind_of_noise_is_drawn(example: Example) -> None:
    texts = [one.text for one in _draws(example)]

    assert any(text.startswith("He ") for text in texts)
    assert any("did not listen" in text for text in texts)
    assert any("didnt listen" in text for text in texts)
    assert any("computer" not in text for text in texts)


def test_a_text_in_which_nothing_fits_stays() -> None:
    plain = Example("ok", Tags({"moment": ("met",)}))

    assert noisy(plain, np.random.default_rng(1)) == plain
