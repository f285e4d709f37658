"""`storylode tag` and `storylode mine`: files in, tagged rows out, without a store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.passages import record_passages
from corpora.readers import Columns, read_file
from corpora.report import RunReport
from corpora.story import Record, Rejected
from models.inference import CHUNK, Tagger
from pipelines.tag_columns import Row, prediction_columns

if TYPE_CHECKING:
    from corpora.redaction import Redactor


@dataclass(frozen=True)
class Job:
    """What to read, with what to work, and where the rows go."""

    source: Path
    """A file, or a folder, which the names of files count from."""
    files: Sequence[Path]
    columns: Columns
    tagger: Tagger
    redactor: "Redactor | None"
    write: Callable[[Sequence[Row]], None]
    advance: Callable[[int], None] = field(default=lambda done: None)


def tag_rows(job: Job) -> RunReport:
    """Tag every input row whole; a row that cannot be read or redacted says so in `rejected`."""
    total = RunReport()
    items = _items(job)
    while chunk := list(islice(items, CHUNK)):
        rows = [_whole(name, item, job) for name, item in chunk]
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
    for _, item in _items(job):
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


def _items(job: Job) -> Iterator[tuple[str, Record | Rejected]]:
    """Yield each item with the name of its file inside the source."""
    for path in job.files:
        name = path.name if path == job.source else path.relative_to(job.source).as_posix()
        for item in read_file(path, job.source.stem, job.source, job.columns):
            yield name, item


def _whole(name: str, item: Record | Rejected, job: Job) -> Row:
    if isinstance(item, Rejected):
        return {"id": item.where, "rejected": f"{item.stage}: {item.reason}"}
    # The id as the table gives it; one that holds all of a file is known by the file's name.
    row: Row = {"id": item.native_id.removeprefix(f"{name}#")}
    if job.redactor is None:
        return row | {"text": item.text}
    from corpora.cleaning import clean

    try:
        return row | {"text": job.redactor.redact(clean(item.text).text).text}
    except Exception as error:  # the edge: fail closed, and the other rows go on
        return row | {"rejected": f"redact: {type(error).__name__}"}


def _passages(record: Record, job: Job) -> list[Row] | Rejected:
    passages = record_passages(record, job.redactor)
    if isinstance(passages, Rejected):
        return passages
    record_id = _record_id(record, job)
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


def _record_id(record: Record, job: Job) -> str:
    if job.redactor is None:
        return record.native_id
    try:
        is_plain = job.redactor.redact(record.native_id).text == record.native_id
    except Exception:  # the edge: what cannot be redacted must not be shown
        is_plain = False
    # Where a file name or an id tells a person, the record is known by a digest, as in the store.
    return record.native_id if is_plain else sha256(record.native_id.encode()).hexdigest()[:16]


def _tag(rows: list[Row], tagger: Tagger) -> None:
    wanted = [row for row in rows if "text" in row]
    taxonomy = tagger.layout.taxonomy
    said = tagger.tag(str(row["text"]) for row in wanted)
    for row, prediction in zip(wanted, said, strict=True):
        row.update(prediction_columns(prediction, taxonomy))
        row["model_version"], row["taxonomy_version"] = tagger.version, taxonomy.version


def _outcome(rejected: object, *, stories: int) -> RunReport:
    if rejected:
        return RunReport(read=1, rejected={str(rejected): 1})
    return RunReport(read=1, published=1, stories=stories)
