"""A labelled file measured whole: scores, error by confidence, how far tags rest on evidence."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.labelled import read_labelled
from corpora.release import describe_file
from models.evaluation_result import Evaluation
from models.faithfulness import Faithfulness, measure_faithfulness

if TYPE_CHECKING:
    from models.inference import Tagger


@dataclass(frozen=True, slots=True)
class EvaluatedFile:
    """What was measured on one labelled file."""

    name: str
    """Path as it was given."""
    sha256: str
    """Digest of the file: the version of the data."""
    evaluation: Evaluation
    faithfulness: Faithfulness | None
    """None where it was not asked for, or no tag has evidence."""

    def as_json(self) -> dict[str, object]:
        """Return plain numbers, the points of the reliability diagrams among them."""
        faithfulness = None if self.faithfulness is None else self.faithfulness.as_json()
        return {
            **self.evaluation.as_json(),
            "reliability": self.evaluation.reliability_json(),
            "faithfulness": faithfulness,
            "sha256": self.sha256,
        }


def evaluate_file(tagger: "Tagger", path: Path, max_faithfulness_passages: int) -> EvaluatedFile:
    """Read, tag and measure; faithfulness on so many of the first passages, on none if 0.

    Raises SourceError when the file cannot be read or has a wrong line.
    """
    from models.evaluation import evaluate  # late: it brings torch

    passages = list(read_labelled(path, tagger.layout.taxonomy))
    said = list(tagger.tag(passage.text for passage in passages))
    return EvaluatedFile(
        str(path),
        describe_file(path).sha256,
        evaluate(tagger, passages, said),
        measure_faithfulness(tagger, passages, said, max_faithfulness_passages),
    )
