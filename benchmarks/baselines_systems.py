"""The systems that are compared, by name: each learns from labelled passages, then tags texts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks.frozen import SentenceVectors
from benchmarks.keywords import keyword_answers
from benchmarks.setfit_tuning import Budget, fit_setfit
from benchmarks.zero_shot import definition_features
from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from models.calibration import Calibration, Floats
from models.checkpoint import load_checkpoint
from models.encoders import base_encoder_folder
from models.labels import LabelLayout
from models.linear import Features, Fitted, fit_linear, label_matrix
from models.tfidf import TfidfFeatures


@dataclass(frozen=True)
class Bench:
    """What the systems may use."""

    layout: LabelLayout
    learn: Sequence[LabelledPassage]
    validation: Sequence[LabelledPassage]
    """What penalties and thresholds are chosen on; empty for out of fold."""
    checkpoint: Path
    base_encoder: str
    """Hub name, or folder."""
    revision: str
    budget: Budget

    @cached_property
    def vectors(self) -> SentenceVectors:
        """Frozen vectors, shared by all systems that use them; the first one pays for them."""
        return SentenceVectors.from_folder(self.encoder_folder)

    @cached_property
    def encoder_folder(self) -> Path:
        return base_encoder_folder(self.base_encoder, self.revision)


@dataclass(frozen=True, slots=True)
class Learned:
    """A system that has learned what it learns."""

    tag: Callable[[Sequence[str]], list[Prediction]]
    notes: tuple[str, ...] = ()
    """What was chosen, and what it cost."""


def _majority(bench: Bench) -> Learned:
    """Give every text what most training passages have, with the training frequencies."""
    targets, known = label_matrix(bench.learn, bench.layout)
    shares = (targets * known).sum(0) / np.maximum(known.sum(0), 1)  # (L,)
    neutral = Calibration.neutral(bench.layout)
    return Learned(
        lambda texts: predictions(np.tile(shares, (len(texts), 1)), neutral, bench.layout)
    )


def _keywords(bench: Bench) -> Learned:
    neutral = Calibration.neutral(bench.layout)
    return Learned(
        lambda texts: predictions(
            keyword_answers(bench.learn, texts, bench.layout), neutral, bench.layout
        )
    )


def _zero_shot(bench: Bench) -> Learned:
    return _linear(bench, definition_features(bench.vectors, bench.layout.taxonomy))


def _tfidf(bench: Bench) -> Learned:
    return _linear(bench, TfidfFeatures())


def _frozen(bench: Bench) -> Learned:
    return _linear(bench, bench.vectors.features)


def _setfit(bench: Bench) -> Learned:
    fitted, spent = fit_setfit(
        bench.learn, bench.layout, bench.encoder_folder, bench.budget, bench.validation
    )
    return _learned(bench, fitted, *spent)


def _champion(bench: Bench) -> Learned:
    tagger = load_checkpoint(bench.checkpoint, bench.layout.taxonomy)
    return Learned(lambda texts: list(tagger.tag(texts)), (f"checkpoint {tagger.version}",))


CHAMPION_NAME = "champion"
SYSTEMS: Mapping[str, Callable[[Bench], Learned]] = {
    CHAMPION_NAME: _champion,
    "majority": _majority,
    "keywords": _keywords,
    "zero-shot": _zero_shot,
    "tfidf": _tfidf,
    "frozen": _frozen,
    "setfit": _setfit,
}


def predictions(chances: Floats, calibration: Calibration, layout: LabelLayout) -> list[Prediction]:
    """Turn (B, L) probabilities into predictions without evidence."""
    given = calibration.chosen(chances, layout)
    sure = calibration.confidence(chances, layout)
    found = []
    for row in range(len(chances)):
        labels: dict[str, tuple[str, ...]] = {}
        scores: dict[str, dict[str, float]] = {}
        for facet, part in layout.slices():
            names = facet.label_names
            labels[facet.name] = tuple(
                name for name, yes in zip(names, given[row, part], strict=True) if yes
            )
            scores[facet.name] = dict(zip(names, chances[row, part].tolist(), strict=True))
        review = bool(sure[row] < calibration.review_below)
        found.append(Prediction(Tags(labels), scores, needs_review=review))
    return found


def _linear(bench: Bench, features: Features) -> Learned:
    return _learned(bench, fit_linear(bench.learn, bench.layout, features, bench.validation))


def _learned(bench: Bench, fitted: Fitted, *spent: str) -> Learned:
    """Tag as the champion does: by calibrated probabilities and thresholds."""

    def tag(texts: Sequence[str]) -> list[Prediction]:
        chances = fitted.calibration.probabilities(fitted.logits(texts), bench.layout)
        return predictions(chances, fitted.calibration, bench.layout)

    chosen = ", ".join(f"{facet} {penalty:g}" for facet, penalty in fitted.penalties.items())
    return Learned(tag, (*spent, f"C: {chosen}"))
