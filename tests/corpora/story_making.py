"""Small whole predictions and stories that tests tag, store and emit."""

from datetime import UTC, datetime

from corpora.rows import StoredStory
from corpora.story import Evidence, Prediction, Story, Tags
from corpora.taxonomy import Taxonomy


def prediction(taxonomy: Taxonomy, *, probability: float = 0.75) -> Prediction:
    """Give every facet its first label, with `probability`."""
    labels = {facet.name: facet.label_names[:1] for facet in taxonomy.facets}
    scores = {
        facet.name: {
            label: probability if label == facet.label_names[0] else 1 - probability
            for label in facet.label_names
        }
        for facet in taxonomy.facets
    }
    return Prediction(Tags(labels, (Evidence("moment", 0, 3),)), scores, needs_review=False)


def tagged(number: int, taxonomy: Taxonomy, *, source: str = "survey") -> StoredStory:
    """Make the story with number `number`: id, text and date follow from it."""
    story = Story(
        story_id=f"{number:032x}",
        record_id=f"{number + 1000:032x}",
        source=source,
        start=0,
        end=40,
        text=f"They mended bicycle number {number} before the rain began.",
        created_at=datetime(2026, 1, 1 + number % 28, tzinfo=UTC) if number % 5 else None,
        redactor_version="r1",
        segmenter_version="s1",
    )
    return StoredStory(story, prediction(taxonomy), "m1", taxonomy.version, origins=1 + number % 3)
