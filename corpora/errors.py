"""What a user can mend.

StorylodeError
├── ConfigError       a file that a person wrote (taxonomy, config, collection) is wrong
├── SourceError       a source or an input file cannot be read at all
├── RedactionError    personal data may be left: the record must not be published
├── StoreError        the store is locked, of another version, or refuses
├── CheckpointError   a checkpoint is incomplete, altered, or of another taxonomy
└── GateError         the gate, or a run's own check, said no

Messages say what was expected, what was got, where, and what to do. They never hold text of a
customer nor a secret.
"""


class StorylodeError(Exception):
    """Base of every error that a user can mend; the command line prints it in one line."""


class ConfigError(StorylodeError):
    """A configuration file is wrong."""


class SourceError(StorylodeError):
    """A source or input file cannot be read at all."""


class RedactionError(StorylodeError):
    """Personal data may be left in a text."""


class StoreError(StorylodeError):
    """The store cannot be used."""


class CheckpointError(StorylodeError):
    """A checkpoint cannot be trusted or does not fit."""


class GateError(StorylodeError):
    """A check before publishing or promoting said no."""
