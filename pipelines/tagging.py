"""`storylode tag` and `storylode mine`: files in, tagged rows out, without a store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.passages import passages_of
from corpora.readers import Columns, read_file
from corpora.report import RunReport
from corpora.story import Record, Rejected
from models.inference import CHUNK, Tagger
from pipelines.input_rows import Item, passage_rows, whole_rows
from pipelines.tag_columns import Row, prediction_columns

if TYPE_CHECKING:
    from corpora.redaction import Redactor
    from corpora.redaction.places import Places
    from pipelines.shown_ids import ShownIds


_RECORDS = 64
"""Records read ahead and redacted together; one may be an interview of an hour."""


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

    @cached_property
    def places(self) -> "Places | None":
        """What shows names of files and records; None where personal data may be shown."""
        if self.redactor is None:
            return None
        from corpora.redaction.places import Places

        return Places(self.redactor)


def tag_rows(job: Job) -> RunReport:
    """Tag every input row whole; a row that cannot be read or redacted says so in `rejected`."""
    total = RunReport()
    items, ids = _items(job), _ids(job, has_file_names=False)
    while chunk := list(islice(items, CHUNK)):
        rows = whole_rows(chunk, job.redactor, ids)
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
    ids = _ids(job, has_file_names=True)
    items = _items(job)
    while chunk := list(islice(items, _RECORDS)):
        records = [item for _, item in chunk if isinstance(item, Record)]
        passages = iter(passages_of(records, job.redactor))
        for name, item in chunk:
            found = item if isinstance(item, Rejected) else next(passages)
            if isinstance(found, Rejected):
                rejected.append(found)
                total += _outcome(f"{found.stage}: {found.reason}", stories=0)
            elif isinstance(item, Record):
                waiting += passage_rows(name, item, found, ids)
                total += _outcome(None, stories=len(found))
        job.advance(len(chunk))
        if len(waiting) >= CHUNK:
            _tag(waiting, job.tagger)
            job.write(waiting)
            waiting = []
    _tag(waiting, job.tagger)
    job.write(waiting)
    return total, rejected


def _items(job: Job) -> Iterator[Item]:
    """Yield each item with the name of its file inside the source."""
    for path in job.files:
        name = path.name if path == job.source else path.relative_to(job.source).as_posix()
        for item in read_file(path, job.source.stem, job.source, job.columns, job.places):
            yield name, item


def _ids(job: Job, *, has_file_names: bool) -> "ShownIds | None":
    if job.places is None:
        return None
    from pipelines.shown_ids import ShownIds

    return ShownIds(job.places, has_file_names)


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
