"""Train a tagger: masked losses, batches of like length, bf16 where the processor has it."""

import copy
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch

from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.batching import collate
from models.calibration import Calibration, fit_calibration
from models.checkpoint import computes_in_bf16
from models.encoders import base_encoder_folder, load_base
from models.evaluation import average_precision
from models.inference import Tagger
from models.labels import LabelLayout
from models.network import TaggerNetwork
from models.objective import attention_loss, facet_losses, make_targets, token_loss
from models.tokens import EncodedStory, StoryEncoder
from models.training_config import TrainingConfig

GROUP_BATCHES = 8
"""Batches' worth of shuffled stories that are sorted by length together (length grouping)."""


@dataclass(frozen=True, slots=True)
class EpochReport:
    """What happened in one epoch."""

    epoch: int
    loss: float
    ranking: float
    """Mean average precision of the labels on the development passages, 0..1: needs no threshold,
    and moves less by chance than F1 on few passages."""


def new_tagger(taxonomy: Taxonomy, config: TrainingConfig) -> Tagger:
    """Make an untrained tagger around the configured base encoder.

    Raises CheckpointError when the base encoder's files are not to be had.
    """
    from pathlib import Path

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


def train(
    tagger: Tagger,
    learn: Sequence[LabelledPassage],
    develop: Sequence[LabelledPassage],
    config: TrainingConfig,
    on_epoch: Callable[[EpochReport], None] = lambda report: None,
) -> Tagger:
    """Train in place, keep the epoch that is best on `develop`, and calibrate on `develop`.

    The passages to report on must be in neither list.
    """
    torch.manual_seed(config.seed)
    shuffle = np.random.default_rng(config.seed)
    stories = tagger.encoder.encode([passage.text for passage in learn])
    steps = config.epochs * math.ceil(len(learn) / config.batch_stories)
    optimizer, schedule = _optimizer(tagger.network, config, steps)
    best, best_ranking = copy.deepcopy(tagger.network.state_dict()), -1.0
    for epoch in range(1, config.epochs + 1):
        tagger.network.train()
        losses = []
        for rows in length_grouped(stories, config.batch_stories, shuffle):
            loss = _loss(tagger, [stories[i] for i in rows], [learn[i] for i in rows], config)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(tagger.network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        ranking = _ranking(tagger, develop)
        if ranking > best_ranking:
            best, best_ranking = copy.deepcopy(tagger.network.state_dict()), ranking
        on_epoch(EpochReport(epoch, float(np.mean(losses)), ranking))
    tagger.network.load_state_dict(best)
    return replace(tagger, calibration=calibrate(tagger, develop))


def calibrate(tagger: Tagger, passages: Sequence[LabelledPassage]) -> Calibration:
    """Fit temperatures and thresholds on passages that the network was not trained on."""
    logits = tagger.logits([passage.text for passage in passages])
    targets, known = tagger.layout.targets([passage.tags for passage in passages])
    return fit_calibration(logits, targets.double().numpy(), known.numpy(), tagger.layout)


def _ranking(tagger: Tagger, passages: Sequence[LabelledPassage]) -> float:
    logits = tagger.logits([passage.text for passage in passages])
    targets, known = tagger.layout.targets([passage.tags for passage in passages])
    found = [
        average_precision(logits[rows, at], targets[rows, at].numpy() > 0)
        for at in range(tagger.layout.size)
        if targets[rows := known[:, at].numpy(), at].any()
    ]
    return float(np.mean(found)) if found else 0.0


def length_grouped(
    stories: Sequence[EncodedStory], batch_stories: int, shuffle: np.random.Generator
) -> Iterator[list[int]]:
    """Yield every index once, in random batches of stories of like length."""
    order = shuffle.permutation(len(stories))
    group = batch_stories * GROUP_BATCHES
    batches: list[list[int]] = []
    for start in range(0, len(order), group):
        near = sorted(order[start : start + group], key=lambda index: stories[index].longest)
        batches += [
            [int(i) for i in near[at : at + batch_stories]]
            for at in range(0, len(near), batch_stories)
        ]
    for at in shuffle.permutation(len(batches)):
        yield batches[at]


def _loss(
    tagger: Tagger,
    stories: Sequence[EncodedStory],
    passages: Sequence[LabelledPassage],
    config: TrainingConfig,
) -> torch.Tensor:
    batch = collate(stories, tagger.encoder.pad_id)
    targets = make_targets(stories, [p.tags for p in passages], batch, tagger.layout)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=computes_in_bf16()):
        said = tagger.network(batch)
    total = torch.stack(list(facet_losses(said, targets, tagger.layout).values())).sum()
    total = total + config.attention_weight * attention_loss(said, targets, batch)
    return total + config.evidence_weight * token_loss(said, targets, batch)


def _optimizer(
    network: TaggerNetwork, config: TrainingConfig, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    inside = {id(parameter) for parameter in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in inside]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": config.learning_rate},
            {"params": heads, "lr": config.head_learning_rate},
        ],
        weight_decay=config.weight_decay,
    )
    warm = max(1, round(config.warmup * steps))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
