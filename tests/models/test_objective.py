"""The losses: masked where nobody annotated, and right on numbers worked by hand."""

from dataclasses import replace
from math import log

import pytest
import torch

from corpora.story import Evidence, Tags
from models.batching import StoryBatch, collate
from models.encoded_story import EncodedStory, Window
from models.labels import LabelLayout
from models.network import TaggerLogits
from models.objective import Targets, attention_loss, facet_losses, make_targets, token_loss

TEXT = "He sighed. Not my job."
STORY = EncodedStory(
    windows=[Window([2, 11, 12, 13, 14, 15, 3], [-1, 0, 0, 1, 1, 1, -1])],
    sentences=2,
    token_starts=[0, 3, 11, 15, 18],
    token_ends=[2, 9, 14, 17, 21],
)
EXCUSE = Tags({"excuses": ("not_my_job",)}, (Evidence("excuses.not_my_job", 11, 21),))


def _at(layout: LabelLayout, facet: str, label: str) -> int:
    return layout.names().index((facet, label))


def _laid_out(layout: LabelLayout, tags: list[Tags]) -> tuple[TaggerLogits, Targets, StoryBatch]:
    """Return logits of zero, even attention, and the targets of stories that are all `STORY`."""
    stories = [STORY] * len(tags)
    batch = collate(stories, pad_id=0)
    said = TaggerLogits(
        labels=torch.zeros(len(tags), layout.size, requires_grad=True),
        attention=torch.full((2 * len(tags), layout.size), 0.5),
        evidence=torch.zeros(*batch.token_ids.shape, layout.size),
    )
    return said, make_targets(stories, tags, batch, layout), batch


def test_a_facet_that_was_not_annotated_gives_its_labels_no_gradient(layout: LabelLayout) -> None:
    said, targets, _ = _laid_out(layout, [Tags({"moment": ("wow",)}), Tags({"excuses": ()})])

    sum(facet_losses(said, targets, layout).values(), torch.zeros(())).backward()  # type: ignore[no-untyped-call]  # torch's own

    assert said.labels.grad is not None
    moved = said.labels.grad != 0
    for facet, part in layout.slices():
        assert moved[0, part].all() == (facet.name == "moment")
        assert moved[1, part].all() == (facet.name == "excuses")
        assert moved[:, part].any() == (facet.name in {"moment", "excuses"})


def test_losses_of_even_logits_are_those_of_a_fair_coin(layout: LabelLayout) -> None:
    said, targets, _ = _laid_out(layout, [Tags({"moment": ("met",), "excuses": ("policy",)})])

    losses = facet_losses(said, targets, layout)

    assert losses["moment"].item() == pytest.approx(log(4))
    assert losses["excuses"].item() == pytest.approx(12 * log(2))
    assert losses["drivers"].item() == 0


def test_a_label_that_is_not_known_gives_no_loss(layout: LabelLayout) -> None:
    said, _, batch = _laid_out(layout, [EXCUSE])
    unknown = frozenset(("excuses", name) for name in ("policy", "budget", "tools"))
    targets = make_targets([STORY], [EXCUSE], batch, layout, [unknown])

    losses = facet_losses(said, targets, layout)

    assert losses["excuses"].item() == pytest.approx(9 * log(2))


def test_a_facet_loss_is_the_mean_over_the_stories_where_it_was_annotated(
    layout: LabelLayout,
) -> None:
    tags = [Tags({"moment": ("wow",)}), Tags({"moment": ("met",)}), Tags({})]
    said, targets, _ = _laid_out(layout, tags)
    logits = torch.zeros_like(said.labels)
    logits[0, _at(layout, "moment", "wow")] = log(5)  # 5 / (5 + 3) of the chance

    losses = facet_losses(replace(said, labels=logits), targets, layout)

    assert losses["moment"].item() == pytest.approx((-log(5 / 8) + log(4)) / 2)


def test_targets_mark_the_tokens_that_evidence_touches(layout: LabelLayout) -> None:
    _, targets, _ = _laid_out(layout, [Tags({"moment": ("none",)}), EXCUSE])

    at = _at(layout, "excuses", "not_my_job")
    assert targets.evidence[1, :, at].tolist() == [False, False, False, True, True, True, False]
    assert targets.evidence.sum() == 3
    assert targets.shown.nonzero().tolist() == [[1, at]]


def test_evidence_of_a_label_that_does_not_hold_is_left_out(layout: LabelLayout) -> None:
    wrong = Tags({"excuses": ("policy",)}, EXCUSE.evidence)

    _, targets, _ = _laid_out(layout, [wrong])

    assert not targets.evidence.any()
    assert not targets.shown.any()


def test_evidence_of_the_moment_belongs_to_the_moment_that_was_given(layout: LabelLayout) -> None:
    tags = Tags({"moment": ("failed",)}, (Evidence("moment", 0, 9),))

    _, targets, _ = _laid_out(layout, [tags])

    assert targets.shown.nonzero().tolist() == [[0, _at(layout, "moment", "failed")]]


def test_attention_loss_is_minus_log_of_the_attention_on_the_evidence(layout: LabelLayout) -> None:
    said, targets, batch = _laid_out(layout, [EXCUSE, EXCUSE])
    at = _at(layout, "excuses", "not_my_job")
    said.attention[:, at] = torch.tensor([0.75, 0.25, 0.1, 0.9])  # evidence is in 2nd sentences

    loss = attention_loss(said, targets, batch)

    assert loss.item() == pytest.approx((-log(0.25) - log(0.9)) / 2, abs=1e-5)


def test_token_loss_counts_the_tokens_of_labels_with_evidence_only(layout: LabelLayout) -> None:
    said, targets, batch = _laid_out(layout, [EXCUSE, Tags({"moment": ("none",)})])
    at = _at(layout, "excuses", "not_my_job")
    said.evidence[0, 1:6, at] = torch.tensor([0.0, 0.0, log(3), log(3), log(3)])
    said.evidence[0, 0, at] = 50.0  # a special token
    said.evidence[1] = 50.0  # a story without evidence

    loss = token_loss(said, targets, batch)

    # Two tokens outside with probability 1/2, three inside, each counted four times, with 3/4.
    assert loss.item() == pytest.approx((2 * log(2) - 4 * 3 * log(0.75)) / 5)


def test_without_evidence_both_losses_are_nought_and_can_be_derived(layout: LabelLayout) -> None:
    said, targets, batch = _laid_out(layout, [Tags({"moment": ("none",)})])
    said.attention.requires_grad_()
    said.evidence.requires_grad_()

    total = attention_loss(said, targets, batch) + token_loss(said, targets, batch)
    total.backward()  # type: ignore[no-untyped-call]  # torch's own

    assert total.item() == 0
