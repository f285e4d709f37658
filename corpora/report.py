"""What became of the records of a run: every one that was read is accounted for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corpora.errors import GateError


@dataclass(frozen=True, slots=True)
class RunReport:
    """Counts of records by outcome, and of new stories beside them.

    Raises GateError when the outcomes do not add up to what was read.
    """

    read: int = 0
    published: int = 0
    """Records with at least one new story."""
    merged: int = 0
    """Records of which every passage was in the store already."""
    rejected: Mapping[str, int] = field(default_factory=dict)
    """`stage: reason` -> records."""
    skipped: int = 0
    """Records that were in the store already, unchanged."""
    stories: int = 0
    """New stories; a long record gives several."""

    def __post_init__(self) -> None:
        counted = {reason: count for reason, count in sorted(self.rejected.items()) if count}
        object.__setattr__(self, "rejected", MappingProxyType(counted))
        accounted = self.published + self.merged + self.rejected_records + self.skipped
        if self.read != accounted:
            raise GateError(
                f"the run's counts do not add up: {self.read} records read, but {accounted} "
                f"accounted for ({self.published} published, {self.merged} merged, "
                f"{self.rejected_records} rejected, {self.skipped} skipped); this is a fault of "
                "the program: keep the store as it is and report it"
            )

    @property
    def rejected_records(self) -> int:
        """How many records were rejected, for whatever reason."""
        return sum(self.rejected.values())

    def __add__(self, other: "RunReport") -> "RunReport":
        return RunReport(
            read=self.read + other.read,
            published=self.published + other.published,
            merged=self.merged + other.merged,
            rejected=Counter(self.rejected) + Counter(other.rejected),
            skipped=self.skipped + other.skipped,
            stories=self.stories + other.stories,
        )

    def as_json(self) -> dict[str, object]:
        """Return the counts as plain JSON values."""
        return {
            "read": self.read,
            "published": self.published,
            "merged": self.merged,
            "rejected": dict(self.rejected),
            "skipped": self.skipped,
            "stories": self.stories,
        }

    @classmethod
    def from_json(cls, content: Mapping[str, object]) -> "RunReport":
        """Return the report that `as_json` made `content` of. Raises GateError like the class."""
        numbers = {name: int(str(content[name])) for name in _NUMBERS}
        rejected = content["rejected"]
        counted = rejected.items() if isinstance(rejected, Mapping) else ()
        return cls(rejected={str(why): int(n) for why, n in counted}, **numbers)


_NUMBERS = ("read", "published", "merged", "skipped", "stories")
