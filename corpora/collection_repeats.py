"""Texts that are shown already: finds the one that another text repeats."""

from collections import defaultdict

from corpora.duplicates import (
    NEAR_DUPLICATE_SIMILARITY,
    near_duplicate_keys,
    similarity,
    text_digest,
)
from corpora.story import Story


class Shown:
    """The stories taken so far; none is a near duplicate of another."""

    def __init__(self) -> None:
        self._by_digest: dict[str, str] = {}
        self._by_key: defaultdict[int, list[Story]] = defaultdict(list)

    def repeated_by(self, story: Story) -> str | None:
        """Return the id of the shown story that this one repeats; None when it repeats none."""
        if (story_id := self._by_digest.get(text_digest(story.text))) is not None:
            return story_id
        compared: set[str] = set()
        for key in near_duplicate_keys(story.text):
            for other in self._by_key.get(key, ()):
                if other.story_id in compared:
                    continue
                compared.add(other.story_id)
                if similarity(story.text, other.text) >= NEAR_DUPLICATE_SIMILARITY:
                    return other.story_id
        return None

    def add(self, story: Story) -> None:
        """Take the story as shown."""
        self._by_digest[text_digest(story.text)] = story.story_id
        for key in near_duplicate_keys(story.text):
            self._by_key[key].append(story)
