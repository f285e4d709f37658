"""Try the tagger's behaviour on authored sentences, capability by capability (CheckList).

python -m benchmarks.behaviour [--checkpoint DIR] [--redact] [--show N] [--json FILE]

Minimum function and direction should reach 95%, invariance stay below 3% flips. `--show` writes out
failing cases of each capability; all of the text is authored. `--json` keeps the numbers. With
`--redact` every text is redacted first, as on its way through a night: names are placeholders then.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpora.story import Prediction
from corpora.taxonomy import load_taxonomy
from models.behaviour.judging import Tag, run
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
    parser.add_argument("--redact", action="store_true", help="redact the texts before tagging")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failing cases to show")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers here")
    arguments = parser.parse_args(words)
    tagger = load_checkpoint(arguments.checkpoint, load_taxonomy())
    tag = _redacting(tagger.tag) if arguments.redact else tagger.tag
    results = run(tag, capabilities())
    print(f"{tagger.version}\n\n{table(results)}")
    if arguments.show:
        print(f"\n{failing(results, arguments.show)}")
    if arguments.json:
        content = as_json(results, tagger.version)
        arguments.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _redacting(tag: Tag) -> Tag:
    from corpora.redaction import Redacted, Redactor
    from models.entities.folder import load_recogniser

    redactor = Redactor(recogniser=load_recogniser())

    def redacted(texts: Iterable[str]) -> Iterable[Prediction]:
        done = redactor.redact_all(list(texts))
        return tag([one.text for one in done if isinstance(one, Redacted)])

    return redacted


if __name__ == "__main__":
    main()
