"""From labelled files to a challenger. What a flow needs to know is in files and counts."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path

from corpora.errors import CheckpointError
from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.card import model_card
from models.checkpoint import CheckpointNotes, base_encoder_of, save_checkpoint
from models.evaluation import evaluate
from models.passes import check_passes, with_passes
from models.ranking import label_ranking
from models.retraining_data import labelled_files
from models.splits import Splits, split_passages
from models.text_keys import learned_from, learned_keys
from models.training import EpochReport, calibrate, new_tagger, train
from models.training_config import TrainingConfig
from models.warm_start import champion_tagger, mix, weights_of

NAME = "storylode"


def labelled_splits(
    config: TrainingConfig,
    more: Sequence[Path],
    taxonomy: Taxonomy,
    reviewed: Sequence[LabelledPassage] = (),
    champion: Path | None = None,
) -> Splits:
    """Read all labelled files and split them, with the reviewed stories of a store.

    What the checkpoint in `champion` learned from comes into neither dev nor test.

    Raises SourceError for a wrong line, GateError when a split is empty.
    """
    files = labelled_files(config, more)
    passages = (passage for file in files for passage in file.read(taxonomy))
    authored = frozenset(file.origin for file in files if file.is_authored)
    learned = learned_from(champion) if champion else frozenset()
    return replace(split_passages(chain(passages, reviewed), learned), authored=authored)


def train_challenger(  # noqa: PLR0913  where to go on from is one thing more
    config: TrainingConfig,
    splits: Splits,
    taxonomy: Taxonomy,
    folder: Path,
    on_epoch: Callable[[EpochReport], None] = lambda report: None,
    *,
    state: Path | None = None,
    champion: Path | None = None,
) -> str:
    """Train, choose the epoch and calibrate on dev, report on test, save; return the version.

    With `state`, a file, a training that was killed goes on after its last whole epoch. `champion`
    is what to go on from where the recipe says `start_from: champion`.
    Raises CheckpointError when there is nothing to start from, ConfigError when the recipe names a
    file that is not there or leaves nothing to learn from.
    """
    start = champion if config.start_from == "champion" else None
    if config.start_from == "champion" and start is None:
        raise CheckpointError("`start_from: champion` needs a champion to go on from")
    tagger = champion_tagger(start, taxonomy, config) if start else new_tagger(taxonomy, config)
    before = weights_of(tagger) if start else {}
    check_passes(config.passes, splits)
    learn = with_passes(splits.train, config.passes, config.seed)
    trained = train(
        tagger, learn, splits.dev, config, on_epoch, authored=splits.authored, state=state
    )
    mixture = None
    if start:
        mixture = mix(trained, before, tagger.version, lambda each: label_ranking(each, splits.dev))
        trained = replace(trained, calibration=calibrate(trained, splits.dev, splits.authored))
    by_origin = {
        origin: evaluate(trained, [p for p in splits.test if p.origin == origin]).as_json()
        for origin in sorted({p.origin for p in splits.test})
    }
    metrics: dict[str, object] = {
        "data": data_counts(splits),
        "held_out": evaluate(trained, splits.test).as_json(),
        "held_out_by_file": by_origin,
        "mixture": asdict(mixture) if mixture else None,
        "learned_from": learned_keys(splits.train, learned_from(start) if start else ()),
    }
    encoder = _base_encoder(config, start)
    notes = CheckpointNotes(
        name=NAME,
        base_encoder=encoder,
        metrics=metrics,
        card=model_card(metrics, config, taxonomy, encoder),
    )
    return save_checkpoint(folder, trained, notes)


def _base_encoder(config: TrainingConfig, start: Path | None) -> str:
    if start:
        return base_encoder_of(start)
    folder = Path(config.base_encoder)
    return f"{folder.name if folder.is_dir() else config.base_encoder} at {config.revision}"


def data_counts(splits: Splits) -> dict[str, object]:
    """Count the passages of each file in each split."""
    parts = {"train": splits.train, "dev": splits.dev, "test": splits.test}
    counts = {
        name: dict(sorted(Counter(p.origin for p in part).items())) for name, part in parts.items()
    }
    return {
        **counts,
        "dropped_near_duplicates": splits.dropped,
        "dropped_as_learned_before": splits.learned_before,
    }


def write_record(record: dict[str, object], path: Path) -> Path:
    """Write a decision record; it appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.with_suffix(".building")
    building.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    building.replace(path)
    return path
