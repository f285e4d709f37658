"""Every miss and every needless mask as lines of JSON; text only where it may be shown."""

import json
from collections.abc import Iterator

from benchmarks.redaction.documents import Document
from benchmarks.redaction.score import Outcomes
from benchmarks.redaction.sets import MeasuredSet

_AROUND = 40  # characters to either side: enough to see why


def misses(measured: MeasuredSet, system: str, outcomes: Outcomes) -> Iterator[str]:
    """Yield missed mentions, then masks that hold no personal data, as JSON lines."""
    for entity in outcomes.entities:
        for mention in entity.left:
            place = (mention.start, mention.end)
            yield _line(measured, system, "missed", entity.type, entity.document, place)
    for one in outcomes.spans:
        if not one.is_right:
            place = (one.span.start, one.span.end)
            yield _line(measured, system, "needless", one.span.given, one.document, place)


def _line(  # noqa: PLR0913  a line has these columns
    measured: MeasuredSet,
    system: str,
    what: str,
    kind: str,
    document: Document,
    place: tuple[int, int],
) -> str:
    start, end = place
    row: dict[str, str | int] = {
        "system": system,
        "set": measured.name,
        "what": what,
        "document": document.id,
        "type": kind,
        "start": start,
        "end": end,
    }
    if measured.is_shown:
        row["text"] = document.text[start:end]
        row["around"] = document.text[max(0, start - _AROUND) : end + _AROUND]
        row["group"] = document.group
    return json.dumps(row, ensure_ascii=False)
