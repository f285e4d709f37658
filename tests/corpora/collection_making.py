"""Small tagged stories, and collections picked from them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from corpora.collection import Collection, CollectionFile
from corpora.collection_selection import Selected, select_stories
from corpora.rows import StoredStory
from corpora.story import Evidence, Prediction, Story, TaggedStory, Tags
from corpora.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
UNTIL = datetime(2026, 3, 9, tzinfo=UTC)
FERRY = "The ferry had left, so the harbour master rowed us over to the island himself at dusk."


def story(  # noqa: PLR0913  # each test varies another one
    story_id: str,
    text: str = "",
    wow: float = 0.9,
    source: str = "mail",
    created_at: datetime | None = UNTIL - timedelta(days=1),
    excuses: Sequence[tuple[str, float]] = (),
    needs_review: bool = False,
) -> TaggedStory:
    """Make a wow with evidence; its text follows from its id where none is given."""
    text = text or f"Story {story_id} tells of something that no other one tells."
    labels = {"moment": ("wow",), "excuses": tuple(label for label, _ in excuses)}
    return TaggedStory(
        Story(story_id, "r", source, 0, len(text), text, created_at, "redactor", "segmenter"),
        Prediction(
            Tags(labels, (Evidence("moment", 0, 5),)),
            {"moment": {"wow": wow}, "excuses": dict(excuses)},
            needs_review,
        ),
        "model",
        "1",
    )


def select(stories: Sequence[TaggedStory], **asks: object) -> Selected:
    """Pick from `stories` what `asks` adds to `where: {moment: [wow]}`."""
    written = {"title": "T", "purpose": "P", "where": {"moment": ["wow"]}} | asks
    file = CollectionFile("mine", "d" * 64, Collection.model_validate(written))
    return select_stories(file, stories, TAXONOMY, UNTIL)


def ids(selected: Selected) -> list[str]:
    """Return the ids of the picks in order."""
    return [pick.match.tagged.story.story_id for pick in selected.picks]


def stored(tagged: TaggedStory, status: str) -> StoredStory:
    """Return the story as the store gives it after a review."""
    return StoredStory(
        tagged.story,
        tagged.prediction,
        tagged.model_version,
        tagged.taxonomy_version,
        review_status=status,
    )
