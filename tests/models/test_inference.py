"""The tagger in service: order, long texts, empty texts, evidence offsets."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch

from corpora.story import Prediction
from models import inference
from models.checkpoint import CHAMPION, load_checkpoint
from models.evidence import MAX_EVIDENCE_WORDS
from models.inference import Tagger
from tests.models.conftest import Trained
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW, EMPLOYEE_EXCUSE

TEXTS = [*CUSTOMER_FAILED, *CUSTOMER_WOW, *EMPLOYEE_EXCUSE]
LONG = " ".join(TEXTS * 3)


def _check_evidence(text: str, prediction: Prediction) -> None:
    """Whole words inside the text, at most thirty."""
    for one in prediction.tags.evidence:
        assert 0 <= one.start < one.end <= len(text)
        assert one.start == 0 or not (text[one.start - 1] + text[one.start]).isalnum()
        assert one.end == len(text) or not (text[one.end - 1] + text[one.end]).isalnum()
        assert len(text[one.start : one.end].split()) <= MAX_EVIDENCE_WORDS


def test_predictions_come_in_order_whatever_the_chunks(
    trained: Trained, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [*TEXTS, LONG, "", TEXTS[0]]
    texts = [texts[7 * n % len(texts)] for n in range(len(texts))]  # 25 texts: all of them
    whole = list(trained.tagger.tag(texts))

    monkeypatch.setattr(inference, "CHUNK", 5)
    monkeypatch.setattr(inference, "MAX_BATCH_TOKENS", 40)
    small = list(trained.tagger.tag(texts))

    assert [p.tags.labels for p in small] == [p.tags.labels for p in whole]
    assert [p.tags.evidence for p in small] == [p.tags.evidence for p in whole]
    for ours, theirs in zip(small, whole, strict=True):
        for facet, scores in ours.scores.items():
            # Scores are rounded to four digits.
            assert dict(scores) == pytest.approx(dict(theirs.scores[facet]), abs=1.01e-4)


def test_the_tagger_reads_no_further_than_a_chunk_ahead(trained: Trained) -> None:
    texts = iter(["Late."] * (inference.CHUNK + 10))

    next(trained.tagger.tag(texts))

    assert len(list(texts)) == 10


def test_a_long_text_is_tagged_whole_with_evidence_in_its_second_window(trained: Trained) -> None:
    (story,) = trained.tagger.encoder.encode([LONG])
    assert len(story.windows) >= 2

    (prediction,) = trained.tagger.tag([LONG])

    _check_evidence(LONG, prediction)
    assert set(prediction.tags.labels) == {f.name for f in trained.tagger.layout.taxonomy.facets}


def test_evidence_offsets_are_right_beyond_the_first_window(untrained: Tagger) -> None:
    """Teach the evidence head one word by hand; it stands in the second window only."""
    import torch

    # Five times, as a token is averaged with two neighbours on each side.
    text = LONG + " Then came zebra zebra zebra zebra zebra."
    (story,) = untrained.encoder.encode([text])
    (zebra,) = untrained.encoder.encode(["zebra"])
    wanted = zebra.windows[0].token_ids[1]
    assert wanted not in story.windows[0].token_ids[:20]
    network = untrained.network
    with torch.no_grad():
        # Encoder states become word embeddings: nothing is added to them but a norm.
        for name, weight in network.encoder.named_parameters():
            if ".output.dense" in name or "position_emb" in name or "token_type" in name:
                weight.zero_()
        weights = network.encoder.get_input_embeddings().weight
        assert isinstance(weights, torch.Tensor)
        direction = weights[wanted]
        direction.mul_(50)
        network.evidence.weight.copy_(
            (direction / direction.norm()).expand_as(network.evidence.weight)
        )
        network.whole.bias.fill_(9.0)

    (prediction,) = untrained.tag([text])

    found = {text[e.start : e.end] for e in prediction.tags.evidence}
    # Attention is untrained, so other sentences are chosen for some tags, too.
    assert any(quote.endswith("zebra zebra zebra zebra zebra") for quote in found)


def test_evidence_is_whole_words_inside_the_text(trained: Trained) -> None:
    texts = [
        *TEXTS,
        LONG,
        "(Why?!)",
        "one",
        "a\u00a0b\u2003c " * 50,
        "word" * 200,
        "Ünïcödé 😀 naïve.",
    ]

    for text, prediction in zip(texts, trained.tagger.tag(texts), strict=True):
        _check_evidence(text, prediction)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t"])
def test_a_text_without_words_has_tags_and_no_evidence(trained: Trained, text: str) -> None:
    (prediction,) = trained.tagger.tag([text])

    assert prediction.tags.one("moment") in {"wow", "met", "failed", "none"}
    assert prediction.tags.evidence == ()


def test_single_facets_sum_to_one_and_all_scores_are_probabilities(trained: Trained) -> None:
    for prediction in trained.tagger.tag(TEXTS):
        for facet in trained.tagger.layout.taxonomy.facets:
            scores = prediction.scores[facet.name]
            assert all(0 <= score <= 1 for score in scores.values())
            if facet.kind == "single":
                assert sum(scores.values()) == pytest.approx(1, abs=3e-4)


def test_where_there_is_no_moment_there_are_no_drivers(trained: Trained) -> None:
    # Half of the texts are made to have no moment, and every text to have drivers.
    layout, network = trained.tagger.layout, copy.deepcopy(trained.tagger.network)
    of_moment = [layout.names().index(("moment", name)) for name in ("wow", "met", "failed")]
    none = layout.names().index(("moment", "none"))
    logits = trained.tagger.logits(TEXTS)
    with torch.no_grad():
        network.whole.bias[none] += float(np.median(logits[:, of_moment].max(1) - logits[:, none]))
    calibration = trained.tagger.calibration
    thresholds = {name: kept for name, kept in calibration.thresholds.items() if name != "moment"}
    thresholds["drivers"] = dict.fromkeys(thresholds["drivers"], 0.0)
    calibration = replace(calibration, thresholds=thresholds)
    tagger = replace(trained.tagger, network=network, calibration=calibration)

    said = list(tagger.tag(TEXTS))

    moments = [prediction.tags.one("moment") for prediction in said]
    assert 0 < moments.count("none") < len(moments)
    for prediction in said:
        is_none = prediction.tags.one("moment") == "none"
        assert bool(prediction.tags.labels["drivers"]) is not is_none


def test_logits_do_not_depend_on_the_company(trained: Trained) -> None:
    together = trained.tagger.logits([LONG, TEXTS[0]])
    alone = trained.tagger.logits([TEXTS[0]])

    assert together[1] == pytest.approx(alone[0], abs=1e-5)


def test_the_champion_verifies_and_tags_a_sentence() -> None:
    text = "I asked for a refund and the clerk said that the rules do not allow it."

    (prediction,) = load_checkpoint(CHAMPION).tag([text])

    _check_evidence(text, prediction)
