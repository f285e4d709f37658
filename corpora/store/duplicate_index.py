"""Find the story that a passage repeats, among those stored and those of the present batch."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from corpora.duplicates import NEAR_DUPLICATE_SIMILARITY, similarity
from corpora.store.schema import near_duplicate_keys, stories
from corpora.store.statements import chunks
from corpora.store.values import PassageKeys


class DuplicateIndex:
    """The stories that `passages` could repeat.

    A passage finds the same story whether that was stored long ago or a moment before in the same
    batch, so that where a batch ends changes nothing.
    """

    def __init__(self, connection: Connection, passages: Iterable[PassageKeys]) -> None:
        self._connection = connection
        self._by_digest: dict[str, str] = {}
        self._by_key: defaultdict[int, set[str]] = defaultdict(set)
        self._texts: dict[str, str] = {}
        wanted = list(passages)
        digests = sorted({passage.text_digest for passage in wanted})
        for some in chunks(digests):
            exact = select(stories.c.text_digest, stories.c.story_id)
            for digest, story_id in connection.execute(
                exact.where(stories.c.text_digest.in_(some))
            ):
                self._by_digest[digest] = story_id
        keys = sorted({key for passage in wanted for key in passage.near_duplicate_keys})
        near = select(near_duplicate_keys.c.key, near_duplicate_keys.c.story_id)
        for some_keys in chunks(keys):
            found = connection.execute(near.where(near_duplicate_keys.c.key.in_(some_keys)))
            for key, story_id in found:
                self._by_key[key].add(story_id)

    def find(self, passage: PassageKeys) -> str | None:
        """Return the story with the same text, or else the most similar one above the threshold."""
        if (exact := self._by_digest.get(passage.text_digest)) is not None:
            return exact
        candidates = sorted(
            {story for key in passage.near_duplicate_keys for story in self._by_key.get(key, ())}
        )
        if not candidates:
            return None
        self._load_texts(candidates)
        # Of equals the smallest id wins (max keeps the first), so the order of rows is no matter.
        scored = [(similarity(passage.passage.text, self._texts[s]), s) for s in candidates]
        likeness, best = max(scored, key=lambda pair: pair[0])
        return best if likeness >= NEAR_DUPLICATE_SIMILARITY else None

    def add(self, story_id: str, passage: PassageKeys) -> None:
        """Let later passages find a story that is new in this batch."""
        self._by_digest[passage.text_digest] = story_id
        self._texts[story_id] = passage.passage.text
        for key in passage.near_duplicate_keys:
            self._by_key[key].add(story_id)

    def remove(self, story_id: str) -> None:
        """Forget a story that is gone."""
        self._by_digest = {d: s for d, s in self._by_digest.items() if s != story_id}
        for found in self._by_key.values():
            found.discard(story_id)
        self._texts.pop(story_id, None)

    def _load_texts(self, story_ids: list[str]) -> None:
        missing = [story_id for story_id in story_ids if story_id not in self._texts]
        texts = select(stories.c.story_id, stories.c.text)
        for some in chunks(missing):
            for story_id, text in self._connection.execute(
                texts.where(stories.c.story_id.in_(some))
            ):
                self._texts[story_id] = text
