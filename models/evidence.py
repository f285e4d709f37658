"""Evidence: the run of words that the network says shows a tag."""

import numpy as np
from numpy.typing import NDArray

from models.tokens import EncodedStory

MAX_EVIDENCE_WORDS = 30
"""The annotation guide's limit for one quote."""


def best_span(
    text: str,
    story: EncodedStory,
    token_logits: NDArray[np.float32],
    sentence_attention: NDArray[np.float32],
    token_sentence: NDArray[np.int64],
) -> tuple[int, int]:
    """Return the half-open character span that shows a tag best: whole words of one sentence.

    token_logits (N,) and token_sentence (N,) of the story's N tokens, sentence_attention (S,).
    Each token is scored by its own evidence logit plus the log of its sentence's attention, so that
    a sentence that the tag does not rest on needs very telling words. The span is the run with the
    greatest sum of scores above the sentence's mean (Kadane's maximum subarray), grown to words.
    """
    if len(token_logits) == 0:
        return (0, 0)
    shares = np.log(np.maximum(sentence_attention, 1e-6))
    peaks = np.full(len(sentence_attention), -np.inf)
    np.maximum.at(peaks, token_sentence, token_logits)
    sentence = int(np.argmax(peaks + shares))
    inside = np.flatnonzero(token_sentence == sentence)
    scores = token_logits[inside] - _cut(token_logits[inside])
    first, last = _greatest_run(scores)
    begin, end = inside[first], inside[last]
    return _whole_words(text, story.token_starts[begin], story.token_ends[end])


def _cut(logits: NDArray[np.float32]) -> float:
    """Half way between the best and the mean token: below it, a token costs."""
    return float((logits.max() + logits.mean()) / 2)


def _greatest_run(scores: NDArray[np.float32]) -> tuple[int, int]:
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
