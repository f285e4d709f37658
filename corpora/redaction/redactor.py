"""Redaction of records: typed, consistent placeholders; masked, then scanned again."""

from collections.abc import Sequence
from copy import copy
from itertools import islice

from corpora.redaction.excerpts import gathered
from corpora.redaction.learned import learned
from corpora.redaction.masking import MOST_CHARACTERS, Masking, Redacted
from corpora.redaction.pipelines import pipeline_version
from corpora.redaction.policy import DEFAULT_POLICY, RedactionPolicy
from corpora.redaction.recogniser import Entity, Recogniser
from corpora.redaction.scanning import Scanner
from corpora.redaction.strength import forget_cues

__all__ = ["MOST_CHARACTERS", "REDACTOR_VERSION", "Redacted", "Redactor", "redactor_version"]

REDACTOR_VERSION = "4"


def redactor_version(policy: RedactionPolicy = DEFAULT_POLICY, recogniser: str = "rules") -> str:
    """Return what stands on every row: versions of all that finds names, digest of the policy."""
    found_by = [REDACTOR_VERSION, recogniser]
    if policy.spacy_model:
        found_by.append(pipeline_version(policy.spacy_model))
    return "+".join([*found_by, f"policy-{policy.digest}"])


class Redactor:
    """Masks personal data. Takes seconds to build: build one and use it for all records."""

    def __init__(
        self,
        policy: RedactionPolicy = DEFAULT_POLICY,
        recogniser: Recogniser | None = None,
    ) -> None:
        """Load patterns and name lists.

        `recogniser` finds what rules cannot; without one, names that no list knows are missed far
        more often. Raises RedactionError when the policy names a pipeline that is not installed.
        """
        self._policy = policy
        self._recogniser = recogniser
        self._scanner = Scanner(policy)

    def by_rules(self) -> "Redactor":
        """Return one that masks every type by rules alone: for names of files, no sentences."""
        plain = copy(self)
        plain._policy, plain._recogniser = DEFAULT_POLICY, None
        plain._scanner = self._scanner.with_policy(DEFAULT_POLICY)
        return plain

    @property
    def version(self) -> str:
        """The same version masks the same way."""
        recogniser = self._recogniser
        return redactor_version(self._policy, recogniser.version if recogniser else "rules")

    def redact(self, text: str) -> Redacted:
        """Return `text` with every entity found replaced by its placeholder.

        What the policy keeps stays; in the place of what it generalises stand words that say less,
        or a placeholder where there are none. Raises RedactionError when the text is too long or a
        scan still finds something after the last pass: then the record must not be published.
        """
        (done,) = self.redact_all([text])
        if isinstance(done, Redacted):
            return done
        raise done

    def redact_all(self, texts: Sequence[str]) -> list[Redacted | Exception]:
        """Redact each text for itself; together they are recognised faster.

        In the place of a text that must not be published stands the error that `redact` raises.
        """
        done: list[Redacted | Exception | None] = [None] * len(texts)
        waiting: dict[int, Masking] = {}
        for at, text in enumerate(texts):
            try:
                waiting[at] = Masking(text, self._policy)
            except Exception as error:
                done[at] = error
        try:
            while waiting:
                self._scan_once(waiting, done)
        finally:
            forget_cues()
        return [one for one in done if one is not None]

    def _scan_once(
        self, waiting: dict[int, Masking], done: list[Redacted | Exception | None]
    ) -> None:
        """Scan every record that waits; those without a find, or with an error, are done."""
        shown = {at: masking.shown() for at, masking in waiting.items()}
        excerpts = {at: waiting[at].excerpts(text) for at, text in shown.items()}
        said = iter(self._recognised([one.text for some in excerpts.values() for one in some]))
        for at, text in shown.items():
            masking = waiting[at]
            answers = list(islice(said, len(excerpts[at])))
            try:
                entities = gathered(excerpts[at], _answered(answers))
                more = learned(entities, text, is_first_scan=masking.scans == 0)
                finds = self._scanner.scan(text, masking.scans, masking.persons_kept, more)
                if finds:
                    masking.mask(finds)
                    continue
                done[at] = masking.result()
            except Exception as error:  # the edge: one record must not take the others with it
                done[at] = error
            del waiting[at]

    def _recognised(self, texts: Sequence[str]) -> list[list[Entity] | Exception]:
        if self._recogniser is None:
            return [[] for _ in texts]
        try:
            return list(self._recogniser.entities_of(texts))
        except Exception as error:
            if len(texts) == 1:
                return [error]
            # Which text it was that the recogniser fails on: the others go on.
            return [said for text in texts for said in self._recognised([text])]


def _answered(said: Sequence[list[Entity] | Exception]) -> list[list[Entity]]:
    """Return what a recogniser said; where it failed on an excerpt, raise that error."""
    for one in said:
        if isinstance(one, Exception):
            raise one
    return [one for one in said if not isinstance(one, Exception)]
