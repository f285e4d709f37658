"""A learned recogniser beside the rules: what it is sure of, what it guesses, where it fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

from corpora.redaction import RedactionPolicy, Redactor
from corpora.redaction.recogniser import Entity
from corpora.redaction.redactor import Redacted

SURE, GUESS = 0.9, 0.2


@dataclass(frozen=True)
class Knowing:
    """Finds the first place of the words that it was given."""

    words: Mapping[str, tuple[str, float]]
    version: str = "knowing-1"

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        return [sorted(self._entities(text)) for text in texts]

    def _entities(self, text: str) -> list[Entity]:
        if "poison" in text:
            raise TimeoutError(text)
        return [
            Entity(at, at + len(word), kind, score)
            for word, (kind, score) in self.words.items()
            if (at := text.find(word)) >= 0
        ]


@pytest.fixture(scope="module")
def rules() -> Redactor:
    return Redactor()


def _redact(words: Mapping[str, tuple[str, float]], text: str) -> str:
    return Redactor(recogniser=Knowing(words)).redact(text).text


def test_a_name_that_no_list_knows_is_masked_with_its_role(rules: Redactor) -> None:
    text = "then zwixl took the parcel back"

    assert rules.redact(text).text == text
    assert _redact({"zwixl": ("EMPLOYEE", SURE)}, text) == "then [EMPLOYEE_1] took the parcel back"


def test_a_sure_name_is_found_again_and_a_guess_is_not() -> None:
    text = "some zwixl took it, later zwixl lost it"

    assert "zwixl" not in _redact({"zwixl": ("EMPLOYEE", SURE)}, text)
    assert _redact({"zwixl": ("EMPLOYEE", GUESS)}, text).count("zwixl") == 1


def test_an_everyday_word_is_left_where_it_is_only_guessed() -> None:
    text = "the manager gave a refund"

    assert _redact({"manager": ("EMPLOYEE", GUESS)}, text) == text
    assert _redact({"manager": ("EMPLOYEE", SURE)}, text) == "the [EMPLOYEE_1] gave a refund"


def test_a_listed_name_and_a_longer_learned_one_are_one_person() -> None:
    masked = _redact({"Anna Zwixl": ("CUSTOMER", SURE)}, "I met Anna Zwixl today. Anna smiled.")

    assert masked == "I met [CUSTOMER_1] today. [CUSTOMER_1] smiled."


def test_structured_entities_are_masked_too() -> None:
    text = "it is ab twelve, my locker"

    assert _redact({"ab twelve": ("ID", GUESS)}, text) == "it is [ID_1], my locker"


def test_what_a_policy_keeps_stays_though_it_was_learned() -> None:
    redactor = Redactor(
        policy=RedactionPolicy(types={"EMPLOYEE": "keep"}),
        recogniser=Knowing({"zwixl": ("EMPLOYEE", SURE)}),
    )

    text = "then the waiter zwixl took the parcel"

    assert redactor.redact(text).text == text


def test_by_rules_alone_nothing_learned_and_no_policy_counts() -> None:
    redactor = Redactor(
        policy=RedactionPolicy(types={"PHONE": "keep"}),
        recogniser=Knowing({"binary": ("USERNAME", SURE)}),
    )

    assert redactor.by_rules().redact("binary 07700 900461").text == "binary [PHONE_1]"
    assert redactor.redact("binary 07700 900461").text == "[USERNAME_1] 07700 900461"


def test_a_text_that_the_recogniser_fails_on_does_not_take_the_others_with_it() -> None:
    redactor = Redactor(recogniser=Knowing({"zwixl": ("PERSON", SURE)}))

    first, failed, last = redactor.redact_all(["zwixl came", "poison", "and zwixl left"])

    assert isinstance(first, Redacted)
    assert isinstance(failed, TimeoutError)
    assert isinstance(last, Redacted)
    assert "zwixl" not in first.text + last.text


def test_texts_together_are_redacted_as_one_by_one(rules: Redactor) -> None:
    texts = ["I am Jane Doe, ring 07700 900461", "", "Nothing here.", "Jane asked for Tomasz"]

    together = [one.text for one in rules.redact_all(texts) if isinstance(one, Redacted)]

    assert together == [rules.redact(text).text for text in texts]


def test_the_version_names_the_recogniser(rules: Redactor) -> None:
    assert "+knowing-1+" in Redactor(recogniser=Knowing({})).version
    assert "+rules+" in rules.version
