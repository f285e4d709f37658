"""The promises of a redaction: consistent, traceable, done once, closed where it fails."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.errors import RedactionError
from corpora.redaction import RedactionPolicy, Redactor, load_policy
from corpora.redaction.names import Name
from corpora.redaction.redactor import MOST_CHARACTERS
from corpora.story import Span


def test_a_person_keeps_one_placeholder_through_the_record(redactor: Redactor) -> None:
    text = "I spoke to Maria Lopez. Maria was kind, and Lopez's boss thanked MARIA too."

    redacted = redactor.redact(text)

    assert redacted.text == (
        "I spoke to [EMPLOYEE_1]. [EMPLOYEE_1] was kind, and [EMPLOYEE_1]'s boss thanked "
        "[EMPLOYEE_1] too."
    )
    assert dict(redacted.counts) == {"EMPLOYEE": 1}


def test_a_short_form_is_the_same_person(redactor: Redactor) -> None:
    redacted = redactor.redact("Agent: Hello Robert, I see it.\nCustomer: call me Bob please")

    assert redacted.text.count("[CUSTOMER_1]") == 2


def test_two_persons_get_two_numbers_in_order(redactor: Redactor) -> None:
    redacted = redactor.redact("First I spoke to Leah, then to Tomasz, then to Leah again.")

    assert redacted.text == (
        "First I spoke to [EMPLOYEE_1], then to [EMPLOYEE_2], then to [EMPLOYEE_1] again."
    )


def test_a_name_over_a_line_break_is_one_mention(redactor: Redactor) -> None:
    assert redactor.redact("Kind regards,\nHannah\nWhitcombe").text == (
        "Kind regards,\n[CUSTOMER_1]"
    )


def test_offsets_lead_back_to_the_input(redactor: Redactor) -> None:
    text = "Dear Tomasz, write to ana@example.com today."

    redacted = redactor.redact(text)

    start = redacted.text.index("[EMAIL_1]")
    span = redacted.offsets.to_input(start, start + len("[EMAIL_1]"))
    assert text[span.start : span.end] == "ana@example.com"
    assert redacted.offsets.to_input(len(redacted.text) - 6, len(redacted.text)) == Span(
        len(text) - 6, len(text)
    )


def test_an_identifier_is_masked_again_where_no_word_says_what_it_is(redactor: Redactor) -> None:
    redacted = redactor.redact("My booking is AB12CD. As I said twice: AB12CD!")

    assert redacted.text == "My booking is [ID_1]. As I said twice: [ID_1]!"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Tomasz, I am at 14 Rose Lane, Leeds LS6 2QT, call 07700 900461. Regards,\nPriya",
        "Agent: Hi Evi, your order 559201 left.\nCustomer: thanks, Deshawn",
    ],
)
def test_redacting_twice_changes_nothing(redactor: Redactor, text: str) -> None:
    once = redactor.redact(text)

    twice = redactor.redact(once.text)

    assert twice.text == once.text
    assert not twice.counts


def test_placeholders_that_were_there_keep_their_numbers(redactor: Redactor) -> None:
    redacted = redactor.redact("[EMAIL_1] wrote to ana@example.com")

    assert redacted.text == "[EMAIL_1] wrote to [EMAIL_2]"
    assert dict(redacted.counts) == {"EMAIL": 1}


@pytest.mark.parametrize("text", ["", " \n\t", "Nothing to hide here, the tea was hot."])
def test_a_text_without_personal_data_stays_as_it_is(redactor: Redactor, text: str) -> None:
    redacted = redactor.redact(text)

    assert redacted.text == text
    assert not redacted.counts


def test_a_record_that_is_too_long_is_refused(redactor: Redactor) -> None:
    with pytest.raises(RedactionError, match="at most 2000000") as caught:
        redactor.redact("secret " * (MOST_CHARACTERS // 7 + 1))

    assert "secret" not in str(caught.value)


def test_what_is_still_found_after_the_last_pass_is_refused() -> None:
    class Stubborn:
        """A pipeline that sees a person at the beginning of whatever it is given."""

        def names(self, text: str) -> Iterator[Name]:
            yield Name(0, 1, ("x",), "")

    redactor = Redactor()
    redactor._scanner._pipeline = Stubborn()  # type: ignore[assignment]  # only `names` is called

    with pytest.raises(RedactionError, match="after 3 passes") as caught:
        redactor.redact("Hannah was here.")

    assert "Hannah" not in str(caught.value)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(RedactionError, match="'no_such_pipeline' is not installed"):
        Redactor(RedactionPolicy(spacy_model="no_such_pipeline"))


def test_names_of_the_pipeline_that_the_policy_names_are_masked(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Qorvax"}])  # type: ignore[attr-defined]  # spaCy types it as a mere callable
    pipeline.to_disk(tmp_path / "hospital_names")
    written = tmp_path / "policy.yaml"
    written.write_text(f"spacy_model: {tmp_path / 'hospital_names'}\n", encoding="utf-8")
    text = "The room was cold until Qorvax brought a heater."

    redactor = Redactor(load_policy(written))

    assert "Qorvax" in Redactor().redact(text).text
    assert "Qorvax" not in redactor.redact(text).text
    assert "+hospital_names+policy-" in redactor.version
    assert str(tmp_path) not in redactor.version


def test_no_connection_is_opened(redactor: Redactor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert redactor.redact("Mail ana@unheard-of.example").text == "Mail [EMAIL_1]"


def test_the_text_is_never_in_the_repr(redactor: Redactor) -> None:
    assert "Tomasz" not in repr(redactor.redact("Dear Tomasz, no. I said no to Tomasz."))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Dear ",
                "Jane",
                " Smith",
                "\n",
                ", ",
                "a@b.com",
                "07700 900461",
                "[EMAIL_3]",
                "was ",
                "x ",
                "14 Rose Lane",
                "\u00e9\u0130\U0001f600",
                "Regards,\n",
                "order 12345",
                "'s ",
                "MARK ",
                "[",
                "@",
            ]
        ),
        max_size=24,
    )
)
def test_every_character_outside_a_placeholder_is_from_the_input(parts: list[str]) -> None:
    text = "".join(parts)
    redacted = _SHARED.redact(text)

    for position, character in enumerate(redacted.text):
        if character.isspace():
            span = redacted.offsets.to_input(position, position + 1)
            assert text[span.start : span.end] == character
    assert _SHARED.redact(redacted.text).text == redacted.text


_SHARED = Redactor()
