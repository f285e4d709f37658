"""The decision record: what was compared, on which data, what came out, who asked and when."""

import getpass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.taxonomy import Taxonomy
from pipelines.retraining_data import RetrainingData
from pipelines.retraining_folder import Plan

if TYPE_CHECKING:
    from models.retraining_judgement import Contest, Judgement
    from models.training_config import TrainingConfig


def decision_record(
    judgement: "Judgement", contest: "Contest", data: RetrainingData, plan: Plan, now: datetime
) -> dict[str, object]:
    """Return figures, digests and versions; the record holds no text."""
    from models.checkpoint import verify_checkpoint
    from models.retraining import data_counts
    from models.retraining_data import data_digest, package_versions

    return judgement.as_json() | {
        "data": data_counts(data.splits)
        | {
            "digest": data_digest(data.splits),
            "authored": sorted(data.splits.authored),
            "reviews": data.review_counts,
        },
        "checkpoints": {
            "challenger": verify_checkpoint(contest.challenger),
            "champion": verify_checkpoint(contest.champion),
        },
        "training_digest": data.digest,
        "packages": package_versions(),
        "asked_by": plan.asked_by,
        "asked_at": plan.asked_at,
        "decided_at": now.isoformat(),
        "epochs_done_before": plan.epochs_done,
        "mlflow_run": plan.mlflow_run,
    }


def what_was_asked(
    settings: "TrainingConfig", more: list[str], taxonomy: Taxonomy
) -> dict[str, object]:
    """Return recipe, taxonomy and the digest of every labelled file."""
    from models.retraining_data import labelled_files

    files = labelled_files(settings, [Path(path) for path in more])
    return {
        "training": settings.model_dump(mode="json"),
        "taxonomy": taxonomy.digest,
        "taxonomy_version": taxonomy.version,
        "files": [file.as_json() for file in files],
    }


def figures(judgement: "Judgement") -> dict[str, float]:
    """Return the numbers that runs are compared by."""
    found = {"headline": judgement.challenger.headline}
    if judgement.champion is not None:
        found["champion_headline"] = judgement.champion.headline
    for figure in judgement.behaviour.kinds():
        found[f"behaviour.{figure.kind}"] = figure.challenger
    for name, score in judgement.challenger.facets.items():
        found[f"calibration_error.{name}"] = score.calibration_error
        if score.macro_f1 is not None:
            found[f"macro_f1.{name}"] = score.macro_f1
    return found


def user_name() -> str:
    """Name who runs this process."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run as a number without a name
        return "unknown"
