"""Counts over a stream of tagged stories, and the few that are told in full."""

from bisect import insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from corpora.collection_repeats import Shown
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy

_TOLD = 3
_KEPT = 40
"""Candidates per kind, so that near duplicates among them leave enough to tell."""
_TELLING_CHARACTERS = range(80, 901)
"""Shorter stories tell little; longer ones are not read in a summary."""
_Rank = tuple[bool, bool, bool, float, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """Stories with one tag, or with any tag of a facet."""

    title: str
    facet: str
    label: str | None
    """None for any label."""


KINDS = (
    Kind("Wows", "moment", "wow"),
    Kind("Let down", "moment", "failed"),
    Kind("Excuses", "excuses", None),
    Kind("Fake personalization", "personalization", "fake"),
)


@dataclass(slots=True)
class Tally:
    """What a summary counts, made while the stories stream by; memory does not grow with them."""

    taxonomy: Taxonomy
    stories: int = 0
    needs_review: int = 0
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(facet, label) -> stories."""
    within: defaultdict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    """Label of `moment` -> (facet, label) -> stories."""
    with_excuse: int = 0
    sources: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Source -> label of `moment` -> stories."""
    undated: int = 0
    first: datetime | None = None
    last: datetime | None = None
    versions: set[str] = field(default_factory=set)
    _candidates: defaultdict[str, list[tuple[_Rank, TaggedStory]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, tagged: TaggedStory) -> None:
        """Count one story."""
        tags = tagged.prediction.tags
        held = [(facet, label) for facet, labels in tags.labels.items() for label in labels]
        self.stories += 1
        self.needs_review += tagged.prediction.needs_review
        self.versions.add(tagged.model_version)
        self.labels.update(held)
        self.with_excuse += bool(tags.labels.get("excuses"))
        for moment in tags.labels.get("moment", ()):
            self.within[moment].update(held)
            self.sources[tagged.story.source][moment] += 1
        self._date(tagged.story.created_at)
        for kind in KINDS:
            self._offer(kind, tagged)

    def told(self, kind: Kind, shown: Shown) -> list[TaggedStory]:
        """Return the most telling stories of a kind, of several sources where there are several.

        Adds them to `shown`; what `shown` holds already is not told again.
        """
        left = [tagged for _, tagged in self._candidates[kind.title]]
        found: list[TaggedStory] = []
        sources: Counter[str] = Counter()
        while left and len(found) < _TOLD:
            # min takes the first of equals: the most telling of the source told least so far.
            best = min(left, key=lambda tagged: sources[tagged.story.source])
            left.remove(best)
            if shown.repeated_by(best.story) is None:
                found.append(best)
                shown.add(best.story)
                sources[best.story.source] += 1
        return found

    def _offer(self, kind: Kind, tagged: TaggedStory) -> None:
        prediction = tagged.prediction
        labels = [
            label
            for label in prediction.tags.labels.get(kind.facet, ())
            if kind.label in (None, label)
        ]
        if not labels:
            return
        facet = self.taxonomy.facet(kind.facet)
        wanted = {facet.evidence_tag(label) for label in labels}
        has_evidence = any(one.tag in wanted for one in prediction.tags.evidence)
        scores = prediction.scores.get(kind.facet, {})
        rank = (
            prediction.needs_review,
            not has_evidence,
            len(tagged.story.text) not in _TELLING_CHARACTERS,
            -max(scores.get(label, 0.0) for label in labels),
            tagged.story.story_id,
        )
        pool = self._candidates[kind.title]
        insort(pool, (rank, tagged), key=lambda one: one[0])
        del pool[_KEPT:]

    def _date(self, created_at: datetime | None) -> None:
        if created_at is None:
            self.undated += 1
            return
        self.first = min(self.first or created_at, created_at)
        self.last = max(self.last or created_at, created_at)
