"""Base encoders: any BERT-family model by Hub name and revision, or from a local folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import CheckpointError

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import PretrainedConfig, PreTrainedModel

_FILES = ["config.json", "tokenizer.json", "model.safetensors"]


def base_encoder_folder(name: str, revision: str) -> Path:
    """Return a folder with the encoder's files, downloading them where `name` is no local folder.

    Only configuration, tokenizer and safetensors are fetched: code of others never runs.
    Raises CheckpointError when the files are neither here nor to be had.
    """
    folder = Path(name)
    if folder.is_dir():
        if missing := [file for file in _FILES if not (folder / file).is_file()]:
            raise CheckpointError(f"{folder}: lacks {', '.join(missing)}")
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, revision=revision, allow_patterns=_FILES))
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise CheckpointError(
            f"base encoder '{name}' at revision '{revision}' is no local folder and the model hub "
            f"gave none ({type(error).__name__}); set base_encoder to a folder that holds "
            f"{', '.join(_FILES)}"
        ) from error


def load_base(folder: Path) -> tuple["PreTrainedModel", "PretrainedConfig", "Tokenizer"]:
    """Load weights (fp32), configuration and tokenizer from a base encoder's folder."""
    from safetensors.torch import load_file
    from tokenizers import Tokenizer
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    encoder = build_encoder(config)
    weights = load_file(folder / "model.safetensors")
    missing, _ = encoder.load_state_dict(weights, strict=False)
    if lost := [name for name in missing if "position_ids" not in name]:
        raise CheckpointError(
            f"{folder}: the encoder's weights lack {lost[0]} and {len(lost) - 1} more"
        )
    return encoder, config, Tokenizer.from_file(str(folder / "tokenizer.json"))


def encoder_config_of(settings: Mapping[str, object], folder: Path) -> "PretrainedConfig":
    """Make the configuration that a checkpoint's model.json holds under `encoder`.

    Raises CheckpointError when it names no encoder that transformers knows.
    """
    from transformers import AutoConfig

    rest = {name: value for name, value in settings.items() if name != "model_type"}
    try:
        return AutoConfig.for_model(str(settings.get("model_type")), **rest)
    except ValueError as error:
        raise CheckpointError(f"{folder}: model.json names no encoder that is known") from error


def build_encoder(config: "PretrainedConfig") -> "PreTrainedModel":
    """Make an encoder with random weights; the pooler is left out, as nothing reads it."""
    from transformers import AutoModel

    # Random numbers for every attention weight cost a fifth of a training step on a processor.
    config.attention_probs_dropout_prob = 0.0
    try:
        encoder: PreTrainedModel = AutoModel.from_config(  # type: ignore[no-untyped-call]
            config, add_pooling_layer=False, attn_implementation="sdpa"
        )
    except ValueError:  # a model without it, such as MPNet
        encoder = AutoModel.from_config(  # type: ignore[no-untyped-call]
            config, add_pooling_layer=False, attn_implementation="eager"
        )
    return encoder
