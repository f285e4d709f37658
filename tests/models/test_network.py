"""The network: attention over sentences, and padding that changes nothing."""

from typing import cast

import pytest
import torch

from models.batching import collate
from models.inference import Tagger
from models.network import TaggerLogits, segment_softmax
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW

SHORT = "Nobody called me back."
LONG = " ".join([*CUSTOMER_FAILED, *CUSTOMER_WOW])


def _say(tagger: Tagger, texts: list[str]) -> TaggerLogits:
    stories = tagger.encoder.encode(texts)
    with torch.inference_mode():
        return cast(TaggerLogits, tagger.network(collate(stories, tagger.encoder.pad_id)))


def test_segment_softmax_is_the_softmax_of_each_segment_alone() -> None:
    scores = torch.randn(7, 3, generator=torch.Generator().manual_seed(1)) * 5
    segment = torch.tensor([0, 0, 0, 1, 2, 2, 2])

    found = segment_softmax(scores, segment, 3)

    for number in range(3):
        alone = torch.softmax(scores[segment == number], dim=0)
        torch.testing.assert_close(found[segment == number], alone)


def test_segment_softmax_has_the_gradient_of_softmax() -> None:
    scores = torch.tensor([[0.3], [-1.2], [2.0]], requires_grad=True)
    reference = scores.detach().clone().requires_grad_()

    segment_softmax(scores, torch.tensor([0, 0, 0]), 1)[1].sum().backward()  # type: ignore[no-untyped-call]  # torch's own
    torch.softmax(reference, dim=0)[1].sum().backward()  # type: ignore[no-untyped-call]

    torch.testing.assert_close(scores.grad, reference.grad)


def test_segment_softmax_bears_scores_that_overflow_an_exponential() -> None:
    found = segment_softmax(torch.tensor([[900.0], [-900.0]]), torch.tensor([0, 0]), 1)

    assert found.flatten().tolist() == [1.0, 0.0]


def test_padding_and_company_never_change_what_is_said_of_a_story(untrained: Tagger) -> None:
    alone, together = _say(untrained, [SHORT]), _say(untrained, [LONG, SHORT, CUSTOMER_WOW[0]])
    tokens = alone.evidence.shape[1]

    torch.testing.assert_close(together.labels[1], alone.labels[0], atol=1e-5, rtol=0)
    torch.testing.assert_close(together.evidence[1, :tokens], alone.evidence[0], atol=1e-5, rtol=0)


def test_attention_sums_to_one_in_every_story(untrained: Tagger) -> None:
    texts = [LONG, SHORT, ""]
    stories = untrained.encoder.encode(texts)

    attention = _say(untrained, texts).attention

    start = 0
    for story in stories:
        sums = attention[start : start + story.sentences].sum(0)
        torch.testing.assert_close(sums, torch.ones_like(sums))
        start += story.sentences
    assert start == len(attention)


@pytest.mark.parametrize("factor", [1, 3])
def test_the_mean_of_equal_sentences_is_the_sentence(untrained: Tagger, factor: int) -> None:
    # Stories are told apart by attention and means over sentences, so an encoder that ignores
    # context would say the same of a sentence told once or three times. Zeroed layers do that.
    with torch.no_grad():
        for name, weight in untrained.network.encoder.named_parameters():
            if "position_embeddings" in name or ".output.dense" in name:
                weight.zero_()

    once, more = _say(untrained, [SHORT]), _say(untrained, [" ".join([SHORT] * factor)])

    torch.testing.assert_close(more.labels, once.labels, atol=1e-5, rtol=0)
    torch.testing.assert_close(more.attention, torch.full_like(more.attention, 1 / factor))
