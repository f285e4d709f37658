"""`storylode tag` and `storylode mine`: files in, tagged rows out."""

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.mining_options import (
    AsJson,
    Checkpoint,
    Engine,
    Home,
    IdColumn,
    Input,
    NoRedact,
    Policy,
    TextColumn,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

    from corpora.readers import Columns
    from corpora.redaction import Redactor
    from corpora.report import RunReport
    from models.inference import Tagger
    from pipelines.tagging import Job


def tag(  # noqa: PLR0913 - the options of the command line
    source: Input,
    output: Annotated[
        Path, typer.Argument(help="A .jsonl, .csv or .parquet file, or a folder for Parquet.")
    ],
    *,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    engine: Annotated[Engine, typer.Option(help="Where the tagger runs.")] = Engine.local,
    no_redact: NoRedact = False,
    policy: Policy = None,
    checkpoint: Checkpoint = None,
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Tag every row of a table: one row out per row in, in order.

    Evidence offsets refer to the column `text` of the output; with --no-redact that is the input's
    text unchanged. A row that cannot be read or redacted has its reason in `rejected`. An OUTPUT
    without a suffix is a folder: it gets one Parquet file per file read. Exits 1 when nothing could
    be tagged.
    """
    from corpora.readers import Columns, list_files
    from corpora.report import RunReport
    from pipelines.output_names import parquet_names
    from pipelines.tag_columns import tag_schema
    from pipelines.tagging import tag_rows

    is_folder = not output.suffix or output.is_dir()
    if not is_folder:
        _require_writable(output)
    files = list_files(source)
    redactor, tagger = _redactor(no_redact, policy), _tagger(checkpoint, home)
    parts = [(output, files)]
    if is_folder:
        names = parquet_names(files, source, redactor)
        parts = [(output / name, [path]) for name, path in zip(names, files, strict=True)]
    schema = tag_schema(tagger.layout.taxonomy)
    report = RunReport()
    for target, some in parts:
        settings = (Columns(text=text_column, id=id_column), tagger, redactor)
        with _job(source, some, (target, schema), settings) as job:
            report += tag_rows(job)
    for reason, count in report.rejected.items():
        typer.echo(f"rejected {count}: {reason}", err=True)
    _tell(report, output, as_json)


def mine(  # noqa: PLR0913 - the options of the command line
    source: Input,
    output: Annotated[Path, typer.Argument(help="A .jsonl, .csv or .parquet file.")],
    *,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    no_redact: NoRedact = False,
    policy: Policy = None,
    checkpoint: Checkpoint = None,
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Find the story passages in files of any supported kind and tag them: one row per passage.

    `start` and `end` are the passage's place in the record's cleaned text. What cannot be published
    is told on stderr with place and reason. Exits 1 when nothing could be.
    """
    from corpora.readers import Columns, list_files
    from pipelines.tag_columns import mine_schema
    from pipelines.tagging import mine_rows

    _require_writable(output)
    files = list_files(source)
    redactor, tagger = _redactor(no_redact, policy), _tagger(checkpoint, home)
    settings = (Columns(text=text_column, id=id_column), tagger, redactor)
    schema = mine_schema(tagger.layout.taxonomy)
    with _job(source, files, (output, schema), settings) as job:
        report, rejected = mine_rows(job)
    for item in rejected:
        typer.echo(f"rejected {item.where}: {item.stage}: {item.reason}", err=True)
    _tell(report, output, as_json)


def _require_writable(output: Path) -> None:
    from corpora.outputs import SUFFIXES

    if output.suffix.casefold() not in SUFFIXES:
        raise typer.BadParameter(
            f"cannot write '{output.suffix}'; expected one of {' '.join(SUFFIXES)}",
            param_hint="OUTPUT",
        )


def _tagger(checkpoint: Path | None, home: Path) -> "Tagger":
    from corpora.taxonomy import load_taxonomy
    from models.checkpoint import load_checkpoint
    from models.registry import Registry

    return load_checkpoint(checkpoint or Registry(home).champion(), load_taxonomy())


def _redactor(no_redact: bool, policy: Path | None) -> "Redactor | None":
    if no_redact:
        if policy is not None:
            raise typer.BadParameter("redacts, --no-redact does not: choose", param_hint="--policy")
        return None
    from corpora.redaction import DEFAULT_POLICY, load_policy
    from pipelines.redactors import build_redactor

    return build_redactor(DEFAULT_POLICY if policy is None else load_policy(policy))


@contextmanager
def _job(
    source: Path,
    files: "Sequence[Path]",
    target: "tuple[Path, pa.Schema]",
    settings: "tuple[Columns, Tagger, Redactor | None]",
) -> "Iterator[Job]":
    from corpora.outputs import open_output
    from pipelines.console import progress_bar
    from pipelines.tagging import Job

    with open_output(*target) as write, progress_bar("records") as advance:
        yield Job(source, files, *settings, write, advance)


def _tell(report: "RunReport", output: Path, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report.as_json() | {"output": str(output)}))
    else:
        typer.echo(
            f"{report.read} records read: {report.published} published as {report.stories} rows, "
            f"{report.rejected_records} rejected -> {output}"
        )
    if not report.published:
        what = "nothing could be published" if report.read else "there was nothing to read"
        typer.echo(f"storylode: {what}", err=True)
        raise typer.Exit(code=1)
