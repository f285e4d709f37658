"""Train the entity recogniser and put it into `models/entities/weights`.

    python -m benchmarks.ship_recogniser [--marked FILE ...] [--base-encoder FOLDER]

It learns from the split `train` of `corpora/gold/personal-data.jsonl` and of the files of
`--marked` (same columns); the split `dev` sets the thresholds, `test` is not looked at.
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
from models.entities.decoding import Least
from models.entities.folder import RECOGNISER, RecogniserNotes, save_recogniser
from models.entities.marked import read_marked as read_to_learn
from models.entities.recogniser import EntityRecogniser
from models.entities.training import EntityTraining, new_recogniser, train_recogniser
from models.training_config import TrainingConfig

PERSONS = (0.2, 0.1, 0.05)
OTHERS = (0.2, 0.1, 0.05, 0.02)
MOST_OVERMASKED = 0.045
"""Of the words that are no personal data: a tenth under the bar of 5%, as other text differs."""
MASKED, OVERMASKED = "persons masked, all mentions", "other words masked"
Figures = dict[str, float]


def main() -> None:
    """Train, set the thresholds, save, print the figures on the development split."""
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
    tuned, figures = set_thresholds(recogniser, read_marked(PERSONAL_DATA, "dev"))
    name = chosen.base_encoder.rsplit("/", maxsplit=1)[-1]
    card = recogniser_card(
        base_encoder=name,
        layers=config.layers,
        learned={origin: len(texts) for origin, texts in parts.items()},
        figures=figures,
    )
    notes = RecogniserNotes(f"{name} at {base.revision}", figures, card)
    print(save_recogniser(chosen.output, tuned, notes), figures)


def set_thresholds(
    recogniser: EntityRecogniser, documents: Sequence[Document]
) -> tuple[EntityRecogniser, Figures]:
    """Return the recogniser with thresholds, and the figures there.

    Persons: what misses fewest, of equals what masks fewest other words. Others: the lowest that
    masks few enough other words, for the rules were tuned on these documents, and what is left of
    numbers and addresses there tells little of how many would be missed elsewhere.
    """
    tried = {
        least: _figures(replace(recogniser, least=Least(least, OTHERS[0])), documents)
        for least in PERSONS
    }
    persons = min(tried, key=lambda least: (-tried[least][MASKED], tried[least][OVERMASKED]))
    chosen, figures = replace(recogniser, least=Least(persons, OTHERS[0])), tried[persons]
    for others in OTHERS[1:]:
        lower = replace(recogniser, least=Least(persons, others))
        then = _figures(lower, documents)
        if then[OVERMASKED] > MOST_OVERMASKED:
            break
        chosen, figures = lower, then
    least = chosen.least
    return chosen, {
        **figures,
        "threshold of persons": least.persons,
        "threshold of others": least.others,
    }


def _figures(recogniser: EntityRecogniser, documents: Sequence[Document]) -> Figures:
    outcomes = measure(Storylode(Redactor(recogniser=recogniser)), documents)
    persons = [one.is_masked for one in outcomes.entities if one.type == "PERSON"]
    others = [one.is_masked for one in outcomes.entities if one.type != "PERSON"]
    leaking = sum(one.leaks > 0 for one in outcomes.documents)
    tokens = sum(one.other_tokens for one in outcomes.documents)
    return {
        MASKED: sum(persons) / len(persons),
        "other entities masked": sum(others) / len(others),
        "documents with a leak": leaking / len(outcomes.documents),
        OVERMASKED: sum(one.overmasked for one in outcomes.documents) / tokens,
    }


if __name__ == "__main__":
    main()
