"""A story as the pages show it: words with evidence, chips, and where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpora.exports.marks import Mark, Piece, pieces
from corpora.exports.wording import day, in_words, percent, singular, sureness
from corpora.story import TaggedStory
from corpora.taxonomy import Facet, Taxonomy

STYLES = 4
"""Colours and underlines that `style.html.j2` knows; a fifth facet with evidence has the first."""
_PLAIN_FACETS = frozenset({"narrator"})
"""Facets without evidence that say something to a reader; `narrative` goes without saying."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A tag of a story."""

    facet: str
    label: str
    definition: str
    percent: str
    """Empty, like `sureness`, where the tag came without a probability."""
    sureness: str
    style: int | None
    """None for facets that have no evidence."""
    number: int | None
    """Number of the marks in the words; None where there is no evidence."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """What a page says of one story."""

    anchor: str
    number: int | None
    source: str
    day: str
    pieces: tuple[Piece, ...] = field(repr=False)
    chips: tuple[Chip, ...]
    why: str
    needs_review: bool


def mark_styles(taxonomy: Taxonomy) -> dict[str, int]:
    """Return the style of every facet that has evidence, counted from 1."""
    facets = [facet.name for facet in taxonomy.facets if facet.evidence]
    return {name: number % STYLES + 1 for number, name in enumerate(facets)}


def view_story(
    tagged: TaggedStory, taxonomy: Taxonomy, anchor: str, number: int | None = None, why: str = ""
) -> StoryView:
    """Make the view of one story; `anchor` is unique on its page."""
    story, prediction = tagged.story, tagged.prediction
    styles = mark_styles(taxonomy)
    evidence_tags = {one.tag for one in prediction.tags.evidence}
    chips: list[Chip] = []
    marks: dict[str, Mark] = {}
    for facet, label in _shown_tags(tagged, taxonomy):
        tag = facet.evidence_tag(label)
        if tag in evidence_tags and tag is not None:
            title = f"{singular(facet.name)}: {in_words(label)}"
            marks[tag] = Mark(len(marks) + 1, styles[facet.name], title)
        probability = prediction.scores.get(facet.name, {}).get(label)
        chips.append(
            Chip(
                singular(facet.name),
                in_words(label),
                next(one.definition for one in facet.labels if one.name == label),
                "" if probability is None else percent(probability),
                "" if probability is None else sureness(probability),
                styles.get(facet.name),
                marks[tag].number if tag in marks else None,
            )
        )
    shown = [(one, marks[one.tag]) for one in prediction.tags.evidence if one.tag in marks]
    return StoryView(
        anchor,
        number,
        story.source,
        day(story.created_at),
        tuple(pieces(story.text, shown)),
        tuple(chips),
        why,
        prediction.needs_review,
    )


def _shown_tags(tagged: TaggedStory, taxonomy: Taxonomy) -> Iterable[tuple[Facet, str]]:
    given = tagged.prediction.tags.labels
    plain = [facet for facet in taxonomy.facets if facet.name in _PLAIN_FACETS]
    # Tags with evidence first: their numbers in the words then count from 1 in order of the chips.
    for facet in [f for f in taxonomy.facets if f.evidence] + plain:
        for label in facet.label_names:
            if label in given.get(facet.name, ()) and label != facet.absent:
                yield facet, label
