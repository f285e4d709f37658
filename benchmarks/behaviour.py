"""Try the tagger's behaviour on authored sentences, capability by capability (CheckList).

python -m benchmarks.behaviour [--checkpoint DIR] [--show N] [--json FILE]

Minimum function and direction should reach 95%, invariance stay below 3% flips. `--show` writes out
failing cases of each capability; all of the text is authored. `--json` keeps the numbers.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from corpora.taxonomy import load_taxonomy
from models.behaviour.judging import run
from models.behaviour.report import as_json, failing, table
from models.behaviour.suite import capabilities
from models.checkpoint import CHAMPION, load_checkpoint


def main(words: Sequence[str] | None = None) -> None:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.behaviour",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--checkpoint", type=Path, default=CHAMPION, metavar="DIR")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failing cases to show")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers here")
    arguments = parser.parse_args(words)
    tagger = load_checkpoint(arguments.checkpoint, load_taxonomy())
    results = run(tagger.tag, capabilities())
    print(f"{tagger.version}\n\n{table(results)}")
    if arguments.show:
        print(f"\n{failing(results, arguments.show)}")
    if arguments.json:
        content = as_json(results, tagger.version)
        arguments.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
