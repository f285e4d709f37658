"""Batches by token budget: every story once, none too large."""

import numpy as np
import torch

from models.batching import collate, length_grouped, token_budget_batches
from models.encoded_story import EncodedStory, Window


def _story(*lengths: int) -> EncodedStory:
    windows = [Window([7] * length, [-1, *[0] * (length - 2), -1]) for length in lengths]
    return EncodedStory(windows, sentences=1, token_starts=[], token_ends=[])


def test_every_story_is_in_one_batch_and_no_batch_is_over_the_budget() -> None:
    stories = [_story(*([3 + 5 * n % 17] * (1 + n % 3))) for n in range(40)]

    batches = list(token_budget_batches(stories, max_tokens=64))

    assert sorted(index for batch in batches for index in batch) == list(range(40))
    for batch in batches:
        rows = sum(len(stories[index].windows) for index in batch)
        assert rows * max(stories[index].longest for index in batch) <= 64


def test_a_story_larger_than_the_budget_is_alone_in_its_batch() -> None:
    stories = [_story(4), _story(50, 50), _story(4)]

    assert list(token_budget_batches(stories, max_tokens=64)) == [[0, 2], [1]]


def test_no_stories_make_no_batch() -> None:
    assert list(token_budget_batches([], max_tokens=64)) == []


def test_collate_numbers_sentences_over_the_whole_batch() -> None:
    first = EncodedStory([Window([2, 8, 9, 3], [-1, 0, 1, -1])], 2, [0, 2], [1, 3])
    second = EncodedStory([Window([2, 8, 3], [-1, 0, -1])], 1, [0], [1])

    batch = collate([first, second], pad_id=0)

    assert batch.token_ids.tolist() == [[2, 8, 9, 3], [2, 8, 3, 0]]
    assert batch.token_sentence.tolist() == [[3, 0, 1, 3], [3, 2, 3, 3]]
    assert batch.mask.tolist() == [[True] * 4, [True] * 3 + [False]]
    assert torch.equal(batch.sentence_story, torch.tensor([0, 0, 1]))


def test_every_item_is_in_one_batch_of_an_epoch() -> None:
    lengths = [2 + n * 7 % 31 for n in range(101)]

    batches = list(length_grouped(lengths, 4, np.random.default_rng(1)))

    assert sorted(index for batch in batches for index in batch) == list(range(101))
    assert max(map(len, batches)) == 4
    assert len(batches) == 26  # the steps that the schedule counts on


def test_items_of_a_batch_are_of_like_length() -> None:
    lengths = list(range(2, 66))

    batches = list(length_grouped(lengths, 8, np.random.default_rng(1)))

    # All 64 are one group: sorted and cut into runs of 8.
    assert all(max(batch) - min(batch) == 7 for batch in batches)


def test_epochs_are_shuffled_anew() -> None:
    lengths = list(range(2, 66))
    shuffle = np.random.default_rng(1)

    assert list(length_grouped(lengths, 8, shuffle)) != list(length_grouped(lengths, 8, shuffle))
