"""Names, probabilities and dates in words, as the pages show them."""

from datetime import UTC, datetime, timedelta

_SURENESS = ((0.95, "almost certain"), (0.8, "very likely"), (0.6, "likely"), (0.0, "uncertain"))


def in_words(name: str) -> str:
    """Return a facet's or label's name as words: `not_my_job` -> `not my job`."""
    return name.replace("_", " ")


def singular(facet: str) -> str:
    """Return what one tag of a facet is called: `excuses` -> `excuse`."""
    return in_words(facet.removesuffix("s"))


def heading(name: str) -> str:
    """Return a name as words with a capital: `not_my_job` -> `Not my job`."""
    words = in_words(name)
    return words[:1].upper() + words[1:]


def percent(probability: float) -> str:
    """Return 0..1 as whole percent; never claims 100% or 0% of what is only near."""
    if 0.995 <= probability < 1:
        return ">99%"
    if 0 < probability < 0.005:
        return "<1%"
    return f"{probability:.0%}"


def sureness(probability: float) -> str:
    """Return 0..1 as words."""
    return next(words for least, words in _SURENESS if probability >= least)


def day(moment: datetime | None) -> str:
    """Return the day in UTC, e.g. `2 March 2026`."""
    if moment is None:
        return "no date"
    at = moment.astimezone(UTC)
    return f"{at.day} {at:%B %Y}"


def days(first: datetime, last: datetime) -> str:
    """Return two days and all between them, saying month and year once where they are the same."""
    start, end = first.astimezone(UTC), last.astimezone(UTC)
    if start.date() == end.date():
        return day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\N{EN DASH}{day(end)}"
    from_day = f"{start.day} {start:%B}" if start.year == end.year else day(start)
    return f"{from_day} \N{EN DASH} {day(end)}"


def last_moment_before(until: datetime) -> datetime:
    """Return the last moment of a window whose end is exclusive."""
    return until - timedelta(microseconds=1)


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Return e.g. `1 story` or `1,204 stories`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def listed(words: list[str]) -> str:
    """Return e.g. `a, b and c`."""
    return " and ".join(([", ".join(words[:-1])] if words[:-1] else []) + words[-1:])
