"""A text as the encoder takes it: windows of token ids that know their sentences."""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Window:
    """One run of tokens for the encoder, special tokens included."""

    token_ids: list[int]
    token_sentence: list[int]
    """Sentence index inside the story, -1 for special tokens."""


@dataclass(frozen=True, slots=True)
class EncodedStory:
    """A story as windows; every token but the specials knows its sentence and its characters."""

    windows: list[Window]
    sentences: int
    token_starts: list[int]
    """Start character of every non-special token, in reading order over all windows."""
    token_ends: list[int]

    @property
    def longest(self) -> int:
        """Tokens of the longest window, special ones included."""
        return max(len(window.token_ids) for window in self.windows)

    def token_places(self) -> Tensor:
        """Return (N, 2) int64: window and column of every non-special token, in reading order."""
        return torch.tensor(
            [
                (number, column)
                for number, window in enumerate(self.windows)
                for column, sentence in enumerate(window.token_sentence)
                if sentence >= 0
            ],
            dtype=torch.long,
        ).reshape(-1, 2)
