"""`storylode redact`: what redaction does to files, before storylode is pointed at them."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.mining_options import IdColumn, Input, Policy, TextColumn

if TYPE_CHECKING:
    from corpora.exports.redaction_tally import RedactionTally
    from pipelines.redaction_output import Take


def redact(  # noqa: PLR0913 - the options of the command line
    source: Input,
    *,
    html: Annotated[
        Path | None,
        typer.Option(metavar="PAGE.html", help="Write a page; it holds the original texts."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(help="Write redacted rows to a .jsonl, .csv or .parquet file, to hand on."),
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Records shown on the terminal; 0 for all.")
    ] = 5,
    html_limit: Annotated[int, typer.Option(min=0, help="Records on the page; 0 for all.")] = 1000,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    policy: Policy = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per record, without originals.")
    ] = False,
    show_originals: Annotated[
        bool, typer.Option("--show-originals", help="With --json: print the originals too.")
    ] = False,
) -> None:
    """Show what redaction does to your own files: before and after, and how much was masked.

    The terminal view and the page show the original texts; --json and --output do not.

    Every record is cleaned and redacted as in a night, and refused where a night would refuse it.

    Where an id or a file name tells a person, the record is known by its place, masked.

    Exits 1 when nothing could be redacted.
    """
    from corpora.exports.redaction_page import SUFFIXES as PAGES
    from corpora.exports.redaction_page import LookedAt, policy_in_words, write_redaction_page
    from corpora.exports.redaction_tally import RedactionTally
    from corpora.outputs import SUFFIXES as TABLES
    from corpora.readers import Columns, list_files
    from corpora.redaction import DEFAULT_POLICY, load_policy
    from pipelines.console import progress_bar
    from pipelines.redacting import redact_source
    from pipelines.redaction_output import FirstRecords, print_json, redacted_file
    from pipelines.redaction_terminal import print_redaction
    from pipelines.redactors import build_redactor

    if show_originals and not as_json:
        raise typer.BadParameter("goes with --json only", param_hint="--show-originals")
    _require_place(html, "--html", PAGES, source)
    _require_place(output, "--output", TABLES, source)
    list_files(source)  # says that there is no such source before anything is built or written
    rules = load_policy(policy) if policy else DEFAULT_POLICY
    redactor = build_redactor(rules)
    tally, for_terminal, for_page = RedactionTally(), FirstRecords(limit), FirstRecords(html_limit)
    takes: list[Take] = [tally.add]
    takes.append(partial(print_json, with_original=show_originals) if as_json else for_terminal.add)
    if html:
        takes.append(for_page.add)
    with ExitStack() as stack:
        if output:
            takes.append(stack.enter_context(redacted_file(output)))
        if not (as_json and sys.stdout.isatty()):  # rows and a bar would be written over each other
            advance = stack.enter_context(progress_bar("records"))
            takes.append(lambda item: advance(1))
        for item in redact_source(source, Columns(text=text_column, id=id_column), redactor):
            for take in takes:
                take(item)
    if html:
        looked_at = LookedAt(
            str(source), for_page.items, tally, redactor.version, policy_in_words(rules)
        )
        write_redaction_page(html, looked_at)
    if not as_json:
        print_redaction(for_terminal.items, tally)
    for path in filter(None, (html, output)):
        typer.echo(f"-> {path}", err=True)
    _end(tally)


def _end(tally: "RedactionTally") -> None:
    if not tally.redacted:
        what = "nothing could be redacted" if tally.read else "there was nothing to read"
        typer.echo(f"storylode: {what}", err=True)
        raise typer.Exit(code=1)


def _require_place(path: Path | None, option: str, suffixes: Sequence[str], source: Path) -> None:
    if path is None:
        return
    if path.suffix.casefold() not in suffixes:
        raise typer.BadParameter(
            f"cannot write '{path.suffix}'; expected one of {' '.join(suffixes)}", param_hint=option
        )
    if path.resolve().is_relative_to(source.resolve()):
        raise typer.BadParameter(
            f"{path} lies in what is read, {source}: a later run would read it as a record, or it "
            "would take the place of the originals; choose a place outside",
            param_hint=option,
        )
