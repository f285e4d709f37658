"""The systems that are compared, by name: each learns from labelled passages and tags texts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks.frozen import SentenceVectors
from benchmarks.keywords import keyword_answers
from benchmarks.linear import Features, Fitted, fit_linear, label_matrix
from benchmarks.setfit_tuning import fit_setfit
from benchmarks.tfidf import tfidf_features
from benchmarks.zero_shot import definition_features
from corpora.labelled import LabelledPassage
from corpora.story import Prediction, Tags
from models.calibration import Calibration, Floats
from models.checkpoint import load_checkpoint
from models.encoders import base_encoder_folder
from models.labels import LabelLayout


@dataclass(frozen=True)
class Bench:
    """What the systems may use."""

    layout: LabelLayout
    learn: Sequence[LabelledPassage]
    texts: Sequence[str]
    """What is to be tagged."""
    checkpoint: Path
    base_encoder: str
    """Hub name, or folder."""
    revision: str
    shots: int
    """Passages per label that SetFit tunes its encoders on."""

    @cached_property
    def vectors(self) -> SentenceVectors:
        """Frozen vectors, shared by all systems that use them."""
        return SentenceVectors.from_folder(self.encoder_folder)

    @cached_property
    def encoder_folder(self) -> Path:
        return base_encoder_folder(self.base_encoder, self.revision)


def _majority(bench: Bench) -> list[Prediction]:
    """Give every text what most training passages have, with the training frequencies."""
    targets, known = label_matrix(bench.learn, bench.layout)
    shares = (targets * known).sum(0) / np.maximum(known.sum(0), 1)  # (L,)
    chances = np.tile(shares, (len(bench.texts), 1))
    return predictions(chances, Calibration.neutral(bench.layout), bench.layout)


def _keywords(bench: Bench) -> list[Prediction]:
    answers = keyword_answers(bench.learn, bench.texts, bench.layout)
    return predictions(answers, Calibration.neutral(bench.layout), bench.layout)


def _zero_shot(bench: Bench) -> list[Prediction]:
    return _linear(bench, definition_features(bench.vectors, bench.layout.taxonomy))


def _tfidf(bench: Bench) -> list[Prediction]:
    return _linear(bench, tfidf_features)


def _frozen(bench: Bench) -> list[Prediction]:
    return _linear(bench, bench.vectors.features)


def _setfit(bench: Bench) -> list[Prediction]:
    folder = bench.encoder_folder
    return _tagged(bench, fit_setfit(bench.learn, bench.layout, folder, bench.shots))


def _champion(bench: Bench) -> list[Prediction]:
    return list(load_checkpoint(bench.checkpoint, bench.layout.taxonomy).tag(bench.texts))


CHAMPION_NAME = "champion"
SYSTEMS: Mapping[str, Callable[[Bench], list[Prediction]]] = {
    "majority": _majority,
    "keywords": _keywords,
    "zero-shot": _zero_shot,
    "tfidf": _tfidf,
    "frozen": _frozen,
    "setfit": _setfit,
    CHAMPION_NAME: _champion,
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


def _linear(bench: Bench, features: Features) -> list[Prediction]:
    return _tagged(bench, fit_linear(bench.learn, bench.layout, features))


def _tagged(bench: Bench, fitted: Fitted) -> list[Prediction]:
    """Tag the texts, calibrated as the champion is."""
    chances = fitted.calibration.probabilities(fitted.logits(bench.texts), bench.layout)
    for facet, setting in fitted.settings.items():
        print(f"  {facet}: C {setting.penalty:g}, class weight {setting.class_weight}", flush=True)
    return predictions(chances, fitted.calibration, bench.layout)
