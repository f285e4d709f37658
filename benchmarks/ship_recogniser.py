"""Train the entity recogniser and put it into `models/entities/weights`.

    python -m benchmarks.ship_recogniser [--marked FILE ...] [--base-encoder FOLDER]

It learns from the split `train` of `corpora/gold/personal-data.jsonl` and of the files of
`--marked` (same columns); the split `dev` sets the threshold, `test` is not looked at.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.redaction.documents import PERSONAL_DATA, Document, read_marked
from benchmarks.redaction.score import measure
from benchmarks.redaction.systems import Storylode
from corpora.redaction import Redactor
from models.entities.card import recogniser_card
from models.entities.folder import RECOGNISER, RecogniserNotes, save_recogniser
from models.entities.marked import read_marked as read_to_learn
from models.entities.recogniser import EntityRecogniser
from models.entities.training import EntityTraining, new_recogniser, train_recogniser
from models.training_config import TrainingConfig

THRESHOLDS = (0.5, 0.3, 0.2, 0.1, 0.05, 0.02)
MOST_OVERMASKED = 0.045
"""Of the words that are no personal data: a tenth under the bar of 5%, as other text differs."""


def main() -> None:
    """Train, set the threshold, save, print the figures on the development split."""
    base, usual = TrainingConfig(), EntityTraining("", "")
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--marked", type=Path, nargs="*", default=[])
    parser.add_argument("--base-encoder", default=base.base_encoder)
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--layers", type=int, default=usual.layers)
    parser.add_argument("--output", type=Path, default=RECOGNISER)
    chosen = parser.parse_args()
    config = EntityTraining(
        chosen.base_encoder, base.revision, layers=chosen.layers, epochs=chosen.epochs
    )
    train = frozenset({"train"})
    parts = {
        path.stem: list(read_to_learn(path, train)) for path in [PERSONAL_DATA, *chosen.marked]
    }
    recogniser = train_recogniser(
        new_recogniser(config),
        [text for texts in parts.values() for text in texts],
        config,
        lambda epoch, loss: print(f"epoch {epoch}: loss {loss:.4f}", file=sys.stderr, flush=True),
    )
    tuned, figures = set_threshold(recogniser, read_marked(PERSONAL_DATA, "dev"))
    name = chosen.base_encoder.rsplit("/", maxsplit=1)[-1]
    card = recogniser_card(
        base_encoder=name,
        layers=config.layers,
        learned={origin: len(texts) for origin, texts in parts.items()},
        figures=figures,
    )
    notes = RecogniserNotes(f"{name} at {base.revision}", figures, card)
    print(save_recogniser(chosen.output, tuned, notes), figures)


def set_threshold(
    recogniser: EntityRecogniser, documents: Sequence[Document]
) -> tuple[EntityRecogniser, dict[str, float]]:
    """Take the lowest threshold that masks few enough other words; return the figures there."""
    tried = []
    for least in THRESHOLDS:
        each = replace(recogniser, least=least)
        figures = _figures(Redactor(recogniser=each), documents)
        tried.append((each, figures))
        if figures["other words masked"] > MOST_OVERMASKED:
            break
    masked_few = [one for one in tried if one[1]["other words masked"] <= MOST_OVERMASKED]
    chosen, figures = (masked_few or tried)[-1 if masked_few else 0]
    return chosen, {**figures, "threshold": chosen.least}


def _figures(redactor: Redactor, documents: Sequence[Document]) -> dict[str, float]:
    outcomes = measure(Storylode(redactor), documents)
    persons = [one.is_masked for one in outcomes.entities if one.type == "PERSON"]
    others = [one.is_masked for one in outcomes.entities if one.type != "PERSON"]
    leaking = sum(one.leaks > 0 for one in outcomes.documents)
    tokens = sum(one.other_tokens for one in outcomes.documents)
    return {
        "persons masked, all mentions": sum(persons) / len(persons),
        "other entities masked": sum(others) / len(others),
        "documents with a leak": leaking / len(outcomes.documents),
        "other words masked": sum(one.overmasked for one in outcomes.documents) / tokens,
    }


if __name__ == "__main__":
    main()
