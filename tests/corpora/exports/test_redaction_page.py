"""The redaction page: originals beside redacted texts; inert, private, of use without script."""

import stat
from pathlib import Path

import pytest

from corpora.errors import ConfigError
from corpora.exports.redaction_lines import paired_lines
from corpora.exports.redaction_page import (
    LookedAt,
    policy_in_words,
    redaction_page,
    write_redaction_page,
)
from corpora.exports.redaction_tally import RedactionTally
from corpora.exports.redaction_view import GENERALISED, RefusedRecord, SeenRecord, find_masked
from corpora.offsets import Edit, apply_edits
from corpora.redaction.policy import RedactionPolicy
from corpora.redaction.redactor import Redacted
from tests.corpora.exports.seen_page import SeenPage

Item = SeenRecord | RefusedRecord
REFUSED = RefusedRecord("b", "b.txt", "redact: RedactionError")


def seen(text: str, *edits: tuple[str, str], where: str = "a.txt") -> SeenRecord:
    """A record in which each first string was replaced by the second, wherever it stands."""
    places = sorted(
        (at, at + len(old), new)
        for old, new in edits
        for at in range(len(text))
        if text.startswith(old, at)
    )
    changed, offsets = apply_edits(text, [Edit(*place) for place in places])
    kinds = {new[1:].rpartition("_")[0]: 1 for _, new in edits if new.startswith("[")}
    masked = find_masked(text, Redacted(changed, offsets, kinds))
    return SeenRecord(where, where, text, changed, kinds, masked)


def looked_at(*items: Item, source: str = "mails") -> LookedAt:
    tally = RedactionTally()
    for item in items:
        tally.add(item)
    return LookedAt(source, items, tally, "9+policy-abc", "every type is masked")


def page_of(*items: Item) -> str:
    return redaction_page(looked_at(*items)).decode()


def test_the_original_and_the_redacted_text_are_both_there_with_what_was_masked_marked() -> None:
    page = page_of(seen("Odila Brandt was kind.", ("Odila Brandt", "[EMPLOYEE_1]")))

    assert '<mark class="m1" title="[EMPLOYEE_1]">Odila Brandt</mark> was kind.' in page
    assert '<span class="who p1">[EMPLOYEE_1]</span> was kind.' in page


def test_what_a_text_or_a_file_name_holds_is_shown_and_never_run() -> None:
    attack = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    items = (seen(f"{attack} Odila", ("Odila", "[PERSON_1]"), where=attack), REFUSED)

    page = SeenPage(redaction_page(looked_at(*items, source=attack)).decode())

    assert {"script", "img", "link", "iframe", "form"}.isdisjoint(page.names)
    assert page.words.count("<script>alert(1)</script>") == 4  # source, place, both texts
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_the_page_asks_for_nothing_outside() -> None:
    page = SeenPage(page_of(seen("Odila", ("Odila", "[PERSON_1]"))))
    links = [value for name, value in page.attributes if name in ("href", "src")]

    assert ("http-equiv", "Content-Security-Policy") in page.attributes
    assert all(value and value.startswith("#") for value in links)
    assert "url(" not in page.words
    assert "@import" not in page.words


def test_the_owner_is_told_that_originals_are_on_the_page() -> None:
    words = " ".join(SeenPage(page_of()).words.split())

    assert "This page holds the original texts. Keep it where the originals are kept." in words


def test_a_refused_record_is_shown_by_place_and_reason() -> None:
    words = SeenPage(page_of(REFUSED)).words

    assert "b.txt" in words
    assert "redact: RedactionError. Its text is not shown." in words


def test_every_filter_has_its_records_and_its_goal() -> None:
    records = [
        seen("Odila, 555 0101", ("Odila", "[PERSON_1]"), ("555 0101", "[PHONE_1]")),
        seen("The soup was cold."),
    ]

    page = page_of(*records, REFUSED)

    for css in ("found", "not", "refused", "kind-PERSON", "kind-PHONE"):
        assert f'id="{css}"' in page
        assert f'href="#{css}"' in page
        assert f"#{css}:target ~ .records > :not(.{css})" in page
    assert 'class="record found kind-PERSON kind-PHONE"' in page
    assert 'class="record not"' in page


def test_counts_are_of_entities_mentions_and_records() -> None:
    tally = RedactionTally()
    tally.add(seen("Odila. Odila. Odila.", ("Odila", "[PERSON_1]")))
    tally.add(seen("Odila.", ("Odila", "[PERSON_1]")))
    tally.add(seen("Nobody."))
    tally.add(REFUSED)

    (person,) = tally.kinds()
    assert (person.entities, person.mentions, person.records) == (2, 4, 2)
    assert (tally.read, tally.redacted, tally.with_findings) == (4, 3, 2)
    assert tally.reasons() == [("redact: RedactionError", 1)]


def test_placeholders_that_the_original_holds_are_not_counted_as_masked() -> None:
    record = seen("[PERSON_1] met Odila.", ("Odila", "[PERSON_2]"))

    assert [record.text[one.start : one.end] for one in record.masked] == ["[PERSON_2]"]


@pytest.mark.parametrize(("old", "new"), [("3 May 2024", "May 2024"), ("on the 3rd", "one day")])
def test_words_that_say_less_are_found_from_end_to_end(old: str, new: str) -> None:
    record = seen(f"Came {old}, Odila rang.", (old, new), ("Odila", "[PERSON_1]"))

    coarse, person = record.masked
    assert (coarse.kind, person.kind) == (GENERALISED, "PERSON")
    assert record.text[coarse.start : coarse.end] == new
    assert record.original[coarse.original_start : coarse.original_end] == old


def test_lines_stand_beside_what_became_of_them() -> None:
    record = seen(
        "Dear Odila,\n\n4 Mill\nLane is cold.\nBye", ("Odila", "[PERSON_1]"), ("Mill\nLane", "[X]")
    )

    lines = [
        ("".join(run.text for run in one.original), "".join(run.text for run in one.redacted))
        for one in paired_lines(record)
    ]
    assert lines == [
        ("Dear Odila,", "Dear [PERSON_1],"),
        ("4 Mill\nLane is cold.", "4 [X] is cold."),
        ("Bye", "Bye"),
    ]
    assert [one.starts_paragraph for one in paired_lines(record)] == [False, True, False]


def test_the_page_is_its_owners_alone_even_in_place_of_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    path.chmod(0o644)

    write_redaction_page(path, looked_at(seen("Odila", ("Odila", "[PERSON_1]"))))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


def test_a_page_never_takes_the_place_of_data(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\.html"):
        write_redaction_page(tmp_path / "survey.csv", looked_at())


def test_a_long_record_is_folded() -> None:
    page = SeenPage(page_of(seen("Cold soup.\n" * 61, ("Cold", "[X]")), seen("Short.")))

    assert page.names.count("details") == 1


def test_a_policy_is_told_by_what_it_does_otherwise() -> None:
    changed = RedactionPolicy(version="7", types={"URL": "keep", "ADDRESS": "generalise"})

    assert policy_in_words(RedactionPolicy()) == "every type is masked"
    assert policy_in_words(changed) == "version 7, ADDRESS generalised; URL kept"
