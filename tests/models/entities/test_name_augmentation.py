"""Augmentation: other names in the same places, and every mention still quotes one."""

import numpy as np
import pytest

from models.entities.augmentation import varied
from models.entities.marked import MarkedText, Mention
from models.entities.pools import Pool, draw_pool

POOL = Pool(("Zuzana", "Thabo"), ("Kowalczyk", "Okonkwo-Bell"))
TEXT = "Dear Ms Tresoldi, Anna Tresoldi rang 0412 555 from ward 7. ANNA was kind. Thanks, anna"
MENTIONS = (("Tresoldi", "e1"), ("Anna Tresoldi", "e1"), ("ANNA", "e1"), ("anna", "e1"))


@pytest.fixture
def marked() -> MarkedText:
    found, at = [], 0
    for quote, entity in MENTIONS:
        at = TEXT.index(quote, at)
        found.append(Mention(at, at + len(quote), "CUSTOMER", entity))
        at += len(quote)
    phone = TEXT.index("0412 555")
    found.append(Mention(phone, phone + 8, "PHONE", "e2"))
    return MarkedText(TEXT, tuple(sorted(found)))


def _draws(marked: MarkedText) -> list[MarkedText]:
    random = np.random.default_rng(4)
    return [varied(marked, POOL, random) for _ in range(200)]


def test_what_is_not_marked_stays(marked: MarkedText) -> None:
    for one in _draws(marked):
        assert "from ward 7." in one.text.casefold()
        assert one.text.casefold().startswith("dear ms ")


def test_mentions_quote_the_new_name_in_the_case_of_the_old(marked: MarkedText) -> None:
    renamed = [one for one in _draws(marked) if len(one.mentions) == 5 and "ZUZANA" in one.text]

    assert renamed
    for one in renamed:
        said = [one.text[m.start : m.end] for m in one.mentions if m.kind == "CUSTOMER"]
        first = said[1].split()[0]
        assert {s.casefold() for s in said[2:]} == {first.casefold()}
        assert said[0].casefold() == said[1].split(" ", 1)[1].casefold()


def test_a_masked_mention_is_covered_and_no_longer_marked(marked: MarkedText) -> None:
    covered = [one for one in _draws(marked) if "\u25a1" in one.text]

    assert covered
    for one in covered:
        assert len(one.mentions) < 5
        assert not any("\u25a1" in one.text[m.start : m.end] for m in one.mentions)


def test_digits_change_and_the_form_of_the_number_stays(marked: MarkedText) -> None:
    phones = {
        one.text[m.start : m.end]
        for one in _draws(marked)
        for m in one.mentions
        if m.kind == "PHONE"
    }

    assert len(phones) > 20
    assert all(len(phone) == 8 and phone[4] == " " for phone in phones)


def test_a_structured_value_may_become_one_of_another_country(marked: MarkedText) -> None:
    pool = Pool(("Zuzana",), ("Okonkwo",), {"PHONE": ("+48 601 02 03 04",)})
    random = np.random.default_rng(4)
    phones = [
        one.text[m.start : m.end]
        for one in (varied(marked, pool, random) for _ in range(200))
        for m in one.mentions
        if m.kind == "PHONE"
    ]

    assert 10 < phones.count("+48 601 02 03 04") < 100
    assert all(sum(c.isdigit() for c in phone) in {7, 11} for phone in phones)


def test_the_pool_has_values_of_every_numbered_kind_and_is_the_same_again() -> None:
    pool = draw_pool(3)

    assert pool == draw_pool(3)
    assert len(set(pool.given)) > 1000
    for kind in ("PHONE", "ADDRESS", "DATE_OF_BIRTH", "ID", "CARD", "IBAN", "EMAIL", "PLATE", "IP"):
        assert len(set(pool.values[kind])) > 0.9 * len(pool.values[kind]) > 250, kind
    countries = [value[:2] for value in pool.values["IBAN"]]
    assert len(set(countries)) > 10
    assert max(countries.count(each) for each in countries) < 0.2 * len(countries)
    assert not any(chr(10) in value for value in pool.values["ADDRESS"])
