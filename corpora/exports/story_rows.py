"""The stories of a collection as CSV for spreadsheets and as JSON lines for programs."""

import csv
import io
import json
import re

from corpora.collection_selection import Pick, Selected
from corpora.taxonomy import Taxonomy

# What a spreadsheet takes for a formula, or drops and then takes the next character for one; the
# full-width signs are formulas to spreadsheets with a Japanese or Chinese locale. A cell that could
# be mistaken for an escaped one is escaped too, so that `plain_cell` can undo it.
_LIVE = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def inert_cell(text: str) -> str:
    """Return a cell that no spreadsheet runs: a live start gets a leading `'`; NUL is taken out."""
    text = text.replace("\0", "")
    return f"'{text}" if _LIVE.match(text) else text


def plain_cell(cell: str) -> str:
    """Return the text that `inert_cell` was given, less its NULs."""
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell) else cell


def stories_csv(selected: Selected) -> bytes:
    """Return a header and one row per story, UTF-8 with a byte order mark.

    The mark tells Excel the encoding. A text that began with = + - @ tab CR LF (or their full-width
    forms) has a `'` before it: take one leading `'` off such cells to have the text back. NULs are
    gone; `stories.jsonl` has the exact text. Labels of a facet are joined by `; `.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    rows = [_cells(pick, selected.taxonomy) for pick in selected.picks]
    writer.writerow(_columns(selected.taxonomy))
    writer.writerows([inert_cell(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig", errors="replace")


def stories_jsonl(selected: Selected) -> bytes:
    """Return one JSON object per story, with the columns of a tagged dataset, rank and group."""
    lines = [json.dumps(_row(pick), ensure_ascii=False) + "\n" for pick in selected.picks]
    # A lone surrogate has no UTF-8 form, but JSON has: its \uXXXX escape.
    return "".join(lines).encode("utf-8", errors="backslashreplace")


def _columns(taxonomy: Taxonomy) -> list[str]:
    facets = [facet.name for facet in taxonomy.facets]
    start = ["rank", "group", "probability", "story_id", "source", "created_at", "text"]
    return [*start, *facets, "evidence", "needs_review", "model_version", "taxonomy_version"]


def _cells(pick: Pick, taxonomy: Taxonomy) -> list[str]:
    match, tagged = pick.match, pick.match.tagged
    story, tags = tagged.story, tagged.prediction.tags
    return [
        str(pick.rank),
        match.group,
        f"{match.probability:.3f}",
        story.story_id,
        story.source,
        story.created_at.isoformat() if story.created_at else "",
        story.text,
        *("; ".join(tags.labels.get(facet.name, ())) for facet in taxonomy.facets),
        "\n".join(f"{one.tag}: {story.text[one.start : one.end]}" for one in sorted(tags.evidence)),
        "yes" if tagged.prediction.needs_review else "no",
        tagged.model_version,
        tagged.taxonomy_version,
    ]


def _row(pick: Pick) -> dict[str, object]:
    match, tagged = pick.match, pick.match.tagged
    story, prediction = tagged.story, tagged.prediction
    return {
        "rank": pick.rank,
        "group": match.group or None,
        "probability": match.probability,
        "story_id": story.story_id,
        "record_id": story.record_id,
        "source": story.source,
        "created_at": story.created_at.isoformat() if story.created_at else None,
        "text": story.text,
        "tags": {facet: list(labels) for facet, labels in prediction.tags.labels.items()},
        "scores": {facet: dict(scores) for facet, scores in prediction.scores.items()},
        "evidence": [
            {"tag": one.tag, "start": one.start, "end": one.end}
            for one in sorted(prediction.tags.evidence)
        ],
        "needs_review": prediction.needs_review,
        "model_version": tagged.model_version,
        "taxonomy_version": tagged.taxonomy_version,
        "redactor_version": story.redactor_version,
        "segmenter_version": story.segmenter_version,
    }
