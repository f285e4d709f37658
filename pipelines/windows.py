"""Times that a user writes."""

from datetime import UTC, datetime

from corpora.errors import ConfigError


def parse_until(written: str | None) -> str:
    """Return the end of the time windows as ISO 8601 with a zone; now where nothing is written.

    A time without a zone is taken as UTC. Raises ConfigError when it is no ISO 8601 time.
    """
    if written is None:
        return datetime.now(UTC).isoformat()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise ConfigError(
            f"--until is '{written}'; expected an ISO 8601 time, e.g. 2026-11-20T06:00:00+01:00"
        ) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
