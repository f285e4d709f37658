"""Batches by token budget, sorted by length, so that little of a batch is padding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.encoded_story import EncodedStory

GROUP_BATCHES = 8
"""Batches' worth of shuffled items that are sorted by length together (length grouping)."""


@dataclass(frozen=True, slots=True)
class StoryBatch:
    """Tensors of some stories. Letters: B stories, W windows, T tokens, S sentences."""

    token_ids: Tensor
    """(W, T) int64"""
    mask: Tensor
    """(W, T) bool, True on real tokens, specials included"""
    token_sentence: Tensor
    """(W, T) int64, index of the sentence in the batch; S on specials and padding"""
    sentence_story: Tensor
    """(S,) int64, index of the story in the batch"""
    stories: int


def collate(stories: Sequence[EncodedStory], pad_id: int) -> StoryBatch:
    """Stack stories; windows of one story stay in order."""
    windows = [window for story in stories for window in story.windows]
    longest = max(len(window.token_ids) for window in windows)
    sentences = sum(story.sentences for story in stories)
    token_ids = torch.full((len(windows), longest), pad_id)  # (W, T)
    token_sentence = torch.full((len(windows), longest), sentences)  # (W, T)
    mask = torch.zeros((len(windows), longest), dtype=torch.bool)  # (W, T)
    sentence_story: list[int] = []
    row = 0
    for number, story in enumerate(stories):
        first = len(sentence_story)
        for window in story.windows:
            length = len(window.token_ids)
            token_ids[row, :length] = torch.tensor(window.token_ids)
            local = torch.tensor(window.token_sentence)
            token_sentence[row, :length] = torch.where(local >= 0, local + first, sentences)
            mask[row, :length] = True
            row += 1
        sentence_story.extend([number] * story.sentences)
    return StoryBatch(token_ids, mask, token_sentence, torch.tensor(sentence_story), len(stories))


def token_budget_batches(stories: Sequence[EncodedStory], max_tokens: int) -> Iterator[list[int]]:
    """Yield index lists, short stories first, each of at most `max_tokens` padded tokens.

    A story that alone is larger than the budget is a batch of its own.
    """
    order = sorted(range(len(stories)), key=lambda index: (stories[index].longest, index))
    batch: list[int] = []
    rows = 0
    for index in order:
        needed = len(stories[index].windows)
        # Sorted by length: the newest story is the longest, and sets the width of the batch.
        if batch and (rows + needed) * stories[index].longest > max_tokens:
            yield batch
            batch, rows = [], 0
        batch.append(index)
        rows += needed
    if batch:
        yield batch


def length_grouped(
    lengths: Sequence[int], batch_items: int, shuffle: np.random.Generator
) -> Iterator[list[int]]:
    """Yield every index once, in random batches of items of like length."""
    order = shuffle.permutation(len(lengths))
    group = batch_items * GROUP_BATCHES
    batches: list[list[int]] = []
    for start in range(0, len(order), group):
        near = sorted(order[start : start + group], key=lambda index: lengths[index])
        batches += [
            [int(i) for i in near[at : at + batch_items]] for at in range(0, len(near), batch_items)
        ]
    for at in shuffle.permutation(len(batches)):
        yield batches[at]
