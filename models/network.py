"""The tagger network: one encoder pass, all facets, per-label attention over sentences."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from models.batching import StoryBatch

if TYPE_CHECKING:
    from transformers import PreTrainedModel


@dataclass(frozen=True, slots=True)
class TaggerLogits:
    """What the network says. Letters as in `TaggerNetwork`."""

    labels: Tensor
    """(B, L) logit of every label, facets side by side in the taxonomy's order"""
    attention: Tensor
    """(S, L) share of a story's attention that a sentence gets for a label; sums to 1 per story"""
    evidence: Tensor
    """(W, T, L) logit that a token is evidence for a label"""


class TaggerNetwork(nn.Module):
    """Tags stories.

    Shapes: B stories, W windows, T tokens, S sentences, H hidden units, L labels of all facets.

    A label's logit has two parts: what the sentences that it attends to say, and what the story as
    a whole says. The first makes the evidence, the second sees the tone.
    """

    def __init__(
        self, encoder: "PreTrainedModel", *, hidden: int, labels: int, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder: PreTrainedModel = encoder
        self.sentence = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.LayerNorm(hidden))
        self.attend = nn.Linear(hidden, labels)
        self.part = nn.Linear(hidden, labels)
        self.whole = nn.Linear(hidden, labels)
        self.evidence = nn.Linear(hidden, labels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch: StoryBatch) -> TaggerLogits:
        states = self.encoder(
            input_ids=batch.token_ids, attention_mask=batch.mask
        ).last_hidden_state  # (W, T, H)
        states = self.dropout(states.to(self.attend.weight.dtype))
        raw = _sentence_means(states, batch)  # (S, H)
        vectors = self.dropout(raw + self.sentence(raw))  # (S, H)
        attention = segment_softmax(
            self.attend(vectors).float(), batch.sentence_story, batch.stories
        )  # (S, L)
        parts = attention * self.part(vectors).float()  # (S, L)
        attended = parts.new_zeros(batch.stories, parts.shape[1])
        attended = attended.index_add(0, batch.sentence_story, parts)  # (B, L)
        whole = _story_means(vectors, batch)  # (B, H)
        return TaggerLogits(
            labels=attended + self.whole(whole).float(),  # (B, L)
            attention=attention,
            evidence=self.evidence(states),  # (W, T, L)
        )


def segment_softmax(scores: Tensor, segment: Tensor, segments: int) -> Tensor:
    """Softmax over the rows of each segment. scores (S, L), segment (S,) -> (S, L)."""
    index = segment[:, None].expand_as(scores)
    top = torch.full((segments, scores.shape[1]), -torch.inf, dtype=scores.dtype)
    top = top.scatter_reduce(0, index, scores, "amax")  # (segments, L)
    raised = (scores - top.detach()[segment]).exp()
    total = torch.zeros_like(top).index_add(0, segment, raised)  # (segments, L)
    return raised / total[segment]


def _sentence_means(states: Tensor, batch: StoryBatch) -> Tensor:
    """Mean token state of each sentence. states (W, T, H) -> (S, H)."""
    sentences = batch.sentence_story.shape[0]
    flat = states.flatten(0, 1)  # (W*T, H)
    index = batch.token_sentence.flatten()  # (W*T,)
    total = flat.new_zeros(sentences + 1, flat.shape[1]).index_add(0, index, flat)
    count = flat.new_zeros(sentences + 1, dtype=torch.float32).index_add(
        0, index, torch.ones(index.shape, dtype=torch.float32)
    )
    return total[:-1] / count[:-1].clamp(min=1).to(flat.dtype)[:, None]  # (S, H)


def _story_means(vectors: Tensor, batch: StoryBatch) -> Tensor:
    """Mean sentence vector of each story. vectors (S, H) -> (B, H)."""
    total = vectors.new_zeros(batch.stories, vectors.shape[1])
    total = total.index_add(0, batch.sentence_story, vectors)
    count = torch.bincount(batch.sentence_story, minlength=batch.stories).clamp(min=1)
    return total / count.to(vectors.dtype)[:, None]
