"""The sections of a story book: headings, and stories with why they are there."""

from dataclasses import dataclass

from corpora.collection_matching import Match
from corpora.collection_selection import Selected
from corpora.exports.story_view import StoryView, view_story
from corpora.exports.wording import heading, in_words, listed, percent, singular, sureness


@dataclass(frozen=True, slots=True)
class Section:
    """Stories under one heading; without a heading where the page is not grouped."""

    anchor: str
    title: str
    definition: str
    matching: int
    stories: tuple[StoryView, ...]


def sections(selected: Selected) -> list[Section]:
    """Return the sections in order of the page; a page that is not grouped has one at most."""
    group_by = selected.file.asks.group_by
    labels = (
        {}
        if group_by is None
        else {label.name: label for label in selected.taxonomy.facet(group_by).labels}
    )
    return [
        Section(
            section_anchor(name),
            (heading(name) if name in labels else "Others") if group_by else "",
            labels[name].definition if name in labels else "",
            selected.matching_groups.get(name, 0),
            tuple(
                view_story(
                    pick.match.tagged,
                    selected.taxonomy,
                    f"story-{pick.rank}",
                    pick.rank,
                    _why(pick.match),
                )
                for pick in picks
            ),
        )
        for name, picks in selected.sections()
    ]


def section_anchor(label: str) -> str:
    """Return the id of a label's section on the page."""
    return f"section-{label or 'others'}"


def _why(match: Match) -> str:
    reasons = [
        f"{singular(tag.facet)} \N{LEFT DOUBLE QUOTATION MARK}{in_words(tag.label)}"
        "\N{RIGHT DOUBLE QUOTATION MARK} is "
        f"{sureness(tag.probability)} ({percent(tag.probability)})"
        for tag in match.matched
    ]
    return f"Here because {listed(reasons)}."
