"""What a recogniser reads again after masking, and which of its words count."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpora.redaction import Redactor
from corpora.redaction.excerpts import around, gathered
from corpora.redaction.recogniser import Entity
from corpora.story import Span


@dataclass(frozen=True)
class Listening:
    """Is sure of one word wherever it stands, and remembers what it was given to read."""

    word: str
    heard: list[str] = field(default_factory=list)
    version: str = "listening-1"

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        self.heard.extend(texts)
        return [
            [Entity(at, at + len(self.word), "EMPLOYEE", 0.9)]
            if (at := text.find(self.word)) >= 0
            else []
            for text in texts
        ]


def test_after_masking_only_the_surroundings_are_read_again() -> None:
    recogniser = Listening("zwixl")
    text = "The queue was long. " * 100 + "then zwixl came. " + "It went on and on. " * 100

    redacted = Redactor(recogniser=recogniser).redact(text)

    first, second = recogniser.heard
    assert first == text
    assert "then [EMPLOYEE_1] came." in redacted.text
    assert len(second) < 600
    assert "came. It went on" in second


def test_what_stands_beside_a_placeholder_is_found_after_masking() -> None:
    recogniser = Listening("brolk")
    # The first of a word alone is found per reading: the others must be found in those after it.
    text = "brolk and brolka sat there; " + "it rained. " * 200 + "quite brolky"

    redacted = Redactor(recogniser=recogniser).redact(text)

    assert redacted.text.startswith("[EMPLOYEE_1] and [EMPLOYEE_2]a sat there")
    assert redacted.text.endswith("quite brolky")


def test_changes_near_to_one_another_are_read_in_one_piece() -> None:
    text = "x " * 2000

    near = around(text, [Span(100, 104), Span(300, 304)])
    far = around(text, [Span(100, 104), Span(3000, 3004)])

    assert [(one.start, one.first, one.stop) for one in near] == [(0, -20, 424)]
    assert [one.start for one in far] == [0, 2760]


def test_an_entity_that_may_be_cut_off_is_not_heeded() -> None:
    text = "x " * 2000
    (one,) = around(text, [Span(1000, 1004)])
    inside, at_the_edge = Entity(200, 203, "ID", 0.9), Entity(0, 3, "ID", 0.9)

    assert gathered([one], [[at_the_edge, inside]]) == [Entity(960, 963, "ID", 0.9)]
