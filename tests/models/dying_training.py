"""Train the tiny tagger in a process that is killed after its first epoch."""

import os
import signal
import sys
from pathlib import Path

from corpora.taxonomy import load_taxonomy
from models.training import EpochReport, new_tagger, train
from models.training_config import TrainingConfig
from tests.models.tiny import passages


def main() -> None:
    """Take the configuration as JSON and the path of the state."""
    config = TrainingConfig.model_validate_json(sys.argv[1])

    def die(report: EpochReport) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    tagger = new_tagger(load_taxonomy(), config)
    train(tagger, passages(), passages(), config, die, state=Path(sys.argv[2]))


if __name__ == "__main__":
    main()
