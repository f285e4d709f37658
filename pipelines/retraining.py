"""The tasks of `retrain`: paths and counts in and out."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prefect import task

from corpora.errors import GateError
from corpora.taxonomy import load_taxonomy
from pipelines.console import progress_bar
from pipelines.faults import without_text
from pipelines.night_work import Counts
from pipelines.retraining_data import pin_data, read_data
from pipelines.retraining_folder import Plan, RetrainingFolder
from pipelines.retraining_record import decision_record, figures, user_name, what_was_asked
from pipelines.retraining_tracking import failing, resume_tracking, start_tracking

if TYPE_CHECKING:
    from models.registry import Registry


@task
def train_on(config: str, more: list[str], home: str) -> str:
    """Train a challenger, or go on with one that was cut off; return its version."""
    with without_text():
        return _train_on(config, more, RetrainingFolder(Path(home)))


@task
def decide(config: str, more: list[str], home: str) -> Counts:
    """Judge the challenger beside the champion, promote it if it passes, and write the record."""
    with without_text():
        return _decide(config, more, RetrainingFolder(Path(home)))


def _train_on(config: str, more: list[str], folder: RetrainingFolder) -> str:
    from models.gate_tfidf import check_tfidf
    from models.retraining import train_challenger
    from models.training_config import load_training_config
    from models.training_state import EpochReport, epochs_done

    settings, taxonomy = load_training_config(Path(config)), load_taxonomy()
    if settings.gate.above_tfidf:
        check_tfidf()  # now, not when the training is done
    data = pin_data(settings, more, taxonomy, folder)
    state, before = folder.state(data.digest), folder.read_plan()
    plan = Plan(data.digest, user_name(), datetime.now(UTC).isoformat(), epochs_done(state))
    if before is not None and before.training == data.digest:
        plan = replace(plan, asked_by=before.asked_by, asked_at=before.asked_at)
    if before is not None and (cut_off := resume_tracking(before.mlflow_run)) is not None:
        cut_off.end("KILLED")
    tracker = start_tracking(settings, {"asked_by": plan.asked_by, "training": data.digest})
    folder.write_plan(replace(plan, mlflow_run=tracker.run if tracker else None))

    with progress_bar("training epochs", settings.epochs) as advance, failing(tracker):

        def on_epoch(report: EpochReport) -> None:
            advance(1)
            if tracker is not None:
                tracker.note_epoch(report)

        return train_challenger(
            settings,
            data.splits,
            taxonomy,
            folder.challenger,
            on_epoch,
            state=state,
            champion=data.champion,
        )


def _decide(config: str, more: list[str], folder: RetrainingFolder) -> Counts:
    from models.registry import Registry
    from models.retraining import write_record
    from models.retraining_judgement import Contest, judge_challenger
    from models.training_config import load_training_config

    settings, taxonomy = load_training_config(Path(config)), load_taxonomy()
    data, plan = read_data(settings, more, taxonomy, folder), folder.read_plan()
    if plan is None or plan.training != data.digest:
        raise GateError(
            "recipe, labelled files, stories or champion changed while the challenger was trained, "
            "so its held-out text is not the same any more; run `storylode retrain` again"
        )
    registry = Registry(folder.home)
    contest = Contest(folder.challenger, data.champion)
    tracker = resume_tracking(plan.mlflow_run)
    with failing(tracker):
        judgement = judge_challenger(contest, data.splits, taxonomy, settings.gate)
        now = datetime.now(UTC)
        asked = what_was_asked(settings, more, taxonomy)
        record = decision_record(judgement, contest, data, plan, now) | asked
        name = f"{now:%Y%m%dT%H%M%S}-{judgement.challenger_version}.json"
        # The record first: a promotion without its reasons must not exist.
        path = write_record(record, folder.home / "decisions" / name)
        if judgement.decision.is_promoted:
            _check_still_in_service(registry, data.champion)
            registry.promote(folder.challenger)
    if tracker is not None:
        tracker.note_decision(record, figures(judgement))
    folder.clear()
    return {
        "is_promoted": judgement.decision.is_promoted,
        "reasons": list(judgement.decision.reasons),
        "challenger": judgement.challenger_version,
        "champion": judgement.champion_version,
        "headline": judgement.challenger.headline,
        "champion_headline": judgement.champion.headline if judgement.champion else None,
        "behaviour": judgement.behaviour.brief_json(),
        "epochs_done_before": plan.epochs_done,
        "record": str(path),
    }


def _check_still_in_service(registry: "Registry", champion: Path) -> None:
    """Refuse what was compared with a champion that was taken out of service meanwhile."""
    if registry.champion() != champion:
        raise GateError(
            f"the champion was {champion.name} when the challenger was judged and is another now, "
            "so nothing was promoted; run `storylode retrain` again"
        )
