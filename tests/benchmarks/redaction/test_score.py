"""Scoring by hand: half a mention is a leak, another type still masks, neutral text is neutral."""

import json
from collections.abc import Sequence

from benchmarks.redaction.documents import Document, Piece, join
from benchmarks.redaction.figures import LEAKING, figures
from benchmarks.redaction.misses import misses
from benchmarks.redaction.score import measure
from benchmarks.redaction.sets import MeasuredSet
from benchmarks.redaction.systems import QUARANTINED, Span


class Words:
    """Masks given words wherever they stand."""

    name = "words"

    def __init__(self, **types: str) -> None:
        self._types = types

    def spans_of(self, texts: Sequence[str]) -> list[list[Span]]:
        """Return the first place of each word that is there."""
        return [self._spans(text) for text in texts]

    def _spans(self, text: str) -> list[Span]:
        found = [(text.find(word), word, kind) for word, kind in self._types.items()]
        return sorted(
            Span(at, at + len(word), kind, kind, "other" if kind == "PERSON" else None)
            for at, word, kind in found
            if at >= 0
        )


class Refuses:
    """Refuses every text."""

    name = "refuses"

    def spans_of(self, texts: Sequence[str]) -> list[list[Span]]:
        """Mask it all."""
        return [[Span(0, len(text), QUARANTINED, QUARANTINED)] for text in texts]


def document(*pieces: Piece) -> Document:
    """Join pieces under a name of no importance."""
    return join(pieces, name="one", cluster="one", group="")


ORLA = document(
    Piece("Orla", "PERSON", "orla"),
    Piece(" of "),
    Piece("Galway", is_neutral=True),
    Piece(" wrote that "),
    Piece("Orla Quill", "PERSON", "orla"),
    Piece(" has the number "),
    Piece("0170 55", "PHONE", "phone"),
)


def test_an_entity_is_masked_only_if_all_of_its_mentions_are() -> None:
    found = figures(measure(Words(Orla="PERSON"), [ORLA]))

    assert (found.types["PERSON"].recall.hits, found.types["PERSON"].recall.of) == (0, 1)
    assert found.summary[LEAKING].hits == 1


def test_a_span_of_another_type_masks_but_not_under_the_right_type() -> None:
    text = document(Piece("call "), Piece("0170", "PHONE", "phone"))

    found = figures(measure(Words(**{"0170": "ID"}), [text]))

    assert found.types["PHONE"].recall.hits == 1
    assert found.types["PHONE"].right_type.hits == 0
    assert found.types["ID"].precision.hits == 1
    assert found.summary[LEAKING].hits == 0


def test_neutral_text_is_neither_needlessly_masked_nor_a_wrong_placeholder() -> None:
    found = figures(measure(Words(Galway="ADDRESS", wrote="PERSON"), [ORLA]))

    # Other tokens: of, wrote, that, has, the, number.
    assert (found.summary["other tokens masked"].hits, found.summary["other tokens masked"].of) == (
        1,
        6,
    )
    assert "ADDRESS" not in found.types
    assert found.types["PERSON"].precision.of == 1


def test_a_refused_text_leaks_nothing_and_is_counted() -> None:
    found = figures(measure(Refuses(), [ORLA]))

    assert found.summary[LEAKING].hits == 0
    assert found.summary["documents refused"].hits == 1
    assert found.summary["placeholders with personal data"].of == 0


def test_misses_quote_texts_that_may_be_shown_and_no_others() -> None:
    outcomes = measure(Words(wrote="ID"), [ORLA])

    shown = list(misses(MeasuredSet("s", "", (ORLA,), is_shown=True), "words", outcomes))
    hidden = list(misses(MeasuredSet("s", "", (ORLA,), is_shown=False), "words", outcomes))

    assert [json.loads(line)["text"] for line in shown] == [
        "Orla",
        "Orla Quill",
        "0170 55",
        "wrote",
    ]
    assert [json.loads(line)["what"] for line in hidden] == [*["missed"] * 3, "needless"]
    assert not any(word in line for line in hidden for word in ("Orla", "0170", "wrote"))
