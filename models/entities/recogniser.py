"""The token head in service: texts in, entities out, in bounded memory."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from corpora.redaction.recogniser import Entity
from models.encoded_story import EncodedStory
from models.entities.decoding import Floats, Least, entities
from models.entities.encoding import piece_batches, pieces, stack
from models.entities.labels import SIZE
from models.entities.network import EntityNetwork
from models.tokens import StoryEncoder

MAX_WINDOW_TOKENS = 256
_MAX_BATCH_TOKENS = 4096


@dataclass(frozen=True)
class EntityRecogniser:
    """A token head with what it needs to read text; a `corpora.redaction.Recogniser`."""

    network: EntityNetwork
    encoder: StoryEncoder
    least: Least
    version: str
    """Name and digest of the weights."""

    def entities(self, text: str) -> list[Entity]:
        """Return the entities of one text."""
        return self.entities_of([text])[0]

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        """Return the entities of each text; many at once are faster."""
        stories = self.encoder.encode(texts)
        return [
            entities(text, story, chances, self.least)
            for text, story, chances in zip(
                texts, stories, self.chances(texts, stories), strict=True
            )
        ]

    def chances(self, texts: Sequence[str], stories: Sequence[EncodedStory]) -> list[Floats]:
        """Return (N, C) for each text: the chance of every class for each of its N tokens.

        `stories` are the texts as the encoder reads them.
        """
        found = [np.zeros((len(story.token_starts), SIZE), np.float32) for story in stories]
        self.network.eval()
        with torch.inference_mode():
            for batch in piece_batches(list(pieces(texts, stories)), _MAX_BATCH_TOKENS):
                one = stack(batch, self.encoder.pad_id)
                said = torch.softmax(self.network(one.token_ids, one.mask, one.shapes), dim=-1)
                for row, piece in enumerate(batch):
                    stop = piece.first + piece.tokens
                    found[piece.text][piece.first : stop] = said[row, 1 : 1 + piece.tokens].numpy()
        return found
