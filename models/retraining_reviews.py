"""Reviewed stories of the store as labelled passages.

What people said is pinned once per retraining, by story id and without text: who reviews while a
challenger trains does not change what it is judged on, and a story that is forgotten meanwhile is
gone from the data too. A story that anybody rejected is not learned from; of the others, a facet
counts where all its reviewers agree.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from corpora.errors import SourceError
from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Tags
from corpora.taxonomy import Taxonomy
from models.retraining_agreement import (
    AgreedStory,
    agreed_evidence,
    agreed_labels,
    record_groups,
)
from models.retraining_data import REVIEWS

if TYPE_CHECKING:
    from corpora.store import Store


@dataclass(frozen=True, slots=True)
class PinnedReviews:
    """The reviews that one retraining learns from."""

    stories: tuple[AgreedStory, ...]
    counts: dict[str, int]
    """Stories that are used, or not and why; facets that reviewers differ on."""

    def write(self, path: Path) -> None:
        """Keep them in a file, which appears whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        building = path.with_suffix(".building")
        building.write_bytes(_ADAPTER.dump_json(self))
        building.replace(path)


_ADAPTER = TypeAdapter(PinnedReviews)


def read_pinned(path: Path) -> PinnedReviews:
    """Read them back. Raises SourceError when the file is not one of ours."""
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise SourceError(
            f"{path}: no pinned reviews ({type(error).__name__}); remove it to start anew"
        ) from error


def pin_reviews(store: "Store", taxonomy: Taxonomy) -> PinnedReviews:
    """Return what the reviewers of each story agree on now."""
    from sqlalchemy import select

    from corpora.store.schema import reviews

    order = (reviews.c.story_id, reviews.c.reviewed_at, reviews.c.reviewer)
    counts = Counter(used=0, rejected=0, nothing_agreed=0, disputed_facets=0)
    found: list[AgreedStory] = []
    with store.reading() as connection:
        groups = record_groups(connection)
        rows = connection.execute(select(reviews).order_by(*order)).all()
    for story_id, given in groupby(rows, key=lambda row: str(row.story_id)):
        verdicts = list(given)
        if any(row.verdict == "rejected" for row in verdicts):
            counts["rejected"] += 1
            continue
        labels, disputed = agreed_labels([row.labels for row in verdicts], taxonomy)
        counts["disputed_facets"] += disputed
        counts["used" if labels else "nothing_agreed"] += 1
        if labels:
            evidence = agreed_evidence(verdicts[-1].evidence, labels)
            found.append(AgreedStory(story_id, groups[story_id], labels, evidence))
    return PinnedReviews(tuple(found), dict(counts))


def reviewed_passages(store: "Store", stories: Sequence[AgreedStory]) -> list[LabelledPassage]:
    """Return the stories that are still in the store, with their redacted text."""
    from sqlalchemy import select

    from corpora.store.schema import stories as table
    from corpora.store.statements import chunks

    texts: dict[str, str] = {}
    with store.reading() as connection:
        for some in chunks([story.story_id for story in stories]):
            query = select(table.c.story_id, table.c.text).where(table.c.story_id.in_(some))
            texts |= {row.story_id: row.text for row in connection.execute(query)}
    return [
        LabelledPassage(
            passage_id=story.story_id,
            text=texts[story.story_id],
            tags=Tags(
                story.labels,
                tuple(
                    Evidence(tag, start, end)
                    for tag, start, end in sorted(story.evidence)
                    if 0 <= start < end <= len(texts[story.story_id])
                ),
            ),
            group=story.group,
            split="",
            origin=REVIEWS,
        )
        for story in stories
        if story.story_id in texts
    ]
