"""Tell whether a record is new, the same, edited, or to be forgotten."""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, select

from corpora.store.identity import Identity
from corpora.store.schema import records, tombstones
from corpora.store.statements import chunks

Standing = Literal["new", "same", "edited", "forgotten"]


class KnownRecords:
    """What the store knows of some records of a source, kept up to date while they come in."""

    def __init__(
        self, connection: Connection, identity: Identity, source: str, native_ids: Iterable[str]
    ) -> None:
        self._identity = identity
        self._source = source
        self._contents: dict[str, str] = {}
        self._forgotten: set[str] = set()
        contents = select(records.c.record_id, records.c.content_digest)
        dead = select(tombstones.c.digest)
        for some in chunks(sorted({identity.record(source, name) for name in native_ids})):
            for record_id, content in connection.execute(
                contents.where(records.c.record_id.in_(some))
            ):
                self._contents[record_id] = content
            self._forgotten.update(connection.scalars(dead.where(tombstones.c.digest.in_(some))))

    def standing(self, native_id: str, content_digest: str) -> Standing:
        """Say what a record with this content is to the store."""
        record_id = self._identity.record(self._source, native_id)
        if record_id in self._forgotten:
            return "forgotten"
        if record_id not in self._contents:
            return "new"
        return "same" if self._contents[record_id] == content_digest else "edited"

    def note(self, native_id: str, content_digest: str) -> None:
        """Remember a record that comes in, for what follows in the same batch."""
        self._contents[self._identity.record(self._source, native_id)] = content_digest

    def drop(self, native_id: str) -> None:
        """Forget a record that was taken out."""
        self._contents.pop(self._identity.record(self._source, native_id), None)
