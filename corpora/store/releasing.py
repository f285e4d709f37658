"""Take a record's stories out of the store when it was edited or must go."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select, update

from corpora.store.schema import origins, records, stories
from corpora.store.statements import chunks
from corpora.store.values import PassageKeys


def release_record(
    connection: Connection, record_id: str, kept: Collection[PassageKeys] = ()
) -> list[str]:
    """Take a record out of its stories; return the ids of those that are gone with it.

    A story that other records hold too stays, and goes by one of them. So does a story whose text
    is among the record's new passages (`kept`): its tags still fit. With a story go its tags, its
    evidence, its reviews and its near-duplicate keys.
    """
    texts = {passage.text_digest: passage.passage.text for passage in kept}
    found = connection.execute(
        select(stories.c.story_id, stories.c.text, stories.c.text_digest, stories.c.record_id)
        .join(origins, origins.c.story_id == stories.c.story_id)
        .where(origins.c.record_id == record_id)
        .order_by(stories.c.story_id)
    ).all()
    others = _other_origins(connection, record_id, [row.story_id for row in found])
    gone: list[str] = []
    for story in found:
        heirs = others[story.story_id]
        is_repeated = story.text_digest in texts
        if is_repeated and (heirs or texts[story.text_digest] == story.text):
            continue
        if not heirs:
            gone.append(story.story_id)
            continue
        connection.execute(
            delete(origins).where(
                origins.c.story_id == story.story_id, origins.c.record_id == record_id
            )
        )
        if story.record_id == record_id:
            _hand_over(connection, story.story_id, min(heirs))
    for some in chunks(gone):
        connection.execute(delete(stories).where(stories.c.story_id.in_(some)))
    return gone


def _other_origins(
    connection: Connection, record_id: str, story_ids: Sequence[str]
) -> defaultdict[str, list[str]]:
    others: defaultdict[str, list[str]] = defaultdict(list)
    for some in chunks(story_ids):
        query = select(origins.c.story_id, origins.c.record_id).where(
            origins.c.story_id.in_(some), origins.c.record_id != record_id
        )
        for story_id, other in connection.execute(query):
            others[story_id].append(other)
    return others


def _hand_over(connection: Connection, story_id: str, heir: str) -> None:
    place = connection.execute(
        select(origins.c.start, origins.c.end, origins.c.created_at, records.c.source)
        .join(records, records.c.record_id == origins.c.record_id)
        .where(origins.c.story_id == story_id, origins.c.record_id == heir)
    ).one()
    connection.execute(
        update(stories)
        .where(stories.c.story_id == story_id)
        .values(
            record_id=heir,
            source=place.source,
            start=place.start,
            end=place.end,
            created_at=place.created_at,
        )
    )
