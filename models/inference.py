"""The tagger in service: texts in, predictions out, in order and in bounded memory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray

from corpora.story import Evidence, Prediction, Tags
from models.batching import collate, token_budget_batches
from models.calibration import Calibration, Floats
from models.encoded_story import EncodedStory
from models.evidence import best_span
from models.labels import LabelLayout
from models.network import TaggerLogits, TaggerNetwork
from models.tokens import StoryEncoder
from models.weights import computes_in_bf16

Mask = NDArray[np.bool_]
MAX_BATCH_TOKENS = 4096
"""Padded tokens of one batch; 1,000 to 4,000 do equally well on two cores."""
CHUNK = 512
"""Stories read ahead and sorted by length together."""


@dataclass(frozen=True)
class Tagger:
    """A network with all that is needed to tag text."""

    network: TaggerNetwork
    encoder: StoryEncoder
    layout: LabelLayout
    calibration: Calibration
    version: str
    """Name and digest of the checkpoint, written on every row."""

    def tag(self, texts: Iterable[str]) -> Iterator[Prediction]:
        """Yield one prediction per text, in order."""
        rest = iter(texts)
        while chunk := list(islice(rest, CHUNK)):
            yield from self._tag_chunk(chunk)

    def logits(self, texts: Sequence[str]) -> Floats:
        """Return (B, L) raw logits, for calibration and evaluation."""
        stories = self.encoder.encode(texts)
        out = np.zeros((len(texts), self.layout.size))
        for indices, said in self._batches(stories):
            out[indices] = said.labels.double().numpy()
        return out

    def _batches(self, stories: list[EncodedStory]) -> Iterator[tuple[list[int], TaggerLogits]]:
        self.network.eval()
        # While it is trained a network is in fp32; it will serve in bf16, in a third of the time.
        is_fp32 = self.network.attend.weight.dtype == torch.float32
        is_cast = is_fp32 and computes_in_bf16()
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, is_cast):
            for indices in token_budget_batches(stories, MAX_BATCH_TOKENS):
                batch = collate([stories[i] for i in indices], self.encoder.pad_id)
                yield indices, self.network(batch)

    def _tag_chunk(self, texts: list[str]) -> list[Prediction]:
        stories = self.encoder.encode(texts)
        found: dict[int, Prediction] = {}
        for indices, said in self._batches(stories):
            logits = said.labels.double().numpy()  # (B, L)
            chances = self.calibration.probabilities(logits, self.layout)
            given = self.calibration.chosen(chances, self.layout)
            sure = self.calibration.confidence(chances, self.layout)
            given = self._consistent(given)
            attention = said.attention.float().numpy()  # (S, L)
            token_logits = said.evidence.float().numpy()  # (W, T, L)
            sentence, window = 0, 0
            for row, index in enumerate(indices):
                story = stories[index]
                windows = slice(window, window + len(story.windows))
                evidence = self._evidence(
                    texts[index],
                    story,
                    given[row],
                    attention[sentence : sentence + story.sentences],
                    token_logits[windows],
                )
                found[index] = Prediction(
                    Tags(self._labels(given[row]), evidence),
                    self._scores(chances[row]),
                    needs_review=bool(sure[row] < self.calibration.review_below),
                )
                sentence += story.sentences
                window += len(story.windows)
        return [found[index] for index in range(len(texts))]

    def _consistent(self, given: Mask) -> Mask:
        """Drop drivers where there is no moment: the annotation guide allows none there."""
        parts = {facet.name: (facet, part) for facet, part in self.layout.slices()}
        if "moment" in parts and "drivers" in parts:
            facet, part = parts["moment"]
            none = given[:, part.start + facet.label_names.index("none")]
            given[:, parts["drivers"][1]] &= ~none[:, None]
        return given

    def _labels(self, given: Mask) -> dict[str, tuple[str, ...]]:
        return {
            facet.name: tuple(
                name for name, yes in zip(facet.label_names, given[part], strict=True) if yes
            )
            for facet, part in self.layout.slices()
        }

    def _scores(self, chances: Floats) -> dict[str, dict[str, float]]:
        return {
            facet.name: {
                name: round(float(chance), 4)
                for name, chance in zip(facet.label_names, chances[part], strict=True)
            }
            for facet, part in self.layout.slices()
        }

    def _evidence(
        self,
        text: str,
        story: EncodedStory,
        given: Mask,
        attention: NDArray[np.float32],
        token_logits: NDArray[np.float32],
    ) -> tuple[Evidence, ...]:
        tags = self.layout.evidence_tags()
        wanted = [(at, tag) for at, tag in enumerate(tags) if tag is not None and given[at]]
        if not wanted or not story.token_starts:
            return ()
        sentence_of = np.concatenate([np.array(w.token_sentence) for w in story.windows])
        flat = np.concatenate(
            [token_logits[n, : len(w.token_ids)] for n, w in enumerate(story.windows)]
        )  # (all tokens of the story, L)
        words = sentence_of >= 0
        found = [
            Evidence(
                tag, *best_span(text, story, flat[words, at], attention[:, at], sentence_of[words])
            )
            for at, tag in wanted
        ]
        return tuple(sorted(found))
