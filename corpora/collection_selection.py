"""Pick the stories of a collection from a stream of tagged stories, in bounded memory.

The best candidates of every source and section are kept, `_SPARE` times as many as can be shown,
so that near duplicates among them leave enough. The same stories in any order give the same picks.
"""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpora.collection import Collection, CollectionFile
from corpora.collection_matching import LeftOut, Match, match_story
from corpora.collection_repeats import Shown
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy

_SPARE = 10


@dataclass(frozen=True, slots=True)
class Pick:
    """A story of the collection."""

    rank: int
    """Place on the page, from 1."""
    match: Match


@dataclass(frozen=True, slots=True)
class Selected:
    """A collection: its stories, and what became of all the others."""

    file: CollectionFile
    taxonomy: Taxonomy
    until: datetime
    """End of the window, exclusive."""
    picks: tuple[Pick, ...]
    """In order of the page."""
    considered: int
    """Stories looked at: `len(picks)` and all that were left out."""
    left_out: Mapping[LeftOut, int]
    near_duplicates: Mapping[str, str]
    """Id of a story left out -> id of the story shown that it repeats."""
    matching: int
    """Stories that fit, shown or not."""
    matching_groups: Mapping[str, int]
    """Label of the facet grouped by -> stories that fit and have it, shown or not."""

    def sections(self) -> Iterator[tuple[str, tuple[Pick, ...]]]:
        """Yield each section's label and stories, in order of the page."""
        labels = dict.fromkeys(pick.match.group for pick in self.picks)
        for label in labels:
            yield label, tuple(pick for pick in self.picks if pick.match.group == label)


def select_stories(
    file: CollectionFile, stories: Iterable[TaggedStory], taxonomy: Taxonomy, until: datetime
) -> Selected:
    """Pick the stories that `file` asks for; `until` is timezone-aware."""
    asks = file.asks
    considered = 0
    left_out: Counter[LeftOut] = Counter()
    groups: Counter[str] = Counter()
    pools: defaultdict[tuple[str, str], list[Match]] = defaultdict(list)
    for tagged in stories:
        considered += 1
        match = match_story(tagged, asks, taxonomy, until)
        if isinstance(match, LeftOut):
            left_out[match] += 1
            continue
        groups.update(tag.label for tag in match.groups)
        pool = pools[tagged.story.source, match.group]
        insort(pool, match, key=lambda one: _order(one, asks))
        if len(pool) > asks.limit * _SPARE:
            pool.pop()
            left_out[LeftOut.BEYOND_LIMIT] += 1
    candidates = sorted(
        (match for pool in pools.values() for match in pool), key=lambda one: _order(one, asks)
    )
    matching = considered - sum(left_out.values()) + left_out[LeftOut.BEYOND_LIMIT]
    picked, repeats = _choose(candidates, asks, left_out)
    return Selected(
        file,
        taxonomy,
        until,
        picks=_in_page_order(picked, groups, taxonomy, asks),
        considered=considered,
        left_out={reason: left_out[reason] for reason in LeftOut if left_out[reason]},
        near_duplicates=repeats,
        matching=matching,
        matching_groups=groups,
    )


def _order(match: Match, asks: Collection) -> tuple[float, float, str]:
    story = match.tagged.story
    if asks.order == "probability":
        return (-match.probability, 0.0, story.story_id)
    undated_last = float("inf")
    age = -story.created_at.timestamp() if story.created_at else undated_last
    return (age, -match.probability, story.story_id)


def _choose(
    candidates: Iterable[Match], asks: Collection, left_out: Counter[LeftOut]
) -> tuple[list[Match], dict[str, str]]:
    picked: list[Match] = []
    repeats: dict[str, str] = {}
    shown = Shown()
    sources: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for match in candidates:
        story = match.tagged.story
        if len(picked) == asks.limit:
            left_out[LeftOut.BEYOND_LIMIT] += 1
        elif sources[story.source] == asks.per_source_count:
            left_out[LeftOut.SOURCE_FULL] += 1
        elif groups[match.group] == asks.per_group:
            left_out[LeftOut.GROUP_FULL] += 1
        # Last, because it is dear (a millisecond a text) and few candidates come this far.
        elif (repeated := shown.repeated_by(story)) is not None:
            left_out[LeftOut.NEAR_DUPLICATE] += 1
            repeats[story.story_id] = repeated
        else:
            picked.append(match)
            shown.add(story)
            sources[story.source] += 1
            groups[match.group] += 1
    return picked, repeats


def _in_page_order(
    picked: Iterable[Match], groups: Mapping[str, int], taxonomy: Taxonomy, asks: Collection
) -> tuple[Pick, ...]:
    if asks.group_by is not None:
        names = taxonomy.facet(asks.group_by).label_names
        # The most frequent label first; stories without one (the empty label) last.
        by_count = sorted(names, key=lambda label: -groups.get(label, 0))
        place = {label: number for number, label in enumerate([*by_count, ""])}
        picked = sorted(picked, key=lambda match: place[match.group])
    return tuple(Pick(rank, match) for rank, match in enumerate(picked, start=1))
