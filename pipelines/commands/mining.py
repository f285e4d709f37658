"""`storylode tag` and `storylode mine`: files in, tagged rows out."""

from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

    from models.inference import Tagger
    from pipelines.tagging import Job


class Engine(StrEnum):
    """Where the tagger runs."""

    local = "local"


Input = Annotated[Path, typer.Argument(help="A file or a folder of files.")]
Output = Annotated[Path, typer.Argument(help="A .jsonl, .csv or .parquet file.")]
TextColumn = Annotated[str, typer.Option(help="Where a table keeps the text.")]
IdColumn = Annotated[str, typer.Option(help="Where a table keeps its own ids.")]
Checkpoint = Annotated[
    Path | None, typer.Option(help="A checkpoint folder.", show_default="the champion")
]
Home = Annotated[Path, typer.Option(help="Folder with promoted checkpoints.")]
NoRedact = Annotated[
    bool,
    typer.Option("--no-redact", help="Tag the text as it is; personal data stays in the output."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")]


def tag(  # noqa: PLR0913 - the options of the command line
    source: Input,
    output: Output,
    *,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    engine: Annotated[Engine, typer.Option(help="Where the tagger runs.")] = Engine.local,
    no_redact: NoRedact = False,
    checkpoint: Checkpoint = None,
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Tag every row of a table: one row out per row in, in order.

    Evidence offsets refer to the column `text` of the output; with --no-redact that is the input's
    text unchanged. A row that cannot be read or redacted has its reason in `rejected`.
    """
    from pipelines.tagging import tag_rows, tag_schema

    tagger = _tagger(checkpoint, home)
    schema = tag_schema(tagger.layout.taxonomy)
    with _job(source, output, schema, tagger, (text_column, id_column, no_redact)) as job:
        report = tag_rows(job)
    _tell(report.as_json(), output, as_json)


def mine(  # noqa: PLR0913 - the options of the command line
    source: Input,
    output: Output,
    *,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    no_redact: NoRedact = False,
    checkpoint: Checkpoint = None,
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Find the story passages in files of any supported kind and tag them: one row per passage.

    `start` and `end` are the passage's place in the record's cleaned text. What cannot be published
    is told on stderr with place and reason. Exits 1 when nothing could be.
    """
    from pipelines.tagging import mine_rows, mine_schema

    tagger = _tagger(checkpoint, home)
    schema = mine_schema(tagger.layout.taxonomy)
    with _job(source, output, schema, tagger, (text_column, id_column, no_redact)) as job:
        report, rejected = mine_rows(job)
    for item in rejected:
        typer.echo(f"rejected {item.where}: {item.stage}: {item.reason}", err=True)
    _tell(report.as_json(), output, as_json)
    if not report.published:
        raise typer.Exit(code=1)


def _tagger(checkpoint: Path | None, home: Path) -> "Tagger":
    from corpora.taxonomy import load_taxonomy
    from models.checkpoint import load_checkpoint
    from models.registry import Registry

    return load_checkpoint(checkpoint or Registry(home).champion(), load_taxonomy())


@contextmanager
def _job(
    source: Path,
    output: Path,
    schema: "pa.Schema",
    tagger: "Tagger",
    chosen: tuple[str, str, bool],
) -> "Iterator[Job]":
    from corpora.outputs import open_output
    from corpora.readers import Columns
    from corpora.redaction import Redactor
    from pipelines.console import progress_bar
    from pipelines.tagging import Job

    text_column, id_column, no_redact = chosen
    columns = Columns(text=text_column, id=id_column)
    redactor = None if no_redact else Redactor()
    with open_output(output, schema) as write, progress_bar("records") as advance:
        yield Job(source, columns, tagger, redactor, write, advance)


def _tell(counts: dict[str, object], output: Path, as_json: bool) -> None:
    import json

    if as_json:
        typer.echo(json.dumps(counts | {"output": str(output)}))
        return
    rejected = counts["rejected"]
    number = sum(rejected.values()) if isinstance(rejected, dict) else 0
    typer.echo(
        f"{counts['read']} records read: {counts['published']} published as {counts['stories']} "
        f"rows, {number} rejected -> {output}"
    )
