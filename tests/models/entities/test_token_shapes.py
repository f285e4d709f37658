"""Shapes and classes of tokens: what an uncased encoder is told beside the words."""

import pytest

from models.entities.encoding import pieces, token_classes
from models.entities.labels import OUTSIDE, beginning, inside, kind_of
from models.entities.marked import Mention
from models.entities.recogniser import EntityRecogniser
from models.entities.shapes import SHAPES, shape_codes

TEXT = "Thanks, ANNA!\nBest\nJo"


def _codes(text: str) -> dict[str, int]:
    spans = [(at, at + len(word)) for word in text.split() for at in [text.index(word)]]
    codes = shape_codes(text, [start for start, _ in spans], [end for _, end in spans])
    return {text[start:end]: code for (start, end), code in zip(spans, codes, strict=True)}


def test_case_digits_and_marks_have_codes_of_their_own() -> None:
    codes = _codes("x small Title UPPER miXed 12 ?")

    assert len({codes[word] for word in ("small", "Title", "UPPER", "miXed", "12", "?")}) == 6
    assert all(0 < code < SHAPES for code in codes.values())


def test_the_first_word_of_a_line_is_told_apart() -> None:
    codes = _codes("the Best\nJo said")

    assert codes["Best"] != codes["Jo"]


def test_a_token_glued_to_the_one_before_is_told_apart() -> None:
    assert shape_codes("a b", [0, 2], [1, 3])[1] != shape_codes("ab", [0, 1], [1, 2])[1]


def test_every_token_that_touches_a_mention_belongs_to_it(
    tiny_recogniser: EntityRecogniser,
) -> None:
    (story,) = tiny_recogniser.encoder.encode([TEXT])
    start = TEXT.index("ANNA")
    classes = token_classes(story, [Mention(start, start + 4, "EMPLOYEE", "e1")])

    named = [
        label
        for label, at, end in zip(classes, story.token_starts, story.token_ends, strict=True)
        if at < start + 4 and end > start
    ]
    assert named == [beginning("EMPLOYEE"), *[inside("EMPLOYEE")] * (len(named) - 1)]
    assert sum(label != OUTSIDE for label in classes) == len(named)


def test_pieces_hold_every_token_once_with_its_shape(tiny_recogniser: EntityRecogniser) -> None:
    texts = ["Anna called. " * 200, "", "Jo"]
    stories = tiny_recogniser.encoder.encode(texts)
    found = list(pieces(texts, stories))

    assert [sum(p.tokens for p in found if p.text == n) for n in range(3)] == [
        len(story.token_starts) for story in stories
    ]
    assert all(len(p.token_ids) == len(p.shapes) for p in found)


def test_a_role_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="role 'boss'"):
        kind_of("PERSON", "boss")
