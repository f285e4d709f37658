"""The tasks of `retrain`: paths and counts in and out."""

import getpass
from datetime import UTC, datetime
from pathlib import Path

from prefect import task

from corpora.taxonomy import load_taxonomy
from pipelines.console import progress_bar
from pipelines.faults import without_text
from pipelines.night_work import Counts


@task
def train_on(config: str, more: list[str], folder: str) -> str:
    """Train a challenger into `folder`; return its version."""
    with without_text():
        return _train_on(config, more, folder)


@task
def decide(config: str, more: list[str], challenger: str, home: str) -> Counts:
    """Judge the challenger beside the champion, promote it if it passes, and write the record."""
    with without_text():
        return _decide(config, more, challenger, home)


def _train_on(config: str, more: list[str], folder: str) -> str:
    from models.retraining import labelled_splits, train_challenger
    from models.training import EpochReport
    from models.training_config import load_training_config

    settings, taxonomy = load_training_config(Path(config)), load_taxonomy()
    splits = labelled_splits(settings, [Path(path) for path in more], taxonomy)
    with progress_bar("training epochs", settings.epochs) as advance:

        def on_epoch(report: EpochReport) -> None:
            advance(1)

        return train_challenger(settings, splits, taxonomy, Path(folder), on_epoch)


def _decide(config: str, more: list[str], challenger: str, home: str) -> Counts:
    from models.registry import Registry
    from models.retraining import data_counts, judge_challenger, labelled_splits, write_record
    from models.training_config import load_training_config

    settings, taxonomy = load_training_config(Path(config)), load_taxonomy()
    splits = labelled_splits(settings, [Path(path) for path in more], taxonomy)
    registry = Registry(Path(home))
    judgement = judge_challenger(Path(challenger), registry.champion(), splits.test, taxonomy)
    now = datetime.now(UTC)
    record = judgement.as_json() | {
        "data": data_counts(splits),
        "taxonomy": taxonomy.digest,
        "training": settings.model_dump(mode="json"),
        "decided_at": now.isoformat(),
        "asked_by": _user(),
    }
    path = Path(home) / "decisions" / f"{now:%Y%m%dT%H%M%S}-{judgement.challenger_version}.json"
    # The record first: a promotion without its reasons must not exist.
    write_record(record, path)
    if judgement.decision.is_promoted:
        registry.promote(Path(challenger))
    return {
        "is_promoted": judgement.decision.is_promoted,
        "reasons": list(judgement.decision.reasons),
        "challenger": judgement.challenger_version,
        "champion": judgement.champion_version,
        "headline": judgement.challenger.headline,
        "champion_headline": judgement.champion.headline,
        "record": str(path),
    }


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number without a name
        return "unknown"
