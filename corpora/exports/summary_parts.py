"""The parts of a summary: counts of a tally as bars and tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpora.exports.pages import Bar, bars
from corpora.exports.story_view import mark_styles
from corpora.exports.summary_counts import Tally
from corpora.exports.wording import heading, percent

_TOP_DRIVERS = 6
_SOURCES = 30
"""Most sources with a line of their own."""
_MOMENT_STYLES = {"wow": "wow", "met": "met", "failed": "failed", "none": "none"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar that is split."""

    label: str
    css: str
    count: int
    percent: str
    width_percent: float


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the table."""

    source: str
    stories: int
    wow: int
    met: int
    failed: int
    failed_share: str


def moments(tally: Tally) -> list[Part]:
    """Split the stories by how the moment ended."""
    counts = [
        (name, tally.labels["moment", name]) for name in tally.taxonomy.facet("moment").label_names
    ]
    total = sum(count for _, count in counts) or 1
    return [
        Part(
            "no moment" if name == "none" else name,
            _MOMENT_STYLES.get(name, "none"),
            count,
            percent(count / total),
            round(100 * count / total, 2),
        )
        for name, count in counts
    ]


def drivers(tally: Tally, moment: str) -> list[Bar]:
    """Count the drivers of one kind of moment, with their share of those moments."""
    within = tally.within[moment]
    total = tally.labels["moment", moment]
    counts = _by_count(tally, "drivers", within)[:_TOP_DRIVERS]
    notes = {heading(name): percent(count / total) for name, count in counts}
    style = mark_styles(tally.taxonomy).get("drivers")
    return bars([(heading(name), count) for name, count in counts], notes, style)


def excuses(tally: Tally) -> list[Bar]:
    """Count the excuses, with the share of the failed moments that have them."""
    failed = tally.labels["moment", "failed"] or 1
    counts = _by_count(tally, "excuses", tally.labels)
    notes = {
        heading(name): percent(tally.within["failed"]["excuses", name] / failed)
        for name, _ in counts
    }
    style = mark_styles(tally.taxonomy).get("excuses")
    return bars([(heading(name), count) for name, count in counts], notes, style)


def personalization(tally: Tally) -> list[Bar]:
    """Count real, fake and intrusive personalization, with their share of all stories."""
    facet = tally.taxonomy.facet("personalization")
    counts = [(n, tally.labels[facet.name, n]) for n in facet.label_names if n != facet.absent]
    notes = {heading(name): percent(count / (tally.stories or 1)) for name, count in counts}
    style = mark_styles(tally.taxonomy).get(facet.name)
    return bars([(heading(name), count) for name, count in counts], notes, style)


def _by_count(
    tally: Tally, facet: str, counts: Mapping[tuple[str, str], int]
) -> list[tuple[str, int]]:
    names = tally.taxonomy.facet(facet).label_names
    met = [(name, counts.get((facet, name), 0)) for name in names]
    return sorted([one for one in met if one[1]], key=lambda one: -one[1])


def sources(tally: Tally) -> list[SourceLine]:
    """Count moments by source, the source with most stories first."""
    ranked = sorted(tally.sources.items(), key=lambda one: (-one[1].total(), one[0]))
    lines = [_line(source, counts) for source, counts in ranked[:_SOURCES]]
    if rest := ranked[_SOURCES:]:
        others = sum((counts for _, counts in rest), start=type(rest[0][1])())
        lines.append(_line(f"{len(rest)} others", others))
    return lines


def _line(source: str, counts: Mapping[str, int]) -> SourceLine:
    stories = sum(counts.values())
    wow, met, failed = (counts.get(name, 0) for name in ("wow", "met", "failed"))
    return SourceLine(source, stories, wow, met, failed, percent(failed / stories))
