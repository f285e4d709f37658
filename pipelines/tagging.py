"""`storylode tag` and `storylode mine`: files in, tagged rows out, without a store."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.passages import record_passages
from corpora.readers import Columns, read_source
from corpora.report import RunReport
from corpora.story import Prediction, Record, Rejected
from corpora.taxonomy import Taxonomy
from models.inference import CHUNK, Tagger

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

    from corpora.redaction import Redactor

Row = dict[str, object]


@dataclass(frozen=True)
class Job:
    """What to read, with what to work, and where the rows go."""

    source: Path
    columns: Columns
    tagger: Tagger
    redactor: "Redactor | None"
    write: Callable[[Sequence[Row]], None]
    advance: Callable[[int], None] = field(default=lambda done: None)


def tag_schema(taxonomy: Taxonomy) -> "pa.Schema":
    """Return the columns of `storylode tag`: one row per input row, in order."""
    return _schema(["id"], [], taxonomy)


def mine_schema(taxonomy: Taxonomy) -> "pa.Schema":
    """Return the columns of `storylode mine`: one row per passage."""
    return _schema(["id", "record_id"], ["start", "end"], taxonomy)


def tag_rows(job: Job) -> RunReport:
    """Tag every input row whole; a row that cannot be read or redacted says so in `rejected`."""
    total = RunReport()
    items = _items(job.source, job.columns)
    while chunk := list(islice(items, CHUNK)):
        rows = [_whole(item, job) for item in chunk]
        _tag(rows, job.tagger)
        job.write(rows)
        job.advance(len(rows))
        for row in rows:
            total += _outcome(row.get("rejected"), stories=1)
    return total


def mine_rows(job: Job) -> tuple[RunReport, list[Rejected]]:
    """Find the passages of every record and tag them; return the counts and what was rejected."""
    total, rejected = RunReport(), list[Rejected]()
    waiting: list[Row] = []
    for item in _items(job.source, job.columns):
        found = item if isinstance(item, Rejected) else _passages(item, job)
        if isinstance(found, Rejected):
            rejected.append(found)
            total += _outcome(f"{found.stage}: {found.reason}", stories=0)
        else:
            waiting += found
            total += _outcome(None, stories=len(found))
        job.advance(1)
        if len(waiting) >= CHUNK:
            _tag(waiting, job.tagger)
            job.write(waiting)
            waiting = []
    _tag(waiting, job.tagger)
    job.write(waiting)
    return total, rejected


def _items(source: Path, columns: Columns) -> Iterator[Record | Rejected]:
    return read_source(source, source.stem, columns)


def _whole(item: Record | Rejected, job: Job) -> Row:
    if isinstance(item, Rejected):
        return {"id": item.where, "rejected": f"{item.stage}: {item.reason}"}
    row: Row = {"id": _row_id(item)}
    if job.redactor is None:
        return row | {"text": item.text}
    from corpora.cleaning import clean

    try:
        return row | {"text": job.redactor.redact(clean(item.text).text).text}
    except Exception as error:  # the edge: fail closed, and the other rows go on
        return row | {"rejected": f"redact: {type(error).__name__}"}


def _row_id(record: Record) -> str:
    file, _, row = record.native_id.rpartition("#")
    return row if file else record.native_id


def _passages(record: Record, job: Job) -> list[Row] | Rejected:
    passages = record_passages(record, job.redactor)
    if isinstance(passages, Rejected):
        return passages
    record_id = record.native_id
    if job.redactor is not None and job.redactor.redact(record_id).text != record_id:
        # A name in a file name: the record is known by a digest, as in the store.
        record_id = hashlib.sha256(record_id.encode()).hexdigest()[:16]
    return [
        {
            "id": f"{record_id}:{number}",
            "record_id": record_id,
            "start": passage.start,
            "end": passage.end,
            "text": passage.text,
        }
        for number, passage in enumerate(passages, start=1)
    ]


def _tag(rows: list[Row], tagger: Tagger) -> None:
    wanted = [row for row in rows if "text" in row]
    taxonomy = tagger.layout.taxonomy
    said = tagger.tag(str(row["text"]) for row in wanted)
    for row, prediction in zip(wanted, said, strict=True):
        row.update(_columns(prediction, taxonomy))
        row["model_version"], row["taxonomy_version"] = tagger.version, taxonomy.version


def _columns(prediction: Prediction, taxonomy: Taxonomy) -> Row:
    facets: Row = {
        facet.name: prediction.tags.one(facet.name)
        if facet.kind == "single"
        else list(prediction.tags.labels[facet.name])
        for facet in taxonomy.facets
    }
    return facets | {
        "scores": prediction.scores,
        "evidence": [
            {"tag": e.tag, "start": e.start, "end": e.end} for e in prediction.tags.evidence
        ],
        "needs_review": prediction.needs_review,
    }


def _outcome(rejected: object, *, stories: int) -> RunReport:
    if rejected:
        return RunReport(read=1, rejected={str(rejected): 1})
    return RunReport(read=1, published=1, stories=stories)


def _schema(ids: list[str], offsets: list[str], taxonomy: Taxonomy) -> "pa.Schema":
    import pyarrow as pa

    from corpora.rows import row_schema

    known = row_schema(taxonomy)
    facets = [facet.name for facet in taxonomy.facets]
    rest = ["scores", "evidence", "needs_review", "model_version", "taxonomy_version"]
    fields = [pa.field(name, pa.string()) for name in ids]
    fields += [known.field(name) for name in [*offsets, "text", *facets, *rest]]
    if not offsets:
        fields.append(pa.field("rejected", pa.string()))
    return pa.schema(fields)
