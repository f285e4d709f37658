"""Train the token head on marked texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from models.batching import length_grouped
from models.encoders import base_encoder_folder, build_encoder
from models.entities.augmentation import varied
from models.entities.decoding import Least
from models.entities.encoding import Piece, pieces, stack, token_classes
from models.entities.marked import MarkedText
from models.entities.network import EntityNetwork
from models.entities.pools import draw_pool
from models.entities.recogniser import MAX_WINDOW_TOKENS, EntityRecogniser
from models.tokens import StoryEncoder
from models.weights import computes_in_bf16

_IGNORED = -100


@dataclass(frozen=True, slots=True)
class EntityTraining:
    """How a token head is trained."""

    base_encoder: str
    revision: str
    layers: int = 3
    """The encoder's first layers: what stands around a name is near it, and half of the encoder
    takes half of the time."""
    epochs: int = 12
    learning_rate: float = 1e-4
    head_learning_rate: float = 1e-3
    weight_decay: float = 0.01
    warmup: float = 0.1
    batch_pieces: int = 16
    entity_weight: float = 2.0
    """Weight of a token of an entity in the loss: a leak is worse than a word too much."""
    seed: int = 13


def new_recogniser(config: EntityTraining) -> EntityRecogniser:
    """Make an untrained token head around the first layers of the base encoder.

    Raises CheckpointError when the encoder's files are not to be had.
    """
    from safetensors.torch import load_file
    from transformers import AutoConfig

    folder = base_encoder_folder(config.base_encoder, config.revision)
    torch.manual_seed(config.seed)
    settings = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    settings.num_hidden_layers = min(config.layers, settings.num_hidden_layers)
    encoder = build_encoder(settings)
    encoder.load_state_dict(load_file(folder / "model.safetensors"), strict=False)
    return EntityRecogniser(
        EntityNetwork(encoder, hidden=settings.hidden_size),
        StoryEncoder.from_file(Path(folder) / "tokenizer.json", MAX_WINDOW_TOKENS),
        least=Least(persons=0.5, others=0.5),
        version="untrained",
    )


def train_recogniser(
    recogniser: EntityRecogniser,
    learn: Sequence[MarkedText],
    config: EntityTraining,
    on_epoch: Callable[[int, float], None] = lambda epoch, loss: None,
) -> EntityRecogniser:
    """Train in place, on other names in every epoch; `on_epoch` gets its number and mean loss."""
    random = np.random.default_rng(config.seed)
    pool = draw_pool(config.seed)
    network = recogniser.network
    network.encoder.get_input_embeddings().requires_grad_(False)
    optimizer = _optimizer(network, config)
    rounds = -(-len(learn) // config.batch_pieces) * config.epochs
    warm = max(1, round(config.warmup * rounds))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / warm, max(0.02, (rounds - s) / max(1, rounds - warm)))
    )
    for epoch in range(1, config.epochs + 1):
        network.train()
        losses = []
        seen = [varied(one, pool, random) for one in learn]
        windows, classes = _windows(recogniser, seen)
        for rows in length_grouped(
            [len(w.token_ids) for w in windows], config.batch_pieces, random
        ):
            loss = _loss(recogniser, [windows[i] for i in rows], [classes[i] for i in rows], config)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        on_epoch(epoch, float(np.mean(losses)))
    return replace(recogniser, version="trained")


def _optimizer(network: EntityNetwork, config: EntityTraining) -> torch.optim.Optimizer:
    inside = {id(parameter) for parameter in network.encoder.parameters()}
    body = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for p in network.parameters() if id(p) not in inside]
    return torch.optim.AdamW(
        [
            {"params": body, "lr": config.learning_rate},
            {"params": heads, "lr": config.head_learning_rate},
        ],
        weight_decay=config.weight_decay,
        fused=True,
    )


def _windows(
    recogniser: EntityRecogniser, seen: Sequence[MarkedText]
) -> tuple[list[Piece], list[list[int]]]:
    """Return every window with the classes of its tokens."""
    texts = [one.text for one in seen]
    stories = recogniser.encoder.encode(texts)
    whole = [token_classes(s, one.mentions) for s, one in zip(stories, seen, strict=True)]
    windows = [piece for piece in pieces(texts, stories) if piece.tokens]
    return windows, [whole[p.text][p.first : p.first + p.tokens] for p in windows]


def _loss(
    recogniser: EntityRecogniser,
    batch: Sequence[Piece],
    classes: Sequence[Sequence[int]],
    config: EntityTraining,
) -> Tensor:
    one = stack(batch, recogniser.encoder.pad_id)
    targets = torch.full(one.token_ids.shape, _IGNORED)  # (W, T)
    for row, labels in enumerate(classes):
        targets[row, 1 : 1 + len(labels)] = torch.tensor(labels)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=computes_in_bf16()):
        said = recogniser.network(one.token_ids, one.mask, one.shapes)  # (W, T, C)
    weights = torch.full((said.shape[-1],), config.entity_weight)
    weights[0] = 1.0
    return nn.functional.cross_entropy(
        said.flatten(0, 1), targets.flatten(), weights, ignore_index=_IGNORED
    )
