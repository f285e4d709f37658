"""Keyed digests: how the store knows records, files and texts without keeping their names."""

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

ID_LENGTH = 32
"""Hex characters of an id: 128 bits, so that chance collisions need 10^19 stories."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Makes ids from the store's key: the same for the same input, meaningless without the key."""

    key: bytes = field(repr=False)

    def digest(self, *parts: str | int) -> str:
        """Return 32 hex characters over `parts`; where one part ends counts."""
        # JSON escapes what UTF-8 cannot hold (lone surrogates), so that no text can fail here.
        content = json.dumps(parts).encode("ascii")
        return hmac.new(self.key, content, hashlib.sha256).hexdigest()[:ID_LENGTH]

    def record(self, source: str, native_id: str) -> str:
        """Return the id of a record."""
        return self.digest("record", source, native_id)

    def story(self, source: str, native_id: str, index: int, text_digest: str) -> str:
        """Return the id of the story made of a record's passage number `index`."""
        return self.digest("story", source, native_id, index, text_digest)

    def content(self, text: str, created_at: datetime | None) -> str:
        """Return the digest that tells whether a record was edited."""
        return self.digest("content", text, "" if created_at is None else created_at.isoformat())

    def file(self, path: Path) -> str:
        """Return the digest of a file's bytes. Raises OSError when it cannot be read."""
        with path.open("rb") as stream:
            made = hashlib.file_digest(stream, lambda: hmac.new(self.key, digestmod=hashlib.sha256))
        return made.hexdigest()[:ID_LENGTH]

    def forgotten_text(self, text_digest: str) -> str:
        """Return the tombstone of a text: under the key, or short texts could be guessed."""
        return self.digest("forgotten", text_digest)
