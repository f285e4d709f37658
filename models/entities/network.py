"""The token head: an encoder that is told the shapes of its tokens, and a classifier of tokens."""

from typing import TYPE_CHECKING

from torch import Tensor, nn

from models.entities.labels import SIZE
from models.entities.shapes import SHAPES

if TYPE_CHECKING:
    from transformers import PreTrainedModel


class EntityNetwork(nn.Module):
    """Labels tokens. Shapes: W windows, T tokens, H hidden units, C = `labels.SIZE` classes."""

    def __init__(self, encoder: "PreTrainedModel", *, hidden: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder: PreTrainedModel = encoder
        self.shape = nn.Embedding(SHAPES, hidden)
        nn.init.normal_(self.shape.weight, std=0.02)  # as the encoder's own embeddings began
        self.dropout = nn.Dropout(dropout)
        self.classify = nn.Linear(hidden, SIZE)

    def forward(self, token_ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        """Return logits. token_ids, mask, shapes (W, T) -> (W, T, C)."""
        words: Tensor = self.encoder.get_input_embeddings()(token_ids)  # (W, T, H)
        states = self.encoder(
            inputs_embeds=words + self.shape(shapes), attention_mask=mask
        ).last_hidden_state  # (W, T, H)
        said: Tensor = self.classify(self.dropout(states.to(self.classify.weight.dtype)))
        return said.float()
