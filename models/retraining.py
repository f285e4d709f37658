"""From labelled files to a judged challenger. What a flow needs to know is in files and counts."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora.labelled import LabelledPassage, read_labelled
from corpora.taxonomy import Taxonomy
from models.card import model_card
from models.checkpoint import CheckpointNotes, load_checkpoint, save_checkpoint
from models.evaluation import Evaluation, evaluate
from models.gate import Decision, judge
from models.splits import Splits, split_passages
from models.training import EpochReport, new_tagger, train
from models.training_config import TrainingConfig

NAME = "storylode"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate saw and said."""

    decision: Decision
    challenger_version: str
    champion_version: str
    challenger: Evaluation
    champion: Evaluation

    def as_json(self) -> dict[str, object]:
        """Return the decision record's content."""
        return {
            "is_promoted": self.decision.is_promoted,
            "reasons": list(self.decision.reasons),
            "challenger": {"version": self.challenger_version} | self.challenger.as_json(),
            "champion": {"version": self.champion_version} | self.champion.as_json(),
        }


def labelled_splits(config: TrainingConfig, more: Sequence[Path], taxonomy: Taxonomy) -> Splits:
    """Read all labelled files and split them.

    Raises SourceError for a wrong line, GateError when a split is empty.
    """
    paths = [*config.labelled, *more]
    return split_passages(passage for path in paths for passage in read_labelled(path, taxonomy))


def train_challenger(
    config: TrainingConfig,
    splits: Splits,
    taxonomy: Taxonomy,
    folder: Path,
    on_epoch: Callable[[EpochReport], None] = lambda report: None,
) -> str:
    """Train, choose the epoch and calibrate on dev, report on test, save; return the version."""
    trained = train(new_tagger(taxonomy, config), splits.train, splits.dev, config, on_epoch)
    by_origin = {
        origin: evaluate(trained, [p for p in splits.test if p.origin == origin]).as_json()
        for origin in sorted({p.origin for p in splits.test})
    }
    metrics: dict[str, object] = {
        "data": data_counts(splits),
        "held_out": evaluate(trained, splits.test).as_json(),
        "held_out_by_file": by_origin,
    }
    notes = CheckpointNotes(
        name=NAME,
        base_encoder=f"{Path(config.base_encoder).name} at {config.revision}"
        if Path(config.base_encoder).is_dir()
        else f"{config.base_encoder} at {config.revision}",
        metrics=metrics,
        card=model_card(metrics, config, taxonomy),
    )
    return save_checkpoint(folder, trained, notes)


def judge_challenger(
    challenger: Path, champion: Path, test: Sequence[LabelledPassage], taxonomy: Taxonomy
) -> Judgement:
    """Load both from disk, as they would serve, and compare them on the same held-out passages."""
    new, old = load_checkpoint(challenger, taxonomy), load_checkpoint(champion, taxonomy)
    new_score, old_score = evaluate(new, test), evaluate(old, test)
    return Judgement(judge(new_score, old_score), new.version, old.version, new_score, old_score)


def data_counts(splits: Splits) -> dict[str, object]:
    """Count the passages of each file in each split."""
    parts = {"train": splits.train, "dev": splits.dev, "test": splits.test}
    counts = {
        name: dict(sorted(Counter(p.origin for p in part).items())) for name, part in parts.items()
    }
    return {**counts, "dropped_near_duplicates": splits.dropped}


def write_record(record: dict[str, object], path: Path) -> Path:
    """Write a decision record; it appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.with_suffix(".building")
    building.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    building.replace(path)
    return path
