"""Evidence: the run of words that the network says shows a tag."""

import numpy as np
from numpy.typing import NDArray

from models.tokens import EncodedStory

MAX_EVIDENCE_WORDS = 30
"""The annotation guide's limit for one quote."""
# Chosen by token F1 on the development passages: 0.36, against 0.10 without smoothing and with a
# cut half way between mean and maximum, and 0.35 for the whole sentence with the most attention.
NEIGHBOURS = 2
"""Tokens on each side that a token's logit is averaged with."""
ATTENTION_SHARE = 0.5
"""Weight of the log of a sentence's attention beside the logit of its most telling token."""
CUT_BELOW_MEAN = 0.4
"""How far under the mean the cut is, as a share of how far the best token is above the mean."""


def best_span(
    text: str,
    story: EncodedStory,
    token_logits: NDArray[np.float32],
    sentence_attention: NDArray[np.float32],
    token_sentence: NDArray[np.int64],
) -> tuple[int, int]:
    """Return the half-open character span that shows a tag best: whole words of one sentence.

    token_logits (N,) and token_sentence (N,) of the story's N tokens, sentence_attention (S,).
    Evidence logits are averaged over neighbouring tokens, as it comes in runs. The sentence is
    the one with the most telling token, with the log of its attention added, so that a sentence
    that the tag does not rest on needs very telling words. The span is the run of that sentence
    with the greatest sum of scores above the cut (Kadane's maximum subarray), grown to words.
    """
    if len(token_logits) == 0:
        return (0, 0)
    token_logits = smoothed(token_logits)
    shares = ATTENTION_SHARE * np.log(np.maximum(sentence_attention, 1e-6))
    peaks = np.full(len(sentence_attention), -np.inf)
    np.maximum.at(peaks, token_sentence, token_logits)
    sentence = int(np.argmax(peaks + shares))
    inside = np.flatnonzero(token_sentence == sentence)
    scores = token_logits[inside] - cut(token_logits[inside])
    first, last = greatest_run(scores)
    begin, end = inside[first], inside[last]
    return _whole_words(text, story.token_starts[begin], story.token_ends[end])


def cut(logits: NDArray[np.floating]) -> float:
    """Return the logit below which a token costs: under the mean, by a share of the best's lead."""
    mean = logits.mean()
    return float(mean - CUT_BELOW_MEAN * (logits.max() - mean))


def smoothed(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Average every token with its neighbours on both sides, fewer at the ends."""
    width = 2 * NEIGHBOURS + 1
    if len(logits) < width:
        return logits
    window = np.ones(width, dtype=np.float32)
    counted = np.convolve(np.ones_like(logits), window, "same")
    return np.asarray(np.convolve(logits, window, "same") / counted, dtype=np.float32)


def greatest_run(scores: NDArray[np.floating]) -> tuple[int, int]:
    """Return first and last index of the run with the greatest sum (Kadane)."""
    best, best_run = -np.inf, (0, 0)
    total, begin = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, index
        total += float(score)
        if total > best:
            best, best_run = total, (begin, index)
    return best_run


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a span to whitespace on both sides, keep at most 30 words, drop edge punctuation."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    words = text[start:end].split()
    if len(words) > MAX_EVIDENCE_WORDS:
        at = start
        for word in words[:MAX_EVIDENCE_WORDS]:
            at = text.index(word, at) + len(word)
        end = at
    while end - start > 1 and text[end - 1] in ".,;:!?\"')":
        end -= 1
    while end - start > 1 and text[start] in "\"'(":
        start += 1
    return start, end
