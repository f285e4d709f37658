"""Read the times that tables and mails carry; always timezone-aware, in UTC."""

from datetime import UTC, date, datetime, time


def parse_created_at(value: object) -> datetime | None:
    """Return the moment in UTC, or None where `value` names none.

    ISO 8601 text, dates and datetimes are understood. Naive times are taken as UTC, dates as their
    first moment in UTC: exports rarely say their zone, and a guess would differ between machines.
    """
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        if isinstance(value, date) and not isinstance(value, datetime):
            value = datetime.combine(value, time())
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except (ValueError, OverflowError):  # not ISO 8601, or outside the years 1 to 9999
        return None
