"""From chances to entities: whole words, one entity where it goes on, two where it begins anew."""

import numpy as np
import pytest

from models.encoded_story import EncodedStory
from models.entities.decoding import Floats, Least, entities
from models.entities.labels import SIZE, beginning, inside
from models.entities.recogniser import EntityRecogniser

TEXT = "Anna Lind, Bob called 0412 from Leeds"


@pytest.fixture
def story(tiny_recogniser: EntityRecogniser) -> EncodedStory:
    return tiny_recogniser.encoder.encode([TEXT])[0]


def _chances(story: EncodedStory, said: dict[str, tuple[int, float]]) -> Floats:
    """Chances in which each word of `said` is of a class; of a word's tokens only the first."""
    chances = np.zeros((len(story.token_starts), SIZE), np.float32)
    chances[:, 0] = 1
    for word, (label, chance) in said.items():
        at = story.token_starts.index(TEXT.index(word))
        chances[at, 0], chances[at, label] = 1 - chance, chance
    return chances


def _found(
    story: EncodedStory, said: dict[str, tuple[int, float]], least: float
) -> list[tuple[str, str]]:
    return [
        (TEXT[one.start : one.end], one.kind)
        for one in entities(TEXT, story, _chances(story, said), Least(least, least))
    ]


def test_persons_and_others_have_thresholds_of_their_own(story: EncodedStory) -> None:
    chances = _chances(
        story, {"Anna": (beginning("CUSTOMER"), 0.3), "0412": (beginning("PHONE"), 0.3)}
    )

    found = entities(TEXT, story, chances, Least(persons=0.5, others=0.1))

    assert [TEXT[one.start : one.end] for one in found] == ["0412"]


def test_one_token_of_a_word_is_enough_for_all_of_it(story: EncodedStory) -> None:
    assert _found(story, {"0412": (beginning("PHONE"), 0.9)}, 0.5) == [("0412", "PHONE")]


def test_an_entity_goes_on_over_words(story: EncodedStory) -> None:
    said = {"Anna": (beginning("EMPLOYEE"), 0.9), "Lind": (inside("EMPLOYEE"), 0.9)}

    assert _found(story, said, 0.5) == [("Anna Lind", "EMPLOYEE")]


def test_a_new_beginning_is_a_new_entity(story: EncodedStory) -> None:
    said = {"Anna": (beginning("EMPLOYEE"), 0.9), "Lind": (beginning("EMPLOYEE"), 0.9)}

    assert _found(story, said, 0.5) == [("Anna", "EMPLOYEE"), ("Lind", "EMPLOYEE")]


def test_words_below_the_threshold_are_left(story: EncodedStory) -> None:
    said = {"Bob": (beginning("PERSON"), 0.4), "Leeds": (beginning("ADDRESS"), 0.1)}

    assert _found(story, said, 0.3) == [("Bob", "PERSON")]
    assert _found(story, said, 0.05) == [("Bob", "PERSON"), ("Leeds", "ADDRESS")]


def test_a_mark_alone_is_no_entity(story: EncodedStory) -> None:
    assert _found(story, {",": (beginning("PERSON"), 0.9)}, 0.5) == []
