"""Personal data out, signal kept: `Redactor().redact(text)`."""

from corpora.redaction.policy import DEFAULT_POLICY, RedactionPolicy, load_policy
from corpora.redaction.redactor import REDACTOR_VERSION, Redacted, Redactor, redactor_version

__all__ = [
    "DEFAULT_POLICY",
    "REDACTOR_VERSION",
    "Redacted",
    "RedactionPolicy",
    "Redactor",
    "load_policy",
    "redactor_version",
]
