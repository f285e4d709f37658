"""Go on from the champion: its weights, and a mixture of them with what became of them.

A training that goes on forgets some of what it does not see again, and some of what it sees again
less often. The mean of its weights and those that it started from keeps more of both (Wortsman et
al. 2022, https://arxiv.org/abs/2109.01903); the share is chosen on the development passages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from corpora.errors import CheckpointError
from corpora.taxonomy import Taxonomy
from models.checkpoint import load_checkpoint
from models.inference import Tagger
from models.training_config import TrainingConfig

SHARES = (1.0, 0.75, 0.5, 0.25)
"""Shares of the trained weights that are tried; the rest is what the training started from."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """What a challenger that went on from a champion is made of."""

    champion: str
    """Version of the checkpoint that training went on from."""
    share: float
    """Of the trained weights, one of `SHARES`."""
    rankings: dict[float, float]
    """share -> mean average precision on the development passages, 0..1"""


def champion_tagger(folder: Path, taxonomy: Taxonomy, config: TrainingConfig) -> Tagger:
    """Load a champion in fp32, to be trained.

    Raises CheckpointError when it is not whole, or knows another taxonomy.
    """
    try:
        tagger = load_checkpoint(folder, taxonomy, dtype=torch.float32)
    except CheckpointError as error:
        raise CheckpointError(f"{error}; to begin anew, set `start_from: base`") from error
    tagger.network.dropout.p = config.dropout
    torch.manual_seed(config.seed)
    return tagger


def weights_of(tagger: Tagger) -> dict[str, Tensor]:
    """Return a copy of the weights."""
    return {name: tensor.clone() for name, tensor in tagger.network.state_dict().items()}


def mix(
    tagger: Tagger, start: dict[str, Tensor], version: str, ranking: Callable[[Tagger], float]
) -> Mixture:
    """Mix the trained weights, in place, with those at the start, by the share that ranks best."""
    trained = weights_of(tagger)

    def put(share: float) -> None:
        mixed = {
            name: torch.lerp(start[name], tensor, share) if tensor.is_floating_point() else tensor
            for name, tensor in trained.items()
        }
        tagger.network.load_state_dict(mixed)

    rankings: dict[float, float] = {}
    for share in SHARES:
        put(share)
        rankings[share] = ranking(tagger)
    best = max(rankings, key=lambda share: rankings[share])  # the first, so the most trained
    put(best)
    return Mixture(version, best, rankings)
