"""What a recogniser says that cannot be so is left; of a link it takes all or nothing."""

import pytest

from corpora.redaction.guesses import is_possible
from corpora.redaction.learned import learned
from corpora.redaction.links import link_around
from corpora.redaction.recogniser import Entity


def _span(text: str, said: str) -> tuple[int, int]:
    start = text.index(said)
    return start, start + len(said)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("ID", "they broke 15 USC 1681 again", "1681"),
        ("ID", "see UCC 3-603 on that", "UCC 3-603"),
        ("PLATE", "under 39 U.S.C. 3001 it is mine", "3001"),
        ("IP", "a raise of 50k/yr", "yr"),
        ("CARD", "paid by card at the till", "card"),
        ("CARD", "the next day, 2023, it came", "2023"),
        ("PHONE", "it was $1,298 then", "1,298"),
    ],
)
def test_what_cannot_be_so_is_no_entity(kind: str, text: str, said: str) -> None:
    assert not is_possible(kind, text, *_span(text, said))


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("ID", "my ref is 4471 KX", "4471 KX"),
        ("CARD", "ends four four nine two", "four four nine two"),
        ("DATE_OF_BIRTH", "born 3.4.1961", "3.4.1961"),
        ("PLATE", "the van KX19", "KX19"),
        ("ADDRESS", "the Old Forge", "the Old Forge"),
    ],
)
def test_what_can_be_so_is_one(kind: str, text: str, said: str) -> None:
    assert is_possible(kind, text, *_span(text, said))


@pytest.mark.parametrize(("score", "masked"), [(0.9, ["https://pics.example/a/Kz64P"]), (0.2, [])])
def test_of_a_link_all_is_masked_or_nothing(score: float, masked: list[str]) -> None:
    text = "look here: https://pics.example/a/Kz64P."

    found = learned([Entity(*_span(text, "Kz64P"), "ID", score)], text, is_first_scan=True)

    assert [text[one.start : one.end] for one in found.structured] == masked
    assert {one.kind for one in found.structured} <= {"URL"}


def test_a_word_beside_a_link_is_not_part_of_it() -> None:
    text = "www.example.org/page tells it"

    assert link_around(text, text.index("tells")) is None
    assert link_around(text, text.index("page")) is not None
