"""What `configs/train.yaml` may say."""

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpora.errors import ConfigError
from models.gate_settings import GateConfig


class TrainingConfig(BaseModel):
    """How a challenger is trained. Unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )

    base_encoder: str = "sentence-transformers/all-MiniLM-L6-v2"
    """Hugging Face name, or a folder with config.json, tokenizer.json and model.safetensors."""
    revision: str = "c9745ed1d9f207416be6d2e6f8de32d1f16199bf"
    """Commit of the model repository; ignored for a folder."""
    start_from: Literal["base", "champion"] = "base"
    """`champion`: go on from the champion in service (`models/warm_start.py`), which needs one or
    two epochs; base encoder and revision are the champion's then."""
    epochs: int = Field(default=10, ge=1)
    learning_rate: float = Field(default=5e-5, gt=0)
    """Peak AdamW learning rate of the encoder, after warm-up."""
    head_learning_rate: float = Field(default=1e-3, gt=0)
    """The same for what is not the encoder: random weights at first, the champion's where training
    goes on from it."""
    weight_decay: float = Field(default=0.01, ge=0)
    warmup: float = Field(default=0.1, ge=0, lt=1)
    """Share of optimizer steps spent warming up; then linear decay to zero."""
    batch_stories: int = Field(default=16, ge=1)
    dropout: float = Field(default=0.1, ge=0, lt=1)
    attention_weight: float = Field(default=0.5, ge=0)
    """Weight of the loss that draws attention to sentences with annotated evidence."""
    evidence_weight: float = Field(default=1.0, ge=0)
    """Weight of the loss on evidence tokens."""
    freeze_word_embeddings: bool = True
    """Leave the table of word embeddings as it is: a word that no labelled passage holds then keeps
    its place beside those that were learned from, and a step is a tenth cheaper."""
    evidence_views: float = Field(default=0.5, ge=0, le=1)
    """Share of the passages with evidence of which each epoch also learns one view: the evidence
    alone, the passage without it, or the sentences elsewhere (`models/views.py`)."""
    noise: float = Field(default=0.3, ge=0, le=1)
    """Share of the passages that each epoch reads as somebody else would have typed them: typing
    errors, the other gender, other names, loose punctuation, contractions (`models/noise.py`)."""
    seed: int = 13
    labelled: tuple[Path, ...] = (
        Path("corpora/gold/train.jsonl"),
        Path("corpora/gold/validation.jsonl"),
        Path("corpora/gold/test.jsonl"),
    )
    """Labelled files, relative to the folder that storylode runs in. Those in `corpora/gold` count
    as authored text, all others as real."""
    passes: dict[str, Annotated[float, Field(ge=0)]] = {}
    """How often an epoch reads a file's passages to learn from, by the file's name without suffix:
    3 thrice, 0.5 a half of them; 1 where it is not said. `reviews` are those of the store."""
    store: str | None = Field(default=None, exclude=True)
    """Path of a SQLite file or a database URL whose reviewed stories are learned from; default
    `store.sqlite` in the home folder, where there is one. Written down nowhere: a URL may hold a
    password."""
    gate: GateConfig = GateConfig()
    """What a challenger must not do to become champion."""


def load_training_config(path: Path) -> TrainingConfig:
    """Read `configs/train.yaml`.

    Raises ConfigError that names the file, the key and the reason.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return TrainingConfig.model_validate(content)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: not YAML") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ConfigError(f"{path}: {problems}") from error
