"""The command line: one command per verb. Exit 0 done, 1 the data or the gate said no, 2 misuse."""

import sys

import typer

from corpora.errors import ConfigError, StorylodeError
from pipelines.commands.collecting import collect
from pipelines.commands.mining import mine, tag
from pipelines.commands.nights import nightly, schedule
from pipelines.commands.redacting import redact
from pipelines.commands.training import evaluate, retrain, rollback

DONE_NOT, MISUSED = 1, 2

app = typer.Typer(
    name="storylode",
    help="Mine customer stories for moments of truth, personalization and excuses.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (tag, mine, redact, nightly, schedule, collect, evaluate, retrain, rollback):
    app.command()(command)


def main() -> None:
    """Run the command line; whatever goes wrong is one line on stderr, without customer text."""
    try:
        app()
    except StorylodeError as error:
        typer.echo(f"storylode: {error}", err=True)
        sys.exit(MISUSED if isinstance(error, ConfigError) else DONE_NOT)
    except Exception as error:  # the edge: a library's message may quote what it choked on
        from pipelines.faults import describe_fault

        typer.echo(f"storylode: {describe_fault(error)}", err=True)
        sys.exit(DONE_NOT)


if __name__ == "__main__":
    main()
