"""Evidence: the run of words that the network says shows a tag."""

import numpy as np
from numpy.typing import NDArray

from models.encoded_story import EncodedStory

MAX_EVIDENCE_WORDS = 30
"""The annotation guide's limit for one quote."""
# Both chosen by token F1 on the development passages: 0.47, against 0.43 for the run of tokens with
# the greatest sum over a cut below the mean.
ATTENTION_SHARE = 0.7
"""Weight of the log of a sentence's attention beside the logits of its tokens."""
DOUBT = 0.5
"""Taken from every logit: annotators quote less than what bears a trace of the tag."""
_MOST_TOKENS = 45
"""Of a span: about as many as `MAX_EVIDENCE_WORDS` words are."""


def best_span(
    text: str,
    story: EncodedStory,
    token_logits: NDArray[np.float32],
    sentence_attention: NDArray[np.float32],
    token_sentence: NDArray[np.int64],
) -> tuple[int, int]:
    """Return the half-open character span that shows a tag best: whole words of one sentence.

    token_logits (N,) and token_sentence (N,) of the story's N tokens, sentence_attention (S,).
    Every token has a chance of being evidence: the sigmoid of its logit, lowered where the tag
    rests on other sentences. The span is the one whose expected token F1 is greatest, grown to
    words.
    """
    if len(token_logits) == 0:
        return (0, 0)
    attention = np.maximum(sentence_attention / sentence_attention.max(), 1e-6)
    logits = token_logits - DOUBT + ATTENTION_SHARE * np.log(attention)[token_sentence]
    first, last = best_expected_run(1 / (1 + np.exp(-logits)), token_sentence)
    return _whole_words(text, story.token_starts[first], story.token_ends[last])


def best_expected_run(
    chances: NDArray[np.floating], token_sentence: NDArray[np.int64]
) -> tuple[int, int]:
    """Return first and last token of the run in one sentence with the greatest expected F1.

    Of a run of n tokens that is 2 * (sum of its chances) / (n + sum of all chances): expectations
    put in the place of counts, as Ye et al. 2012, https://arxiv.org/abs/1206.4625, justify.
    """
    tokens = len(chances)
    lengths = np.arange(1, min(tokens, _MOST_TOKENS) + 1)  # (M,)
    stops = np.arange(tokens)[:, None] + lengths  # (N, M)
    is_inside = stops <= tokens
    stops = np.minimum(stops, tokens)
    sums = np.concatenate([[0.0], np.cumsum(chances)])
    expected = 2 * (sums[stops] - sums[:tokens, None]) / (lengths + sums[-1])
    is_inside &= token_sentence[stops - 1] == token_sentence[:, None]
    expected[~is_inside] = -1
    first, length = np.unravel_index(int(expected.argmax()), expected.shape)
    return int(first), int(first + length)


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
