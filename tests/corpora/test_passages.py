"""From a record to redacted passages: what comes out, and what never does."""

from collections.abc import Sequence

from corpora.passages import record_passages
from corpora.redaction import Redactor
from corpora.redaction.recogniser import Entity
from corpora.story import Record, Rejected

TEXT = "The clerk at the desk was kind. Write to quentin.hale@example.org if you want the photos."


def record(text: str) -> Record:
    return Record("survey", "a.csv#1", text, "a.csv:2")


def test_passages_are_redacted_and_their_offsets_are_of_the_cleaned_text(
    redactor: Redactor,
) -> None:
    plain = record_passages(record(TEXT), None)
    redacted = record_passages(record(TEXT), redactor)

    assert not isinstance(plain, Rejected)
    assert not isinstance(redacted, Rejected)
    assert [(p.start, p.end) for p in redacted] == [(p.start, p.end) for p in plain]
    assert all(TEXT[p.start : p.end] == p.text for p in plain)
    assert "quentin" not in "".join(p.text for p in redacted)
    assert "[EMAIL_1]" in "".join(p.text for p in redacted)


def test_another_language_is_rejected_by_name() -> None:
    french = "Le vendeur du magasin ne voulait pas nous aider avec la facture de la lampe."

    assert record_passages(record(french), None) == Rejected(
        "survey", "a.csv:2", "language", "language: fr"
    )


def test_a_failing_redactor_rejects_the_record_and_tells_only_the_kind() -> None:
    class Failing:
        version = "failing"

        def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
            raise ValueError(texts[0])

    rejected = record_passages(record(TEXT), Redactor(recogniser=Failing()))

    assert rejected == Rejected("survey", "a.csv:2", "redact", "ValueError")


def test_a_record_of_blanks_has_no_story() -> None:
    rejected = record_passages(record(" \n\t "), None)

    assert isinstance(rejected, Rejected)
    assert rejected.stage == "clean"
