"""What redaction did to many records, in counts."""

from collections import Counter
from dataclasses import dataclass, field

from corpora.exports.redaction_view import GENERALISED, RefusedRecord, SeenRecord


@dataclass(frozen=True, slots=True)
class KindCount:
    """How often one placeholder type was used."""

    kind: str
    entities: int
    """Distinct within each record: placeholders are numbered anew in every record."""
    mentions: int
    records: int


@dataclass(slots=True)
class RedactionTally:
    """Counts of records, of what was masked in them, and of records that were refused."""

    redacted: int = 0
    with_findings: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    """`stage: reason` -> records."""
    _entities: Counter[str] = field(default_factory=Counter)
    _mentions: Counter[str] = field(default_factory=Counter)
    _records: Counter[str] = field(default_factory=Counter)

    def add(self, item: SeenRecord | RefusedRecord) -> None:
        """Count one record."""
        if isinstance(item, RefusedRecord):
            self.refused[item.reason] += 1
            return
        self.redacted += 1
        self.with_findings += bool(item.masked)
        self._entities.update(item.counts)
        self._entities[GENERALISED] += len(_generalised(item))
        self._mentions.update(one.kind for one in item.masked)
        self._records.update({one.kind for one in item.masked})

    @property
    def read(self) -> int:
        """All records."""
        return self.redacted + self.refused.total()

    def kinds(self) -> list[KindCount]:
        """Return the types that were used, the most mentioned first."""
        return [
            KindCount(kind, self._entities[kind], mentions, self._records[kind])
            for kind, mentions in sorted(
                self._mentions.items(), key=lambda pair: (-pair[1], pair[0])
            )
        ]

    def reasons(self) -> list[tuple[str, int]]:
        """Return why records were refused, the most frequent first."""
        return sorted(self.refused.items(), key=lambda pair: (-pair[1], pair[0]))


def _generalised(record: SeenRecord) -> set[str]:
    """Return what was generalised: of these the redactor counts no entities."""
    return {
        record.original[one.original_start : one.original_end].casefold()
        for one in record.masked
        if one.kind == GENERALISED
    }
