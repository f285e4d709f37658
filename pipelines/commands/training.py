"""`storylode evaluate`, `retrain` and `rollback`."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[Path, typer.Option(help="Folder with promoted checkpoints and decisions.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def evaluate(
    labelled: Annotated[
        list[Path] | None,
        typer.Argument(help="Labelled JSONL files.", show_default="the gold test split"),
    ] = None,
    *,
    checkpoint: Annotated[
        Path | None, typer.Option(help="A checkpoint folder.", show_default="the champion")
    ] = None,
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Score a checkpoint on labelled passages: macro-F1, calibration error, evidence."""
    from corpora.labelled import read_labelled
    from corpora.taxonomy import load_taxonomy
    from models.checkpoint import load_checkpoint
    from models.evaluation import evaluate as score
    from models.registry import Registry

    taxonomy = load_taxonomy()
    tagger = load_checkpoint(checkpoint or Registry(home).champion(), taxonomy)
    results: dict[str, object] = {
        str(path): score(tagger, list(read_labelled(path, taxonomy))).as_json()
        for path in labelled or [Path("corpora/gold/test.jsonl")]
    }
    if as_json:
        typer.echo(json.dumps({"model": tagger.version, "results": results}))
        return
    from pipelines.score_tables import print_scores

    print_scores(tagger.version, results)


def retrain(
    labelled: Annotated[
        list[Path] | None, typer.Argument(help="More labelled JSONL files, your own first of all.")
    ] = None,
    *,
    config: Annotated[Path, typer.Option(help="How to train.")] = Path("configs/train.yaml"),
    home: Home = Path(".storylode"),
    as_json: AsJson = False,
) -> None:
    """Train a challenger and promote it if it beats the champion on held-out text.

    Exits 1 when the gate says no; the champion then stays. Writes a record either way.
    """
    from models.training_config import load_training_config

    load_training_config(config)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    from pipelines.flow_logs import keep_runs_off_the_terminal
    from pipelines.server import prefect_api

    with prefect_api(home / "prefect"):
        from pipelines.retrain import retrain as run

        keep_runs_off_the_terminal()
        result = run(str(config), [str(path) for path in labelled or []], str(home))
    if as_json:
        typer.echo(json.dumps(result))
    else:
        said = "promoted" if result["is_promoted"] else "not promoted"
        typer.echo(
            f"{result['challenger']} {said}: headline {result['headline']:.3f}, "
            f"champion {result['champion']} {result['champion_headline']:.3f}"
        )
        reasons = result["reasons"]
        for reason in reasons if isinstance(reasons, list) else []:
            typer.echo(f"  {reason}")
        typer.echo(f"record: {result['record']}")
    if not result["is_promoted"]:
        raise typer.Exit(code=1)


def rollback(*, home: Home = Path(".storylode"), as_json: AsJson = False) -> None:
    """Put the champion before this one back in service."""
    from models.registry import Registry

    left, back = Registry(home).rollback()
    if as_json:
        typer.echo(json.dumps({"left": left, "champion": back}))
    else:
        typer.echo(f"{left} left service; {back} is champion again")
