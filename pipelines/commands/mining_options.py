"""The options that `storylode tag` and `storylode mine` share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Engine(StrEnum):
    """Where the tagger runs."""

    local = "local"


Input = Annotated[Path, typer.Argument(help="A file or a folder of files.")]
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
Policy = Annotated[
    Path | None,
    typer.Option(
        help="A redaction policy: what is masked, kept or told more coarsely.",
        show_default="every type is masked",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")]
