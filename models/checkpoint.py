"""A checkpoint is a folder: weights, tokenizer, taxonomy, calibration, metrics, card, digests.

    manifest.json       SHA-256 of every other file; written last, checked before anything is loaded
    model.json          encoder configuration, base encoder, label layout
    model.safetensors   weights, fp16
    tokenizer.json      taxonomy.json      calibration.json      metrics.json      README.md (card)

Nothing in it is code, and nothing is pickled.
"""

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from corpora.errors import CheckpointError, ConfigError
from corpora.taxonomy import Taxonomy, taxonomy_from_json
from models.calibration import Calibration
from models.inference import Tagger
from models.labels import LabelLayout
from models.network import TaggerNetwork
from models.tokens import StoryEncoder

CHAMPION = Path(__file__).resolve().parent / "champion"
FORMAT = 1
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
    from safetensors.torch import save_file

    building = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    weights = {
        name: tensor.detach().to(torch.float16).contiguous()
        for name, tensor in tagger.network.state_dict().items()
        if tensor.is_floating_point()
    }
    save_file(weights, building / "model.safetensors")
    tagger.encoder.save_tokenizer(building / "tokenizer.json")
    config = tagger.network.encoder.config
    _write_json(
        building / "model.json",
        {
            "format": FORMAT,
            "name": notes.name,
            "base_encoder": notes.base_encoder,
            "encoder": config.to_diff_dict(),
            "labels": [".".join(pair) for pair in tagger.layout.names()],
        },
    )
    _write_json(building / "taxonomy.json", tagger.layout.taxonomy.as_json())
    _write_json(building / "calibration.json", asdict(tagger.calibration))
    _write_json(building / "metrics.json", notes.metrics)
    (building / "README.md").write_text(notes.card, encoding="utf-8")
    version = _seal(building)
    replace_folder(building, folder)
    return version


def copy_checkpoint(source: Path, folder: Path, metrics: dict[str, object], card: str) -> str:
    """Copy a checkpoint with other metrics and card; weights and version stay as they are."""
    verify_checkpoint(source)
    building = folder.with_name(f".{folder.name}.building")
    shutil.rmtree(building, ignore_errors=True)
    shutil.copytree(source, building)
    _write_json(building / "metrics.json", metrics)
    (building / "README.md").write_text(card, encoding="utf-8")
    version = _seal(building)
    replace_folder(building, folder)
    return version


def load_checkpoint(folder: Path, taxonomy: Taxonomy | None = None) -> Tagger:
    """Load a tagger, in bf16 where the processor computes in it, else in fp32.

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
        network=_network(folder, model["encoder"], layout),
        encoder=StoryEncoder.from_file(folder / "tokenizer.json"),
        layout=layout,
        calibration=Calibration(**calibration),
        version=_version(model["name"], digests),
    )


def verify_checkpoint(folder: Path) -> dict[str, str]:
    """Check every file against the manifest and return the digests.

    Raises CheckpointError that names the first file that is missing or altered.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        digests = {str(part): str(digest) for part, digest in manifest["sha256"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(
            f"{folder}: no checkpoint here (manifest.json is not readable)"
        ) from error
    if manifest.get("format") != FORMAT or set(digests) != set(_PARTS):
        raise CheckpointError(
            f"{folder}: format {manifest.get('format')}; this version reads {FORMAT}"
        )
    for part, digest in digests.items():
        if not (folder / part).is_file():
            raise CheckpointError(f"{folder}: {part} is missing; restore the folder or roll back")
        if _sha256(folder / part) != digest:
            raise CheckpointError(
                f"{folder}: {part} is not the file that the manifest names; it was altered or half "
                "copied; restore the folder or roll back"
            )
    return digests


def checkpoint_version(folder: Path) -> str:
    """Return the version of a checkpoint without loading it. Raises CheckpointError as above."""
    digests = verify_checkpoint(folder)
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return _version(str(model["name"]), digests)


def replace_folder(building: Path, folder: Path) -> None:
    """Put a finished folder in the place of an older one."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    building.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def _network(folder: Path, encoder_config: dict[str, object], layout: LabelLayout) -> TaggerNetwork:
    from safetensors.torch import load_file
    from transformers import AutoConfig

    from models.encoders import build_encoder

    settings = dict(encoder_config)
    kind = str(settings.pop("model_type", None))
    try:
        config = AutoConfig.for_model(kind, **settings)
    except ValueError as error:
        raise CheckpointError(f"{folder}: model.json names no encoder that is known") from error
    weights = load_file(folder / "model.safetensors")
    with torch.device("meta"):
        encoder = build_encoder(config)
        network = TaggerNetwork(encoder, hidden=config.hidden_size, labels=layout.size)
    dtype = torch.bfloat16 if computes_in_bf16() else torch.float32
    try:
        missing, unknown = network.load_state_dict(
            {name: tensor.to(dtype) for name, tensor in weights.items()}, strict=False, assign=True
        )
    except RuntimeError as error:  # torch's word for tensors of another shape
        raise CheckpointError(f"{folder}: weights do not fit model.json in shape") from error
    if missing or unknown:
        raise CheckpointError(f"{folder}: weights do not fit model.json ({len(missing)} missing)")
    _fill_buffers(network)
    return network.eval()


def _fill_buffers(network: TaggerNetwork) -> None:
    """Give the encoder's index buffers, which no checkpoint stores, their values."""
    for module in network.modules():
        for name, buffer in module.named_buffers(recurse=False):
            if buffer.is_meta:
                ramp = torch.arange(buffer.shape[-1]) if name == "position_ids" else torch.zeros(1)
                filled = ramp.to(buffer.dtype).expand(buffer.shape).clone()
                module.register_buffer(name, filled, persistent=False)


def computes_in_bf16() -> bool:
    """Whether bf16 products run in hardware here; elsewhere bf16 is slower than fp32."""
    return torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()


def _seal(folder: Path) -> str:
    """Write the manifest of a finished folder; return the checkpoint's version."""
    digests = {part: _sha256(folder / part) for part in _PARTS}
    _write_json(folder / "manifest.json", {"format": FORMAT, "sha256": digests})
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return _version(str(model["name"]), digests)


def _version(name: str, digests: dict[str, str]) -> str:
    whole = hashlib.sha256(
        "".join(digests[p] for p in ("model.safetensors", "calibration.json")).encode()
    )
    return f"{name}-{whole.hexdigest()[:12]}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
