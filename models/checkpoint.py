"""A checkpoint is a folder: weights, tokenizer, taxonomy, calibration, metrics, card, digests.

    manifest.json       SHA-256 of every other file; written last, checked before anything is loaded
    model.json          encoder configuration, base encoder, label layout
    model.safetensors   weights, fp16
    tokenizer.json      taxonomy.json      calibration.json      metrics.json      README.md (card)

Nothing in it is code, and nothing is pickled.
"""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from corpora.errors import CheckpointError, ConfigError
from corpora.taxonomy import Taxonomy, taxonomy_from_json
from models.calibration import Calibration
from models.encoders import build_encoder, encoder_config_of
from models.inference import Tagger
from models.labels import LabelLayout
from models.network import TaggerNetwork
from models.sealing import FORMAT, rebuilding, seal, verify, version_of, write_json
from models.tokens import StoryEncoder
from models.weights import load_weights, save_weights

CHAMPION = Path(__file__).resolve().parent / "champion"
_PARTS = (
    "model.json",
    "model.safetensors",
    "tokenizer.json",
    "taxonomy.json",
    "calibration.json",
    "metrics.json",
    "README.md",
)


@dataclass(frozen=True, slots=True)
class CheckpointNotes:
    """What goes beside the weights."""

    name: str
    base_encoder: str
    metrics: dict[str, object]
    card: str
    """Markdown."""


def save_checkpoint(folder: Path, tagger: Tagger, notes: CheckpointNotes) -> str:
    """Write a checkpoint and return its version, `name-digest`.

    The folder appears complete or not at all; an older one of that name is replaced.
    """
    with rebuilding(folder) as building:
        save_weights(tagger.network, building / "model.safetensors")
        tagger.encoder.save_tokenizer(building / "tokenizer.json")
        config = tagger.network.encoder.config
        write_json(
            building / "model.json",
            {
                "format": FORMAT,
                "name": notes.name,
                "base_encoder": notes.base_encoder,
                "encoder": config.to_diff_dict(),
                "labels": [".".join(pair) for pair in tagger.layout.names()],
            },
        )
        write_json(building / "taxonomy.json", tagger.layout.taxonomy.as_json())
        write_json(building / "calibration.json", asdict(tagger.calibration))
        write_json(building / "metrics.json", notes.metrics)
        (building / "README.md").write_text(notes.card, encoding="utf-8")
        return _version(building, seal(building, _PARTS))


def copy_checkpoint(source: Path, folder: Path, metrics: dict[str, object], card: str) -> str:
    """Copy a checkpoint with other metrics and card; weights and version stay as they are."""
    verify_checkpoint(source)
    with rebuilding(folder) as building:
        shutil.copytree(source, building, dirs_exist_ok=True)
        write_json(building / "metrics.json", metrics)
        (building / "README.md").write_text(card, encoding="utf-8")
        return _version(building, seal(building, _PARTS))


def load_checkpoint(
    folder: Path, taxonomy: Taxonomy | None = None, *, dtype: torch.dtype | None = None
) -> Tagger:
    """Load a tagger; without `dtype` in bf16 where the processor computes in it, else in fp32.

    Raises CheckpointError when a file is missing or altered, the format is unknown, or `taxonomy`
    is given and is not the one that the checkpoint was trained on.
    """
    digests = verify_checkpoint(folder)
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    try:
        own = taxonomy_from_json(
            json.loads((folder / "taxonomy.json").read_text(encoding="utf-8")),
            f"{folder}/taxonomy.json",
        )
    except ConfigError as error:
        raise CheckpointError(str(error)) from error
    if taxonomy is not None and taxonomy.digest != own.digest:
        raise CheckpointError(
            f"{folder}: trained on taxonomy {own.version} ({own.digest[:12]}), but the project's "
            f"is {taxonomy.version} ({taxonomy.digest[:12]}); retrain, or restore the taxonomy"
        )
    layout = LabelLayout(own)
    if model["labels"] != [".".join(pair) for pair in layout.names()]:
        raise CheckpointError(f"{folder}: model.json and taxonomy.json disagree on the labels")
    calibration = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    return Tagger(
        network=_network(folder, model["encoder"], layout, dtype),
        encoder=StoryEncoder.from_file(folder / "tokenizer.json"),
        layout=layout,
        calibration=Calibration(**calibration),
        version=_version(folder, digests),
    )


def verify_checkpoint(folder: Path) -> dict[str, str]:
    """Check every file against the manifest and return the digests.

    Raises CheckpointError that names the first file that is missing or altered.
    """
    return verify(folder, _PARTS)


def checkpoint_version(folder: Path) -> str:
    """Return the version of a checkpoint without loading it. Raises CheckpointError as above."""
    return _version(folder, verify_checkpoint(folder))


def _network(
    folder: Path,
    encoder_config: dict[str, object],
    layout: LabelLayout,
    dtype: torch.dtype | None,
) -> TaggerNetwork:
    config = encoder_config_of(encoder_config, folder)
    with torch.device("meta"):
        network = TaggerNetwork(
            build_encoder(config), hidden=config.hidden_size, labels=layout.size
        )
    load_weights(network, folder / "model.safetensors", dtype)
    return network.eval()


def base_encoder_of(folder: Path) -> str:
    """Return the name of the base encoder that a checkpoint, which is whole, was trained from."""
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return str(model["base_encoder"])


def _version(folder: Path, digests: dict[str, str]) -> str:
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return version_of(str(model["name"]), digests, ("model.safetensors", "calibration.json"))
