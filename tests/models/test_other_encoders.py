"""An encoder of another family: MPNet has other special tokens, and attention of its own."""

from pathlib import Path

import numpy as np
import pytest

from corpora.taxonomy import Taxonomy
from models.checkpoint import CheckpointNotes, load_checkpoint, save_checkpoint
from models.inference import Tagger
from models.training import new_tagger
from models.training_config import TrainingConfig
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW


@pytest.fixture
def mpnet(tmp_path: Path) -> Path:
    import torch
    from safetensors.torch import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import MPNetConfig, MPNetModel

    words = sorted({word for text in (*CUSTOMER_FAILED, *CUSTOMER_WOW) for word in text.split()})
    pieces = ["<s>", "<pad>", "</s>", "[UNK]", "<mask>", "[CLS]", "[SEP]", *words]
    tokenizer = Tokenizer(models.WordLevel({p: n for n, p in enumerate(pieces)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    folder = tmp_path / "mpnet"
    folder.mkdir()
    tokenizer.save(str(folder / "tokenizer.json"))
    config = MPNetConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    torch.manual_seed(5)
    save_file(MPNetModel(config).state_dict(), folder / "model.safetensors")
    config.to_json_file(folder / "config.json")
    return folder


def test_an_mpnet_tags_and_comes_back_from_its_checkpoint(
    taxonomy: Taxonomy, mpnet: Path, tmp_path: Path
) -> None:
    tagger: Tagger = new_tagger(taxonomy, TrainingConfig(base_encoder=str(mpnet)))
    texts = [*CUSTOMER_FAILED, *CUSTOMER_WOW]
    before = tagger.logits(texts)

    save_checkpoint(tmp_path / "saved", tagger, CheckpointNotes("storylode", "mpnet", {}, "card"))
    after = load_checkpoint(tmp_path / "saved", taxonomy).logits(texts)

    assert np.ptp(before, axis=0).max() > 0
    assert after == pytest.approx(before, abs=0.05)  # bf16
