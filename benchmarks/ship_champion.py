"""Put a checkpoint into `models/champion`, its card with scores on outside text beside its own.

    python -m benchmarks.ship_champion CHECKPOINT --report real=FILE.jsonl [--note NOTES.md]

The files of `--report` must hold passages that the checkpoint was neither trained, tuned nor
selected on. `--note` adds Markdown to the end of the card (what was tried, redaction figures).
"""

import argparse
import json
from pathlib import Path

from corpora.labelled import read_labelled
from corpora.taxonomy import load_taxonomy
from models.card import model_card
from models.checkpoint import CHAMPION, base_encoder_of, copy_checkpoint, load_checkpoint
from models.evaluation import evaluate
from models.training_config import load_training_config


def main() -> None:
    """Evaluate, write the card, save."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--report", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--note", type=Path)
    parser.add_argument("--config", type=Path, default=Path("configs/train.yaml"))
    parser.add_argument("--output", type=Path, default=CHAMPION)
    arguments = parser.parse_args()
    taxonomy = load_taxonomy()
    tagger = load_checkpoint(arguments.checkpoint, taxonomy)
    metrics = json.loads((arguments.checkpoint / "metrics.json").read_text(encoding="utf-8"))
    metrics["reports"] = {
        name: evaluate(tagger, list(read_labelled(Path(file), taxonomy))).as_json()
        for name, _, file in (each.partition("=") for each in arguments.report)
    }
    config = load_training_config(arguments.config)
    card = model_card(metrics, config, taxonomy, base_encoder_of(arguments.checkpoint))
    if arguments.note:
        card += "\n" + arguments.note.read_text(encoding="utf-8")
    version = copy_checkpoint(arguments.checkpoint, arguments.output, metrics, card)
    print(f"{version} -> {arguments.output}")


if __name__ == "__main__":
    main()
