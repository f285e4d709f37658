"""The folder of a token head: weights, tokenizer, what it was made from, card, digests.

    manifest.json      SHA-256 of every other file; checked before anything is loaded
    model.json         encoder configuration, base encoder, threshold, figures
    model.safetensors  weights, fp16
    tokenizer.json     README.md (card)

Nothing in it is code, and nothing is pickled.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from models.encoders import build_encoder, encoder_config_of
from models.entities.decoding import Least
from models.entities.network import EntityNetwork
from models.entities.recogniser import MAX_WINDOW_TOKENS, EntityRecogniser
from models.sealing import rebuilding, seal, verify, version_of, write_json
from models.tokens import StoryEncoder
from models.weights import load_weights, save_weights

RECOGNISER = Path(__file__).resolve().parent / "weights"
_PARTS = ("model.json", "model.safetensors", "tokenizer.json", "README.md")
_NAME = "entities"


@dataclass(frozen=True, slots=True)
class RecogniserNotes:
    """What goes beside the weights."""

    base_encoder: str
    figures: Mapping[str, float]
    card: str
    """Markdown."""


def save_recogniser(folder: Path, recogniser: EntityRecogniser, notes: RecogniserNotes) -> str:
    """Write a recogniser and return its version; the folder appears complete or not at all."""
    with rebuilding(folder) as building:
        save_weights(recogniser.network, building / "model.safetensors")
        recogniser.encoder.save_tokenizer(building / "tokenizer.json")
        write_json(
            building / "model.json",
            {
                "base_encoder": notes.base_encoder,
                "encoder": recogniser.network.encoder.config.to_diff_dict(),
                "least": asdict(recogniser.least),
                "figures": dict(notes.figures),
            },
        )
        (building / "README.md").write_text(notes.card, encoding="utf-8")
        return _version(seal(building, _PARTS))


def load_recogniser(folder: Path = RECOGNISER) -> EntityRecogniser:
    """Load a recogniser, by default the shipped one.

    Raises CheckpointError when a file is missing or altered, or the weights do not fit.
    """
    digests = verify(folder, _PARTS)
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    config = encoder_config_of(model["encoder"], folder)
    with torch.device("meta"):
        network = EntityNetwork(build_encoder(config), hidden=config.hidden_size)
    load_weights(network, folder / "model.safetensors")
    return EntityRecogniser(
        network.eval(),
        StoryEncoder.from_file(folder / "tokenizer.json", MAX_WINDOW_TOKENS),
        least=Least(**model["least"]),
        version=_version(digests),
    )


def recogniser_version(folder: Path = RECOGNISER) -> str:
    """Return the version of a recogniser without loading it. Raises CheckpointError as above."""
    return _version(verify(folder, _PARTS))


def _version(digests: dict[str, str]) -> str:
    return version_of(_NAME, digests, ("model.json", "model.safetensors"))
