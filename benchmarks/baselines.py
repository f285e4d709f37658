"""Set the champion beside what is cheaper, on the same training files and the same test file.

python -m benchmarks.baselines --train corpora/gold/train.jsonl corpora/gold/validation.jsonl
    --test corpora/gold/test.jsonl [--systems NAME ...] [--checkpoint DIR] [--base-encoder DIR]
    [--setfit-shots 8] [--scorer SCORE.py] [--out DIR] [--json FILE]

majority   the most frequent label of the training files
keywords   a short list of phrases per label, written from the taxonomy
zero-shot  similarity of text and label definition, by frozen embeddings
tfidf      TF-IDF of words and runs of characters, and logistic regression
frozen     frozen embeddings of the base encoder, and logistic regression
setfit     the base encoder tuned by SetFit on few passages per label, and logistic regression

All files are labelled JSONL, as `corpora.labelled` reads them. The baselines learn from the
`--train` files alone: the penalty, the class weights, the temperatures and the thresholds are
chosen on out-of-fold predictions of the training text, five folds that never cut a group. The test
file is read for the scores only; take one that the champion was not trained on either.

The table shows macro-F1 with 95% bootstrap intervals over 1,000 resamples of the test passages, and
for each baseline p: the share of these resamples in which the champion is not better.

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

from benchmarks.baselines_report import score_systems, table
from benchmarks.baselines_systems import SYSTEMS, Bench
from benchmarks.bootstrap import RESAMPLES
from corpora.labelled import LabelledPassage, read_labelled, tags_as_row
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy, load_taxonomy
from models.checkpoint import CHAMPION
from models.labels import LabelLayout
from models.training_config import load_training_config


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


def compare(arguments: argparse.Namespace, out: Path) -> None:
    """Run every system on the test file, write its predictions and print the scores."""
    taxonomy = load_taxonomy()
    config = load_training_config(arguments.config)
    learn = [p for path in arguments.train for p in read_labelled(path, taxonomy)]
    test = list(read_labelled(arguments.test, taxonomy))
    bench = Bench(
        layout=LabelLayout(taxonomy),
        learn=learn,
        texts=[passage.text for passage in test],
        checkpoint=arguments.checkpoint,
        base_encoder=arguments.base_encoder or config.base_encoder,
        revision=config.revision,
        shots=arguments.setfit_shots,
    )
    said = {}
    for name, run in SYSTEMS.items():
        if name in arguments.systems:
            print(name, flush=True)
            said[name] = run(bench)
            write_predictions(out / f"{name}.jsonl", test, said[name], taxonomy)
    scores = score_systems(test, said, taxonomy)
    print(f"\n{len(learn)} training and {len(test)} test passages; macro-F1, p, 95% interval:")
    print(table(scores))
    if arguments.json:
        report = {
            "train": len(learn),
            "test": len(test),
            "resamples": RESAMPLES,
            "systems": {name: each.as_json() for name, each in scores.items()},
        }
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for name in said if arguments.scorer else ():
        print(f"\n{name}, by {arguments.scorer.name}", flush=True)
        command = [arguments.scorer, arguments.test, out / f"{name}.jsonl"]
        subprocess.run([sys.executable, *map(str, command)], check=True)  # noqa: S603  user's own


def main() -> None:
    """Parse, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", nargs="+", type=Path, required=True, metavar="FILE")
    parser.add_argument("--test", type=Path, required=True, metavar="FILE")
    names = list(SYSTEMS)
    parser.add_argument("--systems", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--checkpoint", type=Path, default=CHAMPION, metavar="DIR")
    parser.add_argument("--config", type=Path, default=Path("configs/train.yaml"), metavar="FILE")
    parser.add_argument("--base-encoder", metavar="DIR", help="instead of the configured one")
    parser.add_argument("--setfit-shots", type=int, default=8, metavar="COUNT")
    parser.add_argument("--scorer", type=Path, metavar="SCORE.py")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the predictions here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores here")
    arguments = parser.parse_args()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
        compare(arguments, arguments.out)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(arguments, Path(folder))


if __name__ == "__main__":
    main()
