"""Stories that an earlier redactor or policy made: counted while they are published, and told."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from corpora.rows import StoredStory

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class OtherRedactors:
    """Counts the stories that are of another redactor than `version`."""

    version: str
    stories: int = 0

    def counted(self, stories: Iterator[StoredStory]) -> Iterator[StoredStory]:
        """Pass the stories on."""
        for stored in stories:
            self.stories += stored.story.redactor_version != self.version
            yield stored

    def warn(self) -> None:
        """Say so where there are any: a policy holds for what is read from then on."""
        if self.stories:
            logger.warning(
                "%s stories were redacted by another version or policy than %s and stay as they "
                "are, the column redactor_version tells which: to redact all of them this way, "
                "read the sources into a new store",
                self.stories,
                self.version,
            )
