"""SetFit: an encoder tuned on pairs of few passages per facet, then logistic regression.

Tunstall et al. 2022, https://arxiv.org/abs/2209.11055. The `setfit` library makes the pairs of
passages with and without a label in common and tunes the encoder on them. The head is the logistic
regression of the other baselines rather than the library's, on the same vectors: so it learns from
all training passages, not from the few, and is calibrated as every baseline is.
"""

import random
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import nn

from benchmarks.frozen import SentenceVectors
from corpora.errors import CheckpointError
from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.calibration import Calibration, Floats
from models.labels import LabelLayout
from models.linear import Fitted, fit_linear, label_matrix
from models.linear_facet import SEED
from models.tokens import StoryEncoder
from models.weights import computes_in_bf16

PAIRS, SHOTS = 1536, 8
BATCH_PAIRS = 16
MAX_TOKENS = 192
"""Passages are cut here while the encoder is tuned; the vectors afterwards see all of a text."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What the tuning may use; its time grows with the pairs, hardly with the shots."""

    pairs: int = PAIRS
    """Of all facets together; each facet's encoder gets its even part, in whole batches."""
    shots: int = SHOTS
    """Passages per label that the pairs are made of."""


def fit_setfit(
    learn: Sequence[LabelledPassage],
    layout: LabelLayout,
    folder: Path,
    budget: Budget,
    validation: Sequence[LabelledPassage] = (),
) -> tuple[Fitted, list[str]]:
    """Tune one encoder per facet, fit the heads, and say what each facet's tuning got.

    Raises ModuleNotFoundError when the library is not installed.
    """
    fitted: list[Fitted] = []
    spent: list[str] = []
    facets = layout.taxonomy.facets
    steps = max(1, round(budget.pairs / len(facets) / BATCH_PAIRS))
    for facet in facets:
        own = LabelLayout(Taxonomy(layout.taxonomy.version, (facet,)))
        shown, answers = few_shots(learn, own, budget.shots)
        started = time.perf_counter()
        encoder, done = _tuned_encoder([learn[i].text for i in shown], answers, folder, steps)
        spent.append(
            f"{facet.name}: {len(shown)} passages, {done * BATCH_PAIRS} pairs in {done} steps, "
            f"{time.perf_counter() - started:.0f} s"
        )
        tokens = StoryEncoder.from_file(folder / "tokenizer.json")
        vectors = SentenceVectors(encoder, tokens)
        fitted.append(fit_linear(learn, own, vectors.features, validation, frozenset(shown)))

    def logits_of(texts: Sequence[str]) -> Floats:
        return np.hstack([each.logits(texts) for each in fitted])  # (N, L)

    calibration = Calibration(
        {f: t for each in fitted for f, t in each.calibration.temperatures.items()},
        {f: t for each in fitted for f, t in each.calibration.thresholds.items()},
        review_below=0.0,
    )
    penalties = {f: c for each in fitted for f, c in each.penalties.items()}
    return Fitted(logits_of, calibration, penalties), spent


def few_shots(
    learn: Sequence[LabelledPassage], layout: LabelLayout, shots: int
) -> tuple[list[int], list[list[int]]]:
    """Draw up to `shots` passages per label of a one-facet layout, and as many without a label.

    Returns indices of passages, and 0/1 answers with a last column for "no label at all": without
    it, two passages without a label would count as unlike.
    """
    targets, known = label_matrix(learn, layout)
    answers = np.hstack([targets, 1 - targets.max(1, keepdims=True)])  # (N, labels + 1)
    draw = random.Random(SEED)  # noqa: S311  a sample, not a secret
    chosen: set[int] = set()
    # Rare labels first: a passage that has two labels counts for both.
    for column in np.argsort((answers * known[:, :1]).sum(0), kind="stable"):
        rows = [i for i in range(len(learn)) if known[i, 0] and answers[i, column]]
        lacking = shots - sum(i in chosen for i in rows)
        fresh = [i for i in rows if i not in chosen]
        chosen.update(draw.sample(fresh, min(max(lacking, 0), len(fresh))))
    shown = sorted(chosen)
    return shown, answers[shown].astype(int).tolist()


def _tuned_encoder(
    texts: Sequence[str], answers: Sequence[Sequence[int]], folder: Path, steps: int
) -> tuple[nn.Module, int]:
    """Run the library's first step; return the encoder and the steps that it took."""
    with warnings.catch_warnings():
        # The library calls parts of transformers and torch that are on their way out.
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer
        from setfit import (  # type: ignore[import-untyped]  # ships no types
            SetFitModel,
            Trainer,
            TrainingArguments,
        )

        body = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        body.max_seq_length = MAX_TOKENS
        encoder = body.transformers_model
        if encoder is None:
            raise CheckpointError(f"{folder}: sentence-transformers finds no encoder in it")
        given = np.array(answers)
        if (given @ given.T).all():
            return encoder, 0  # nothing to tell apart, which the library takes no answer for
        # `multi_target_strategy` is what makes the library read the answers as rows of 0 and 1.
        model = SetFitModel(model_body=body, multi_target_strategy="one-vs-rest")
        with TemporaryDirectory() as scratch:
            settings = TrainingArguments(
                output_dir=scratch,
                batch_size=BATCH_PAIRS,
                # The library makes as many pairs as that many batches need, half of them alike.
                max_steps=steps,
                seed=SEED,
                report_to="none",
                save_strategy="no",
                logging_strategy="no",
                show_progress_bar=False,
            )
            trainer = Trainer(model=model, args=settings)
            with torch.autocast("cpu", torch.bfloat16, enabled=computes_in_bf16()):
                trainer.train_embeddings(list(texts), [list(row) for row in answers])
            return encoder, int(trainer.st_trainer.state.global_step)
