"""`storylode evaluate`, `retrain` and `rollback`."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

Home = Annotated[Path, typer.Option(help="Folder with promoted checkpoints and decisions.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def evaluate(  # noqa: PLR0913 - the options of the command line
    labelled: Annotated[
        list[Path] | None,
        typer.Argument(help="Labelled JSONL files.", show_default="the gold test split"),
    ] = None,
    *,
    checkpoint: Annotated[
        Path | None, typer.Option(help="A checkpoint folder.", show_default="the champion")
    ] = None,
    home: Home = Path(".storylode"),
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="Also write an HTML page with pictures."),
    ] = None,
    faithfulness_passages: Annotated[
        int,
        typer.Option(
            min=0,
            help="Passages of each file whose tags are checked against their evidence; 0 for none.",
        ),
    ] = 100,
    as_json: AsJson = False,
) -> None:
    """Score a checkpoint on labelled passages: F1, calibration, evidence, error by confidence.

    Tags rest on their evidence if their probability falls without its words (comprehensiveness) and
    stays on them alone (sufficiency); both stand beside those of random words.
    """
    from corpora.taxonomy import load_taxonomy
    from models.checkpoint import load_checkpoint
    from models.evaluation_file import evaluate_file
    from models.registry import Registry
    from pipelines.evaluation_page import refuse_other_suffix, write_evaluation_page

    if report is not None:
        refuse_other_suffix(report)
    taxonomy = load_taxonomy()
    tagger = load_checkpoint(checkpoint or Registry(home).champion(), taxonomy)
    files = [
        evaluate_file(tagger, path, faithfulness_passages)
        for path in labelled or [Path("corpora/gold/test.jsonl")]
    ]
    if report is not None:
        write_evaluation_page(files, tagger.version, taxonomy, report)
        typer.echo(f"report: {report}", err=True)
    if as_json:
        results = {file.name: file.as_json() for file in files}
        typer.echo(json.dumps({"model": tagger.version, "results": results}))
        return
    from pipelines.score_tables import print_scores

    print_scores(tagger.version, files)


def retrain(
    labelled: Annotated[
        list[Path] | None, typer.Argument(help="More labelled JSONL files, your own first of all.")
    ] = None,
    *,
    config: Annotated[Path, typer.Option(help="How to train.")] = Path("configs/train.yaml"),
    home: Home = Path(".storylode"),
    anew: Annotated[
        bool, typer.Option("--anew", help="Do not go on with a retraining that was cut off.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Train a challenger and promote it if held-out text and the behaviour suite allow it.

    Learns from the gold stories, the reviewed stories of the store, and your files. A run that was
    cut off goes on after its last whole epoch. Exits 1 when the gate says no; the champion then
    stays. Writes a record either way.
    """
    from models.training_config import load_training_config
    from pipelines.retraining_folder import one_retraining

    load_training_config(config)
    if anew:
        with one_retraining(home) as folder:
            folder.clear()
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
        _say_decision(result)
    if not result["is_promoted"]:
        raise typer.Exit(code=1)


def _say_decision(result: Mapping[str, object]) -> None:
    if result["epochs_done_before"]:
        typer.echo(f"went on after epoch {result['epochs_done_before']}")
    before = result["champion_headline"]
    typer.echo(
        f"{result['challenger']} {'promoted' if result['is_promoted'] else 'not promoted'}: "
        f"headline {result['headline']:.3f}, champion {result['champion']} "
        + (f"{before:.3f}" if before is not None else "is of another taxonomy")
    )
    from pipelines.retraining_table import print_behaviour

    print_behaviour(result["behaviour"])
    reasons = result["reasons"]
    for reason in reasons if isinstance(reasons, list) else []:
        typer.echo(f"  {reason}")
    typer.echo(f"record: {result['record']}")


def rollback(*, home: Home = Path(".storylode"), as_json: AsJson = False) -> None:
    """Put the champion before this one back in service."""
    from models.registry import Registry

    left, back = Registry(home).rollback()
    if as_json:
        typer.echo(json.dumps({"left": left, "champion": back}))
    else:
        typer.echo(f"{left} left service; {back} is champion again")
