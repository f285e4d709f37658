"""Forget: take stories out for good, and keep them out when their source is read again."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select

from corpora.store.identity import Identity
from corpora.store.releasing import release_record
from corpora.store.schema import origins, records, stories, tombstones
from corpora.store.statements import chunks, insert_rows
from corpora.store.values import PassageKeys


def forget_stories(
    connection: Connection, identity: Identity, story_ids: Collection[str], now: datetime
) -> list[str]:
    """Take out stories with every record that tells them; return the ids of all that is gone.

    What else these records told goes too, unless other records tell it. Tombstones stay: keyed
    digests of the records and of the texts, so that neither comes back by another way.
    """
    texts: list[str] = []
    tellers: set[str] = set()
    for some in chunks(sorted(story_ids)):
        named = select(stories.c.text_digest).where(stories.c.story_id.in_(some))
        texts += connection.scalars(named)
        told = select(origins.c.record_id).where(origins.c.story_id.in_(some))
        tellers.update(connection.scalars(told))
    digests = sorted(tellers | {identity.forgotten_text(text) for text in texts})
    stones: list[dict[str, object]] = [{"digest": d, "forgotten_at": now} for d in digests]
    insert_rows(connection, tombstones, stones, on_conflict="keep")
    gone: set[str] = set()
    for record_id in sorted(tellers):
        gone.update(release_record(connection, record_id))
        connection.execute(delete(records).where(records.c.record_id == record_id))
    return sorted(gone)


def forgotten_texts(
    connection: Connection, identity: Identity, passages: Sequence[PassageKeys]
) -> set[str]:
    """Return the text digests among `passages` that must not come back."""
    stones = {identity.forgotten_text(p.text_digest): p.text_digest for p in passages}
    forgotten: set[str] = set()
    for some in chunks(sorted(stones)):
        query = select(tombstones.c.digest).where(tombstones.c.digest.in_(some))
        forgotten.update(stones[stone] for stone in connection.scalars(query))
    return forgotten
