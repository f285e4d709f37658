"""`storylode nightly` and `storylode schedule`."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipelines.nightly_config import NightlyConfig

ConfigFile = Annotated[Path, typer.Option(help="Sources, store and outputs.")]


def nightly(
    config: ConfigFile = Path("configs/nightly.yaml"),
    *,
    until: Annotated[
        str | None,
        typer.Option(
            help="ISO 8601 time that ends the windows of the collections.", show_default="now"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Run a night now: ingest what is new, tag it, publish the dataset, write the collections.

    Uses the Prefect API that PREFECT_API_URL names, else a local server for the time of the run.
    """
    from pipelines.nightly_config import load_nightly_config
    from pipelines.windows import parse_until

    settings = load_nightly_config(config)
    end = parse_until(until)
    _require_sources(settings)
    # Read when Prefect is first imported: its own lines would drown ours.
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    from pipelines.flow_logs import keep_runs_off_the_terminal
    from pipelines.server import prefect_api

    with prefect_api(settings.home / "prefect"):
        from pipelines.nightly import nightly as run

        keep_runs_off_the_terminal()
        counts = run(str(config), end)
    if as_json:
        typer.echo(json.dumps(counts))
        return
    from pipelines.night_table import print_night

    print_night(counts)


def _require_sources(settings: "NightlyConfig") -> None:
    # Said at once here; inside a night a folder that is away is waited for.
    from corpora.errors import SourceError

    if gone := [f"'{s.name}' at {s.path}" for s in settings.sources if not s.path.exists()]:
        raise SourceError(
            f"no such file or folder: source {', '.join(gone)}; correct the path in the "
            "configuration, which counts from the folder that storylode runs in"
        )


def schedule(
    cron: Annotated[str, typer.Option(help="Minute, hour, day, month, weekday: '30 2 * * *'.")],
    *,
    timezone: Annotated[str, typer.Option(help="IANA name of the wall clock.")] = "UTC",
    config: ConfigFile = Path("configs/nightly.yaml"),
) -> None:
    """Serve the nightly flow by a cron, on a Prefect server that is found or started."""
    from pipelines.nightly_config import load_nightly_config

    settings = load_nightly_config(config)
    from pipelines.scheduling import Timetable, serve_nightly

    def announce(line: str) -> None:
        typer.echo(line, err=True)

    serve_nightly(Timetable(cron, timezone), config, settings.home / "prefect", announce)
