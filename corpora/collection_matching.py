"""Does a story fit a collection, and if not, why not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from corpora.collection import Collection
from corpora.rows import StoredStory
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy


class LeftOut(StrEnum):
    """Why a story is not in a collection; the first reason that applies, in this order."""

    OTHER_TAGS = "has other tags"
    LOW_PROBABILITY = "probability too low"
    UNDATED = "has no date"
    OUTSIDE_WINDOW = "outside the window"
    REVIEWED_OTHERWISE = "a reviewer disagrees with its tags"
    NEEDS_REVIEW = "needs review"
    BEYOND_LIMIT = "beyond the limit"
    SOURCE_FULL = "share of its source is full"
    GROUP_FULL = "section is full"
    NEAR_DUPLICATE = "near duplicate of a story shown"


@dataclass(frozen=True, slots=True)
class MatchedTag:
    """A tag that the collection asks for and the story has."""

    facet: str
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Match:
    """A story that fits, with why."""

    tagged: TaggedStory
    matched: tuple[MatchedTag, ...]
    """At least one tag per facet asked for, in the order of the taxonomy."""
    groups: tuple[MatchedTag, ...]
    """Its tags of the facet that the page is grouped by, the most probable first."""

    @property
    def probability(self) -> float:
        """How sure the least sure facet is that the story fits, 0..1."""
        best: dict[str, float] = {}
        for tag in self.matched:
            best[tag.facet] = max(tag.probability, best.get(tag.facet, 0.0))
        return min(best.values())

    @property
    def group(self) -> str:
        """The label of its section; empty where the story has none."""
        return self.groups[0].label if self.groups else ""


def match_story(
    tagged: TaggedStory, asks: Collection, taxonomy: Taxonomy, until: datetime
) -> Match | LeftOut:
    """Say why the story fits, or why it does not; `until` is the end of the window, exclusive."""
    matched: list[MatchedTag] = []
    for facet in (f for f in taxonomy.facets if f.name in asks.where):
        given = _given(tagged, taxonomy, facet.name, asks.where[facet.name])
        if not given:
            return LeftOut.OTHER_TAGS
        matched += given
    sure = [t for t in matched if t.probability >= asks.probability_needed(t.facet, t.label)]
    if {t.facet for t in sure} != set(asks.where):
        return LeftOut.LOW_PROBABILITY
    if (reason := _time_or_review(tagged, asks, until)) is not None:
        return reason
    return Match(tagged, tuple(sure), _groups(tagged, asks, taxonomy))


def _given(
    tagged: TaggedStory, taxonomy: Taxonomy, facet: str, wanted: tuple[str, ...]
) -> list[MatchedTag]:
    prediction = tagged.prediction
    scores = prediction.scores.get(facet, {})
    return [
        MatchedTag(facet, label, scores.get(label, 0.0))
        for label in taxonomy.facet(facet).label_names
        if label in wanted and prediction.tags.has(facet, label)
    ]


def _groups(tagged: TaggedStory, asks: Collection, taxonomy: Taxonomy) -> tuple[MatchedTag, ...]:
    if asks.group_by is None:
        return ()
    facet = taxonomy.facet(asks.group_by)
    wanted = asks.where.get(facet.name, facet.label_names)
    given = _given(tagged, taxonomy, facet.name, wanted)
    sure = [t for t in given if t.probability >= asks.probability_needed(t.facet, t.label)]
    return tuple(sorted(sure, key=lambda tag: -tag.probability))  # stable: taxonomy order on ties


def _time_or_review(tagged: TaggedStory, asks: Collection, until: datetime) -> LeftOut | None:
    created_at = tagged.story.created_at
    if created_at is None:
        if asks.undated == "exclude":
            return LeftOut.UNDATED
    elif created_at >= until or (
        asks.window_days is not None and created_at < until - timedelta(days=asks.window_days)
    ):
        return LeftOut.OUTSIDE_WINDOW
    status = tagged.review_status if isinstance(tagged, StoredStory) else "unreviewed"
    if status in ("corrected", "rejected", "disputed"):
        return LeftOut.REVIEWED_OTHERWISE
    if asks.exclude_needs_review and tagged.prediction.needs_review and status != "confirmed":
        return LeftOut.NEEDS_REVIEW
    return None
