"""The redactor of a night and of the command line: rules, a policy and the shipped recogniser."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpora.redaction import RedactionPolicy, Redactor


def build_redactor(policy: "RedactionPolicy") -> "Redactor":
    """Load a redactor; this takes seconds.

    Raises CheckpointError when the recogniser's folder is incomplete or altered, RedactionError
    when the spaCy pipeline that the policy names is not installed.
    """
    from corpora.redaction import Redactor
    from models.entities.folder import load_recogniser

    return Redactor(policy=policy, recogniser=load_recogniser())


def current_redactor_version(policy: "RedactionPolicy") -> str:
    """Return the version that `build_redactor` gives a redactor, without loading it."""
    from corpora.redaction import redactor_version
    from models.entities.folder import recogniser_version

    return redactor_version(policy, recogniser_version())
