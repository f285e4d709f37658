"""Train a tagger: masked losses, batches of like length, bf16 where the processor has it."""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.batching import collate, length_grouped
from models.calibration import Calibration, fit_calibration
from models.encoded_story import EncodedStory
from models.encoders import base_encoder_folder, load_base
from models.inference import Tagger
from models.labels import LabelLayout
from models.network import TaggerNetwork
from models.noise import noisy
from models.objective import attention_loss, facet_losses, make_targets, token_loss
from models.ranking import label_ranking
from models.tokens import StoryEncoder
from models.training_config import TrainingConfig
from models.training_state import EpochReport, TrainingState
from models.view_drawing import draw_views, view_count
from models.views import Example, whole
from models.weights import computes_in_bf16

__all__ = ["EpochReport", "calibrate", "new_tagger", "train"]


def new_tagger(taxonomy: Taxonomy, config: TrainingConfig) -> Tagger:
    """Make an untrained tagger around the configured base encoder.

    Raises CheckpointError when the base encoder's files are not to be had.
    """
    folder = base_encoder_folder(config.base_encoder, config.revision)
    torch.manual_seed(config.seed)
    encoder, encoder_config, tokenizer = load_base(Path(folder))
    layout = LabelLayout(taxonomy)
    network = TaggerNetwork(
        encoder, hidden=encoder_config.hidden_size, labels=layout.size, dropout=config.dropout
    )
    return Tagger(
        network, StoryEncoder(tokenizer), layout, Calibration.neutral(layout), "untrained"
    )


def train(  # noqa: PLR0913  where to go on from is one thing more
    tagger: Tagger,
    learn: Sequence[LabelledPassage],
    develop: Sequence[LabelledPassage],
    config: TrainingConfig,
    on_epoch: Callable[[EpochReport], None] = lambda report: None,
    *,
    authored: Collection[str] = (),
    state: Path | None = None,
) -> Tagger:
    """Train in place, keep the epoch that is best on `develop`, and calibrate on `develop`.

    The passages to report on must be in neither list; `authored` is for `calibrate`. With `state`,
    a file, every epoch is kept there, and a training that was killed goes on from it to the very
    weights that it would have had; the caller answers for it that configuration and passages are
    the same.
    Raises CheckpointError when the file is not of this training.
    """
    passages = [whole(passage) for passage in learn]
    encoded = tagger.encoder.encode([each.text for each in passages])
    drawn = view_count(learn, config.evidence_views)
    steps = config.epochs * math.ceil((len(learn) + drawn) / config.batch_stories)
    run = TrainingState(tagger.network, config, steps)
    if state is not None and state.exists():
        run.load(state)
    for report in run.epochs:
        on_epoch(report)
    for epoch in range(len(run.epochs) + 1, config.epochs + 1):
        tagger.network.train()
        losses = []
        views = draw_views(learn, tagger.layout.taxonomy, config.evidence_views, run.shuffle)
        changed = _typed_anew(passages, config.noise, run.shuffle)
        seen = [*changed.values(), *views]
        again = tagger.encoder.encode([each.text for each in seen])
        examples, stories = [*passages, *seen[len(changed) :]], [*encoded, *again[len(changed) :]]
        for at, example, story in zip(changed, seen, again, strict=False):
            examples[at], stories[at] = example, story
        lengths = [story.longest for story in stories]
        for rows in length_grouped(lengths, config.batch_stories, run.shuffle):
            loss = _loss(tagger, [stories[i] for i in rows], [examples[i] for i in rows], config)
            run.optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(tagger.network.parameters(), 1.0)
            run.optimizer.step()
            run.schedule.step()
            losses.append(loss.item())
        report = EpochReport(epoch, float(np.mean(losses)), label_ranking(tagger, develop))
        run.end_epoch(report)
        if state is not None:
            run.save(state)
        on_epoch(report)
    tagger.network.load_state_dict(run.best)
    return replace(tagger, calibration=calibrate(tagger, develop, authored))


def calibrate(
    tagger: Tagger, passages: Sequence[LabelledPassage], authored: Collection[str] = ()
) -> Calibration:
    """Fit temperatures and thresholds on passages that the network was not trained on.

    `authored` names the origins whose text was written for the project; see `fit_calibration`.
    """
    logits = tagger.logits([passage.text for passage in passages])
    targets, known = tagger.layout.targets([passage.tags for passage in passages])
    real = np.array([passage.origin not in authored for passage in passages], dtype=np.bool_)
    return fit_calibration(logits, targets.double().numpy(), known.numpy(), tagger.layout, real)


def _typed_anew(
    passages: Sequence[Example], share: float, random: np.random.Generator
) -> dict[int, Example]:
    """Return some of the passages with noise, by their place."""
    if not share:
        return {}
    chosen = np.flatnonzero(random.random(len(passages)) < share)
    return {int(at): noisy(passages[int(at)], random) for at in chosen}


def _loss(
    tagger: Tagger,
    stories: Sequence[EncodedStory],
    examples: Sequence[Example],
    config: TrainingConfig,
) -> torch.Tensor:
    batch = collate(stories, tagger.encoder.pad_id)
    targets = make_targets(
        stories,
        [each.tags for each in examples],
        batch,
        tagger.layout,
        [each.unknown for each in examples],
    )
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=computes_in_bf16()):
        said = tagger.network(batch)
    total = torch.stack(list(facet_losses(said, targets, tagger.layout).values())).sum()
    total = total + config.attention_weight * attention_loss(said, targets, batch)
    return total + config.evidence_weight * token_loss(said, targets, batch)
