"""Counts over the stories of a release, made while they stream by."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from corpora.rows import StoredStory
from corpora.story import TaggedStory


@dataclass(slots=True)
class Census:
    """How many stories there are, of which kind, source and time."""

    stories: int = 0
    arrow_bytes: int = 0
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    review_statuses: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    undated: int = 0
    earliest: datetime | None = None
    latest: datetime | None = None

    def add(self, tagged: TaggedStory) -> None:
        """Count one story."""
        self.stories += 1
        self.sources[tagged.story.source] += 1
        self.unsure += tagged.prediction.needs_review
        status = tagged.review_status if isinstance(tagged, StoredStory) else "unreviewed"
        self.review_statuses[status] += 1
        for facet, labels in tagged.prediction.tags.labels.items():
            self.labels.update((facet, label) for label in labels)
        if (created := tagged.story.created_at) is None:
            self.undated += 1
            return
        self.earliest = created if self.earliest is None else min(self.earliest, created)
        self.latest = created if self.latest is None else max(self.latest, created)
