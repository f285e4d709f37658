"""Set the champion beside what is cheaper: same training passages, same test passages.

python -m benchmarks.baselines --test corpora/gold/test.jsonl [FILE ...] [--train FILE ...]
    [--validation FILE ...] [--systems NAME ...] [--checkpoint DIR] [--base-encoder DIR]
    [--setfit-pairs N] [--setfit-shots N] [--json FILE] [--out DIR] [--scorer SCORE.py]

majority   the most frequent label of the training files
keywords   a short list of phrases per label, written from the taxonomy
zero-shot  similarity of text and label definition, by frozen embeddings
tfidf      TF-IDF of words and runs of characters, and logistic regression
frozen     frozen embeddings of the base encoder, and logistic regression
setfit     the base encoder tuned by SetFit on few passages per label, and logistic regression

All files are labelled JSONL, as `corpora.labelled` reads them. Every system learns once, from the
`--train` files, and is then tried on each `--test` file. Penalties, temperatures and thresholds are
chosen on the `--validation` files, or without them on out-of-fold predictions of the training text,
three folds that never cut a group. The champion's thresholds were set on real text: for a test on
real text give real `--validation` files, or the baselines' thresholds are too high. Test files are
read for the scores only; take some that the champion was not trained on either, nor shares a group
with the training files.

Each test file gets a table: macro-F1 per facet with its 95% interval over 1,000 resamples of the
test passages, by how much the champion is above on the same resamples, with its interval, and p:
the share of resamples in which it is not (one-sided, all passages counted as one more resample).
Where p is 0.05 or more the row says so.

SetFit is as good as its budget: `--setfit-pairs` are shared evenly by the encoders, one per facet,
and the pairs are made of `--setfit-shots` passages per label. What each got is printed.
"""

import argparse
import importlib.util
import json
import tempfile
from pathlib import Path

from benchmarks.baselines_report import as_json, table
from benchmarks.baselines_run import run, run_scorer
from benchmarks.baselines_systems import SYSTEMS, Bench
from benchmarks.setfit_tuning import PAIRS, SHOTS, Budget
from corpora.errors import StorylodeError
from corpora.labelled import LabelledPassage, read_labelled
from corpora.taxonomy import load_taxonomy
from models.checkpoint import CHAMPION
from models.labels import LabelLayout
from models.training_config import load_training_config

GOLD = Path("corpora/gold")


def compare(arguments: argparse.Namespace, out: Path) -> None:
    """Run every system, write its predictions and print the scores."""
    taxonomy = load_taxonomy()
    config = load_training_config(arguments.config)

    def read(paths: list[Path]) -> list[LabelledPassage]:
        return [passage for path in paths for passage in read_labelled(path, taxonomy)]

    tests = {path: read([path]) for path in arguments.test}
    bench = Bench(
        layout=LabelLayout(taxonomy),
        learn=read(arguments.train),
        validation=read(arguments.validation),
        checkpoint=arguments.checkpoint,
        base_encoder=arguments.base_encoder or config.base_encoder,
        revision=config.revision,
        budget=Budget(arguments.setfit_pairs, arguments.setfit_shots),
    )
    chosen = [name for name in SYSTEMS if name in arguments.systems]
    found = run(bench, tests, chosen, out)
    for path, result in found.tests.items():
        print(f"\n{path}: {len(tests[path])} passages; learned from {len(bench.learn)}")
        print(table(result.scores))
    if arguments.json:
        report = as_json(arguments.train, bench, tests, found)
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    if arguments.scorer:
        run_scorer(arguments.scorer, list(tests), chosen, out)


def main() -> None:
    """Parse, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    usual = {"train": [GOLD / "train.jsonl"], "validation": [], "test": [GOLD / "test.jsonl"]}
    for part, files in usual.items():
        parser.add_argument(f"--{part}", nargs="+", type=Path, default=files, metavar="FILE")
    names = list(SYSTEMS)
    parser.add_argument("--systems", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--checkpoint", type=Path, default=CHAMPION, metavar="DIR")
    parser.add_argument("--config", type=Path, default=Path("configs/train.yaml"), metavar="FILE")
    parser.add_argument("--base-encoder", metavar="DIR", help="instead of the configured one")
    parser.add_argument("--setfit-pairs", type=int, default=PAIRS, metavar="N")
    parser.add_argument("--setfit-shots", type=int, default=SHOTS, metavar="N")
    parser.add_argument("--scorer", type=Path, metavar="SCORE.py", help="run it on each TEST, too")
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep the predictions here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here")
    arguments = parser.parse_args()
    if len({path.stem for path in arguments.test}) < len(arguments.test):
        parser.error("--test: two files of one name; their predictions would overwrite each other")
    if "setfit" in arguments.systems and importlib.util.find_spec("setfit") is None:
        parser.error("setfit is not installed; pip install -e '.[dev]', or leave it out: --systems")
    try:
        with tempfile.TemporaryDirectory() as folder:
            compare(arguments, arguments.out or Path(folder))
    except StorylodeError as error:
        parser.exit(2, f"{error}\n")


if __name__ == "__main__":
    main()
