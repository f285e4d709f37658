"""The training loss: every facet that was annotated, and the annotated evidence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as functional
from torch import Tensor

from corpora.story import Tags
from models.batching import StoryBatch
from models.encoded_story import EncodedStory
from models.labels import LabelLayout
from models.network import TaggerLogits

_EVIDENCE_TOKEN_WEIGHT = 4.0
"""A token of evidence counts this much: about one token in ten of a passage is evidence."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the network should say. Letters as in `TaggerNetwork`."""

    labels: Tensor
    """(B, L) 0/1"""
    known: Tensor
    """(B, L) bool, False where the facet was not annotated, or the label is not known"""
    evidence: Tensor
    """(W, T, L) bool, True on tokens inside annotated evidence"""
    shown: Tensor
    """(B, L) bool, True where a label that holds has annotated evidence"""


def make_targets(
    stories: Sequence[EncodedStory],
    tags: Sequence[Tags],
    batch: StoryBatch,
    layout: LabelLayout,
    unknown: Sequence[Collection[tuple[str, str]]] = (),
) -> Targets:
    """Lay out the tags of a batch, in the order of its stories.

    `unknown`, one per story or empty, names (facet, label) that count as not annotated.
    """
    labels, known = layout.targets(tags)
    places = {name: at for at, name in enumerate(layout.names())}
    for row, names in enumerate(unknown):
        known[row, [places[name] for name in names]] = False
    evidence = torch.zeros(*batch.token_ids.shape, layout.size, dtype=torch.bool)
    shown = torch.zeros(len(tags), layout.size, dtype=torch.bool)
    positions = layout.evidence_tags()
    window = 0
    for row, (story, tag) in enumerate(zip(stories, tags, strict=True)):
        place = story.token_places()  # (N, 2) window and column of every token
        starts, ends = torch.tensor(story.token_starts), torch.tensor(story.token_ends)
        for at, name in enumerate(positions):
            if name is None or not labels[row, at]:
                continue
            for span in (e for e in tag.evidence if e.tag == name):
                inside = place[(starts < span.end) & (ends > span.start)]
                evidence[window + inside[:, 0], inside[:, 1], at] = True
                shown[row, at] |= len(inside) > 0
        window += len(story.windows)
    return Targets(labels, known, evidence, shown)


def facet_losses(said: TaggerLogits, targets: Targets, layout: LabelLayout) -> dict[str, Tensor]:
    """Return the mean loss of each facet over the stories where it was annotated.

    Softmax cross-entropy for single-label facets; for multi-label ones binary cross-entropy summed
    over the known labels. A facet that nobody annotated in the batch has loss 0.
    """
    losses: dict[str, Tensor] = {}
    for facet, part in layout.slices():
        known = targets.known[:, part]
        rows = known.all(1) if facet.kind == "single" else known.any(1)
        if not rows.any():
            losses[facet.name] = said.labels.sum() * 0
            continue
        logits, wanted = said.labels[rows, part], targets.labels[rows, part]
        if facet.kind == "single":
            losses[facet.name] = functional.cross_entropy(logits, wanted)
        else:
            each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
            losses[facet.name] = (each * known[rows]).sum(1).mean()
    return losses


def attention_loss(said: TaggerLogits, targets: Targets, batch: StoryBatch) -> Tensor:
    """Mean of -log of the attention that falls on sentences with annotated evidence."""
    sentences = batch.sentence_story.shape[0]
    flat = targets.evidence.flatten(0, 1).float()  # (W*T, L)
    holds = torch.zeros(sentences + 1, flat.shape[1])
    holds = holds.index_add(0, batch.token_sentence.flatten(), flat)[:-1] > 0  # (S, L)
    mass = torch.zeros(batch.stories, flat.shape[1])
    mass = mass.index_add(0, batch.sentence_story, said.attention * holds)  # (B, L)
    if not targets.shown.any():
        return said.attention.sum() * 0
    return -(mass[targets.shown] + 1e-6).log().mean()


def token_loss(said: TaggerLogits, targets: Targets, batch: StoryBatch) -> Tensor:
    """Mean binary cross-entropy of evidence tokens, over labels that hold and have evidence."""
    if not targets.shown.any():
        return said.evidence.sum() * 0
    real = batch.token_sentence < batch.sentence_story.shape[0]  # (W, T)
    padded = torch.cat([batch.sentence_story, torch.zeros(1, dtype=torch.long)])
    story_of = padded[batch.token_sentence]  # (W, T)
    counted = targets.shown[story_of] & real[..., None]  # (W, T, L)
    return functional.binary_cross_entropy_with_logits(
        said.evidence.float()[counted],
        targets.evidence[counted].float(),
        pos_weight=torch.tensor(_EVIDENCE_TOKEN_WEIGHT),
    )
