"""What the tags on a page mean, and how they are marked in the words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpora.exports.story_view import mark_styles
from corpora.exports.wording import heading, in_words, singular
from corpora.story import TaggedStory
from corpora.taxonomy import Label, Taxonomy


@dataclass(frozen=True, slots=True)
class Meaning:
    """A facet's question, and those of its labels that occur on the page."""

    facet: str
    question: str
    style: int | None
    labels: tuple[tuple[str, str], ...]
    """Label in words, definition."""


def legend(stories: Iterable[TaggedStory], taxonomy: Taxonomy) -> list[tuple[str, int]]:
    """Return the facets that have evidence in the stories, each with its style."""
    styles = mark_styles(taxonomy)
    met = {
        one.tag.partition(".")[0] for tagged in stories for one in tagged.prediction.tags.evidence
    }
    return [(singular(facet), style) for facet, style in styles.items() if facet in met]


def glossary(stories: Sequence[TaggedStory], taxonomy: Taxonomy) -> list[Meaning]:
    """Return every facet with the labels that occur in the stories, in order of the taxonomy."""
    styles = mark_styles(taxonomy)
    found = []
    for facet in taxonomy.facets:

        def occurs(label: Label, name: str = facet.name, absent: str | None = facet.absent) -> bool:
            return label.name != absent and any(
                one.prediction.tags.has(name, label.name) for one in stories
            )

        labels = tuple((in_words(one.name), one.definition) for one in facet.labels if occurs(one))
        if labels:
            found.append(
                Meaning(heading(facet.name), facet.question, styles.get(facet.name), labels)
            )
    return found
