"""How well the evidence quotes what the annotators quoted: token F1 and IoU-F1 (ERASER).

DeYoung et al. 2020, https://arxiv.org/abs/1911.03429. A token is a run without white space; it is
in a span that touches it. Both scores are of tags that are right: a wrong tag has no evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpora.labelled import LabelledPassage
from corpora.story import Evidence, Prediction

IOU_MATCH = 0.5
"""Two spans match from this intersection over union of their tokens on (ERASER's threshold)."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """Agreement with the annotated spans, a mean over the tags that are right; 0 without any."""

    token_f1: float
    iou_f1: float


def score_evidence(
    passages: Sequence[LabelledPassage], said: Sequence[Prediction]
) -> EvidenceScore:
    """Compare the evidence of every annotated tag that was given rightly."""
    pairs = [
        (passage.text, wanted, found)
        for passage, prediction in zip(passages, said, strict=True)
        for wanted, found in _spans_of_right_tags(passage, prediction)
    ]
    if not pairs:
        return EvidenceScore(0.0, 0.0)
    return EvidenceScore(
        float(np.mean([token_f1(*pair) for pair in pairs])),
        float(np.mean([iou_f1(*pair) for pair in pairs])),
    )


def token_f1(text: str, wanted: Sequence[Evidence], found: Sequence[Evidence]) -> float:
    """F1 over the whitespace tokens that the spans touch."""
    words = word_spans(text)
    want, got = touched_words(words, wanted), touched_words(words, found)
    return 2 * len(want & got) / max(len(want) + len(got), 1)


def iou_f1(text: str, wanted: Sequence[Evidence], found: Sequence[Evidence]) -> float:
    """F1 over whole spans: a span is a hit if it matches one of the other side."""
    words = word_spans(text)
    want = [touched_words(words, [span]) for span in wanted]
    got = [touched_words(words, [span]) for span in found]
    precise = sum(any(_matches(one, other) for other in want) for one in got) / max(len(got), 1)
    recalled = sum(any(_matches(one, other) for other in got) for one in want) / max(len(want), 1)
    return 2 * precise * recalled / (precise + recalled) if precise + recalled else 0.0


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open character range of every whitespace token."""
    return [match.span() for match in _WORD.finditer(text)]


def touched_words(words: Sequence[tuple[int, int]], spans: Sequence[Evidence]) -> set[int]:
    """Return the numbers of the words that any of the spans touches."""
    return {
        number
        for number, (start, end) in enumerate(words)
        if any(start < span.end and end > span.start for span in spans)
    }


def _matches(one: set[int], other: set[int]) -> bool:
    return len(one & other) >= IOU_MATCH * max(len(one | other), 1)


def _spans_of_right_tags(
    passage: LabelledPassage, prediction: Prediction
) -> Iterator[tuple[list[Evidence], list[Evidence]]]:
    for tag in sorted({evidence.tag for evidence in passage.tags.evidence}):
        facet, _, label = tag.partition(".")
        if label:
            right = prediction.tags.has(facet, label)
        else:
            right = prediction.tags.labels.get(facet) == passage.tags.labels.get(facet)
        if right:
            yield (
                [e for e in passage.tags.evidence if e.tag == tag],
                [e for e in prediction.tags.evidence if e.tag == tag],
            )
