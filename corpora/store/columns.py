"""What all tables share: one metadata, times with a zone, and the key of a story."""

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, MetaData, String, TypeDecorator

metadata = MetaData()


class UtcTime(TypeDecorator[datetime]):
    """A timezone-aware time, kept as UTC; SQLite has no time zones of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def of_story() -> Column[str]:
    """Return the key column of a table whose rows go when their story goes."""
    target = ForeignKey("stories.story_id", ondelete="CASCADE")
    return Column("story_id", String(32), target, primary_key=True)
