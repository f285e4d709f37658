"""Personal data out, signal kept: `Redactor().redact(text)`."""

from corpora.redaction.redactor import REDACTOR_VERSION, Redacted, Redactor

__all__ = ["REDACTOR_VERSION", "Redacted", "Redactor"]
