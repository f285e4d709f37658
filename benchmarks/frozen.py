"""Frozen sentence vectors: the base encoder's mean token state, of length one.

Letters: N texts, W windows, T tokens, H hidden units.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from models.batching import collate, token_budget_batches
from models.calibration import Floats
from models.encoders import load_base
from models.inference import MAX_BATCH_TOKENS
from models.linear import Vectorize
from models.tokens import StoryEncoder
from models.weights import computes_in_bf16


class SentenceVectors:
    """Turn texts into vectors; a text that was seen before is looked up."""

    def __init__(self, encoder: nn.Module, tokens: StoryEncoder) -> None:
        self._encoder = encoder.eval()
        if computes_in_bf16():
            self._encoder.to(torch.bfloat16)
        self._tokens = tokens
        self._found: dict[str, Floats] = {}

    @classmethod
    def from_folder(cls, folder: Path) -> "SentenceVectors":
        """Load a base encoder as `models.encoders` does; raises CheckpointError as it does."""
        encoder, _, tokenizer = load_base(folder)
        return cls(encoder, StoryEncoder(tokenizer))

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Return (N, H) vectors of length one."""
        new = sorted({text for text in texts if text not in self._found})
        stories = self._tokens.encode(new)
        with torch.inference_mode():
            for rows in token_budget_batches(stories, MAX_BATCH_TOKENS):
                batch = collate([stories[row] for row in rows], self._tokens.pad_id)
                states = self._encoder(
                    input_ids=batch.token_ids, attention_mask=batch.mask
                ).last_hidden_state  # (W, T, H)
                windows = [len(stories[row].windows) for row in rows]
                vectors = mean_states(states, batch.mask, windows).double().numpy()
                for row, vector in zip(rows, vectors, strict=True):
                    self._found[new[row]] = vector
        return np.stack([self._found[text] for text in texts])

    def features(self, _texts: Sequence[str]) -> Vectorize:
        """Return itself: frozen features learn nothing from a training fold."""
        return self


def mean_states(states: Tensor, mask: Tensor, windows: Sequence[int]) -> Tensor:
    """Mean over the real tokens of each text, specials included, scaled to length one.

    states (W, T, H), mask (W, T), windows per text (N) -> (N, H). Specials count because sentence
    encoders are trained so (Reimers and Gurevych 2019, https://arxiv.org/abs/1908.10084).
    """
    text_of = torch.repeat_interleave(torch.tensor(list(windows)))  # (W,)
    totals = (states.float() * mask[..., None]).sum(1)  # (W, H)
    summed = totals.new_zeros(len(windows), states.shape[2]).index_add(0, text_of, totals)  # (N, H)
    # The mean's divisor falls out of a vector of length one.
    return torch.nn.functional.normalize(summed, dim=1)
