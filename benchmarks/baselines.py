"""Set the champion beside what is cheap: the majority answer, and TF-IDF with logistic regression.

python -m benchmarks.baselines --train corpora/gold/train.jsonl corpora/gold/validation.jsonl
    --test corpora/gold/test.jsonl [--checkpoint DIR] [--scorer SCORE.py] [--out DIR]

All files are labelled JSONL, as `corpora.labelled` reads them. The baselines learn from the
`--train` files alone: the penalty, the class weights, the temperatures and the thresholds are
chosen on out-of-fold predictions of the training text, five folds that never cut a group. The test
file is read for the scores only; take one that the champion was not trained on either.

`--out` keeps a file of predictions per system, in the columns of `storylode tag`. `--scorer` also
runs a script of your own on each, as `python SCORE.py TEST PREDICTIONS`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.tfidf import fit_tfidf, label_matrix
from corpora.labelled import LabelledPassage, read_labelled, tags_as_row
from corpora.story import Prediction, Tags
from corpora.taxonomy import Taxonomy, load_taxonomy
from models.calibration import Calibration, Floats
from models.checkpoint import CHAMPION, load_checkpoint
from models.evaluation import Evaluation, score
from models.labels import LabelLayout


def majority(learn: Sequence[LabelledPassage], layout: LabelLayout, count: int) -> list[Prediction]:
    """Give every passage what most training passages have, with the training frequencies."""
    targets, known = label_matrix(learn, layout)
    shares = (targets * known).sum(0) / np.maximum(known.sum(0), 1)  # (L,)
    return predictions(np.tile(shares, (count, 1)), Calibration.neutral(layout), layout)


def tfidf(
    learn: Sequence[LabelledPassage], texts: Sequence[str], layout: LabelLayout
) -> list[Prediction]:
    """Fit TF-IDF with logistic regression and calibrate it as the champion is calibrated."""
    fitted = fit_tfidf(learn, layout)
    for facet, setting in fitted.settings.items():
        print(f"{facet}: C {setting.penalty:g}, class weight {setting.class_weight}")
    chances = fitted.calibration.probabilities(fitted.logits(texts), layout)
    return predictions(chances, fitted.calibration, layout)


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


def write_predictions(
    path: Path, passages: Sequence[LabelledPassage], said: Sequence[Prediction], taxonomy: Taxonomy
) -> None:
    """Write predictions in the columns of `storylode tag`."""
    with path.open("w", encoding="utf-8") as file:
        for passage, prediction in zip(passages, said, strict=True):
            row = {
                "id": passage.passage_id,
                "text": passage.text,
                **tags_as_row(prediction.tags, taxonomy),
                "scores": {facet: dict(each) for facet, each in prediction.scores.items()},
                "needs_review": prediction.needs_review,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def table(evaluations: dict[str, Evaluation]) -> str:
    """Lay macro-F1 per facet, headline and evidence side by side, a column per system."""
    first = next(iter(evaluations.values()))
    lines = [f"{'':18}" + "".join(f"{name:>12}" for name in evaluations)]
    for facet in first.facets:
        cells = [each.facets[facet].macro_f1 for each in evaluations.values()]
        shown = ["too few" if cell is None else f"{cell:.3f}" for cell in cells]
        lines.append(f"{facet:18}" + "".join(f"{cell:>12}" for cell in shown))
    heads = "".join(f"{each.headline:>12.3f}" for each in evaluations.values())
    spans = "".join(f"{each.evidence_f1:>12.3f}" for each in evaluations.values())
    return "\n".join([*lines, f"{'headline':18}{heads}", f"{'evidence':18}{spans}"])


def compare(arguments: argparse.Namespace, out: Path) -> None:
    """Run every system on the test file, write its predictions and print the scores."""
    taxonomy = load_taxonomy()
    layout = LabelLayout(taxonomy)
    learn = [p for path in arguments.train for p in read_labelled(path, taxonomy)]
    test = list(read_labelled(arguments.test, taxonomy))
    texts = [passage.text for passage in test]
    systems = {
        "majority": majority(learn, layout, len(test)),
        "tfidf": tfidf(learn, texts, layout),
        "champion": list(load_checkpoint(arguments.checkpoint, taxonomy).tag(texts)),
    }
    print(f"\n{len(learn)} training and {len(test)} test passages; macro-F1:")
    print(table({name: score(test, said, taxonomy) for name, said in systems.items()}))
    for name, said in systems.items():
        path = out / f"{name}.jsonl"
        write_predictions(path, test, said, taxonomy)
        if arguments.scorer:
            print(f"\n{name}, by {arguments.scorer.name}", flush=True)
            command = [sys.executable, str(arguments.scorer), str(arguments.test), str(path)]
            subprocess.run(command, check=True)  # noqa: S603  the user's own script


def main() -> None:
    """Parse, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", nargs="+", type=Path, required=True, metavar="FILE")
    parser.add_argument("--test", type=Path, required=True, metavar="FILE")
    parser.add_argument("--checkpoint", type=Path, default=CHAMPION, metavar="DIR")
    parser.add_argument("--scorer", type=Path, metavar="SCORE.py")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the predictions here")
    arguments = parser.parse_args()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        compare(arguments, arguments.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(arguments, Path(folder))


if __name__ == "__main__":
    main()
