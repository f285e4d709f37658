"""Does a tag rest on its evidence? Comprehensiveness and sufficiency (ERASER), beside chance.

DeYoung et al. 2020, https://arxiv.org/abs/1911.03429. Without the evidence words a tag's
probability should fall (comprehensiveness, high is good); on them alone it should stay
(sufficiency, near 0 is good). A random run of as many words of the passage shows what any words do.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from corpora.labelled import LabelledPassage
from corpora.story import Prediction
from models.evaluation_evidence import touched_words, word_spans

if TYPE_CHECKING:  # it brings torch, which the report has no use for
    from models.inference import Tagger

Words = list[tuple[int, int]]
_VARIANTS = 4
"""Of every tag: without the evidence, the evidence alone, without the random words, those alone."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean differences of calibrated probabilities, each -1..1."""

    comprehensiveness: float
    """p(label | text) - p(label | text without the words)"""
    sufficiency: float
    """p(label | text) - p(label | the words alone)"""


@dataclass(frozen=True, slots=True)
class FaithfulnessScore:
    """Means over some predicted tags."""

    tags: int
    evidence: Effect
    random: Effect
    """Of one random run per tag, of as many words as its evidence."""


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """How far the tags of some passages rest on their evidence."""

    passages: int
    overall: FaithfulnessScore
    facets: Mapping[str, FaithfulnessScore]

    def as_json(self) -> dict[str, object]:
        return {
            "passages": self.passages,
            **_rounded(self.overall),
            "facets": {name: _rounded(each) for name, each in self.facets.items()},
        }


@dataclass(frozen=True, slots=True)
class _Case:
    passage: int
    facet: str
    label: str
    tag: str


def measure_faithfulness(
    tagger: "Tagger",
    passages: Sequence[LabelledPassage],
    said: Sequence[Prediction],
    max_passages: int | None = None,
) -> Faithfulness | None:
    """Tag variants of the first `max_passages` passages; None where no tag has evidence.

    `said` is what the tagger said of the passages. Variants are made as the tagger takes them, so
    memory does not grow with the text; the random runs depend on passage id and tag alone.
    """
    looked_at = list(islice(zip(passages, said, strict=True), max_passages))
    cases = [
        case for at, (_, prediction) in enumerate(looked_at) for case in _cases(at, prediction)
    ]
    if not cases:
        return None
    again = tagger.tag(text for case in cases for text in _variants(looked_at[case.passage], case))
    changes = np.empty((len(cases), _VARIANTS))
    for row, case in enumerate(cases):
        whole = looked_at[case.passage][1].scores[case.facet][case.label]
        parts = [each.scores[case.facet][case.label] for each in islice(again, _VARIANTS)]
        changes[row] = whole - np.array(parts)
    facets = np.array([case.facet for case in cases])
    names = [facet.name for facet in tagger.layout.taxonomy.facets if facet.name in facets]
    return Faithfulness(
        passages=len(looked_at),
        overall=_mean(changes),
        facets={name: _mean(changes[facets == name]) for name in names},
    )


def without_words(text: str, words: Words, cut: set[int]) -> str:
    """Return the text without the numbered words; white space stays, for it bounds sentences."""
    kept, at = [], 0
    for number in sorted(cut):
        start, end = words[number]
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def random_run(words: int, length: int, key: str) -> set[int]:
    """Return the numbers of `length` words in a row, out of `words`; the same for the same key."""
    seed = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8])
    start = int(np.random.default_rng(seed).integers(words - length + 1))
    return set(range(start, start + length))


def _cases(at: int, prediction: Prediction) -> Iterator[_Case]:
    for tag in dict.fromkeys(one.tag for one in prediction.tags.evidence if one.end > one.start):
        facet, _, label = tag.partition(".")
        yield _Case(at, facet, label or prediction.tags.one(facet), tag)


def _variants(one: tuple[LabelledPassage, Prediction], case: _Case) -> Iterator[str]:
    passage, prediction = one
    words = word_spans(passage.text)
    spans = [each for each in prediction.tags.evidence if each.tag == case.tag]
    evidence = touched_words(words, spans)
    chance = random_run(len(words), len(evidence), f"{passage.passage_id}\n{case.tag}")
    for chosen in (evidence, chance):
        yield without_words(passage.text, words, chosen)
        yield " ".join(passage.text[slice(*words[number])] for number in sorted(chosen))


def _mean(changes: NDArray[np.float64]) -> FaithfulnessScore:  # (N, variants)
    means = changes.mean(0).tolist()
    return FaithfulnessScore(len(changes), Effect(*means[:2]), Effect(*means[2:]))


def _rounded(score: FaithfulnessScore) -> dict[str, object]:
    effects = {"evidence": score.evidence, "random": score.random}
    return {"tags": score.tags} | {
        name: {key: round(value, 4) for key, value in asdict(each).items()}
        for name, each in effects.items()
    }
