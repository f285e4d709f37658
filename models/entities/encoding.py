"""From texts to tensors of tokens and shapes, and from marked mentions to a class per token."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from models.encoded_story import EncodedStory
from models.entities.labels import OUTSIDE, beginning, inside
from models.entities.marked import Mention
from models.entities.shapes import shape_codes


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of a text: what the encoder sees at once."""

    text: int
    """Index of the text."""
    first: int
    """Index of the window's first token among the text's tokens."""
    token_ids: list[int]
    """With the special tokens at both ends."""
    shapes: list[int]
    """0 for the special tokens."""

    @property
    def tokens(self) -> int:
        """How many tokens of the text are in it."""
        return len(self.token_ids) - 2


@dataclass(frozen=True, slots=True)
class TokenBatch:
    """Tensors of some pieces. Letters: W pieces, T tokens."""

    token_ids: Tensor
    """(W, T) int64"""
    mask: Tensor
    """(W, T) bool, True on real tokens, specials included"""
    shapes: Tensor
    """(W, T) int64"""


def pieces(texts: Sequence[str], stories: Sequence[EncodedStory]) -> Iterator[Piece]:
    """Yield the windows of encoded texts, in order."""
    for number, (text, story) in enumerate(zip(texts, stories, strict=True)):
        codes = shape_codes(text, story.token_starts, story.token_ends)
        first = 0
        for window in story.windows:
            stop = first + len(window.token_ids) - 2
            yield Piece(number, first, window.token_ids, [0, *codes[first:stop], 0])
            first = stop


def piece_batches(all_pieces: Sequence[Piece], max_tokens: int) -> Iterator[list[Piece]]:
    """Yield batches of at most `max_tokens` padded tokens, short pieces first."""
    batch: list[Piece] = []
    for piece in sorted(all_pieces, key=lambda one: (len(one.token_ids), one.text, one.first)):
        if batch and (len(batch) + 1) * len(piece.token_ids) > max_tokens:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def stack(batch: Sequence[Piece], pad_id: int) -> TokenBatch:
    """Pad pieces to the longest."""
    shape = (len(batch), max(len(piece.token_ids) for piece in batch))
    token_ids, shapes = torch.full(shape, pad_id), torch.zeros(shape, dtype=torch.long)
    mask = torch.zeros(shape, dtype=torch.bool)
    for row, piece in enumerate(batch):
        length = len(piece.token_ids)
        token_ids[row, :length] = torch.tensor(piece.token_ids)
        shapes[row, :length] = torch.tensor(piece.shapes)
        mask[row, :length] = True
    return TokenBatch(token_ids, mask, shapes)


def token_classes(story: EncodedStory, mentions: Sequence[Mention]) -> list[int]:
    """Return the class of every token of a text; a token that touches a mention belongs to it."""
    classes = [OUTSIDE] * len(story.token_starts)
    at = 0
    for mention in mentions:
        while at < len(classes) and story.token_ends[at] <= mention.start:
            at += 1
        label = beginning(mention.kind)
        while at < len(classes) and story.token_starts[at] < mention.end:
            classes[at] = label
            label = inside(mention.kind)
            at += 1
    return classes
