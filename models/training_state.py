"""A training on its way, and its state in one file, so that a killed training can go on.

The file is safetensors: weights of now and of the best epoch, the optimizer's moments, the state of
torch's random numbers; schedule, shuffle and the epochs so far stand in its header as JSON. Nothing
is pickled. It appears whole after each epoch, in the place of the one before, and is about four
times as large as the weights in fp32.
"""

import copy
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from corpora.errors import CheckpointError
from models.network import TaggerNetwork
from models.training_config import TrainingConfig

if TYPE_CHECKING:
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LambdaLR

_UNREADABLE = (SafetensorError, OSError, ValueError, LookupError, TypeError)


@dataclass(frozen=True, slots=True)
class EpochReport:
    """What happened in one epoch."""

    epoch: int
    loss: float
    ranking: float
    """Mean average precision of the labels on the development passages, 0..1: needs no threshold,
    and moves less by chance than F1 on few passages."""


class TrainingState:
    """All that changes while a network is trained."""

    def __init__(self, network: TaggerNetwork, config: TrainingConfig, steps: int) -> None:
        torch.manual_seed(config.seed)
        self.network = network
        self.shuffle = np.random.default_rng(config.seed)
        self.optimizer, self.schedule = _optimizer(network, config, steps)
        self.epochs: list[EpochReport] = []
        self.best, self.best_ranking = copy.deepcopy(network.state_dict()), -1.0

    def end_epoch(self, report: EpochReport) -> None:
        """Note an epoch, and keep its weights if none ranked better."""
        self.epochs.append(report)
        if report.ranking > self.best_ranking:
            self.best, self.best_ranking = copy.deepcopy(self.network.state_dict()), report.ranking

    def save(self, path: Path) -> None:
        """Write the state; a crash on the way leaves the older file."""
        optimizer = self.optimizer.state_dict()
        tensors = {
            **{f"network/{name}": tensor for name, tensor in self.network.state_dict().items()},
            **{f"best/{name}": tensor for name, tensor in self.best.items()},
            **{
                f"optimizer/{number}/{name}": tensor
                for number, moments in optimizer["state"].items()
                for name, tensor in moments.items()
            },
            "random": torch.get_rng_state(),
        }
        numbers = {
            "groups": optimizer["param_groups"],
            "schedule": self.schedule.state_dict(),
            "shuffle": self.shuffle.bit_generator.state,
            "epochs": [asdict(report) for report in self.epochs],
            "best_ranking": self.best_ranking,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        building = path.with_suffix(".building")
        # Clones, as safetensors refuses tensors that share memory.
        whole = {name: tensor.detach().clone().contiguous() for name, tensor in tensors.items()}
        save_file(whole, building, {"state": json.dumps(numbers)})
        building.replace(path)

    def load(self, path: Path) -> None:
        """Go back to a saved state.

        Raises CheckpointError when the file is not whole or is of another network.
        """
        try:
            with safe_open(path, framework="pt") as file:
                tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
                header = file.metadata()["state"]
            self._restore(tensors, header)
        except (*_UNREADABLE, RuntimeError) as error:
            raise CheckpointError(
                f"{path}: no state that this training can go on from ({type(error).__name__}); "
                "remove it to start anew"
            ) from error

    def _restore(self, tensors: dict[str, Tensor], header: str) -> None:
        numbers = json.loads(header)
        moments: dict[int, dict[str, Tensor]] = {}
        for name, tensor in _under("optimizer/", tensors).items():
            number, _, moment = name.partition("/")
            moments.setdefault(int(number), {})[moment] = tensor
        self.network.load_state_dict(_under("network/", tensors))
        self.optimizer.load_state_dict({"state": moments, "param_groups": numbers["groups"]})
        self.schedule.load_state_dict(numbers["schedule"])
        self.shuffle.bit_generator.state = numbers["shuffle"]
        self.epochs = [EpochReport(**report) for report in numbers["epochs"]]
        self.best, self.best_ranking = _under("best/", tensors), numbers["best_ranking"]
        torch.set_rng_state(tensors["random"])


def epochs_done(path: Path) -> int:
    """Return how many epochs a saved state holds; 0 where there is none that can be read."""
    try:
        with safe_open(path, framework="pt") as file:
            return len(json.loads(file.metadata()["state"])["epochs"])
    except _UNREADABLE:
        return 0


def _under(start: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {n.removeprefix(start): t for n, t in tensors.items() if n.startswith(start)}


def _optimizer(
    network: TaggerNetwork, config: TrainingConfig, steps: int
) -> tuple["Optimizer", "LambdaLR"]:
    if config.freeze_word_embeddings:
        network.encoder.get_input_embeddings().requires_grad_(False)
    inside = {id(parameter) for parameter in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in inside]
    optimizer = torch.optim.AdamW(
        [
            {
                "params": [p for p in network.encoder.parameters() if p.requires_grad],
                "lr": config.learning_rate,
            },
            {"params": heads, "lr": config.head_learning_rate},
        ],
        weight_decay=config.weight_decay,
        fused=True,
    )
    warm = max(1, round(config.warmup * steps))

    def factor(step: int) -> float:
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
