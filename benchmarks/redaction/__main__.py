"""Measure redaction: storylode beside Presidio, on the same texts, in one run.

python -m benchmarks.redaction [--presidio-spacy en_core_web_sm] [--misses FILE.jsonl] [--json OUT]

An entity counts as masked only if all its mentions are, under whatever type. Intervals are 95%
(Wilson), widened where documents are alike. `CONTRIBUTING.md` tells where the templates come from.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.redaction.figures import figures
from benchmarks.redaction.misses import misses
from benchmarks.redaction.presidio import PresidioAnalyzer
from benchmarks.redaction.report import disagreement, markdown, plain
from benchmarks.redaction.score import measure
from benchmarks.redaction.sets import (
    DOCUMENTS,
    FROM_TEMPLATES,
    NAMES,
    OF_EACH_FORM,
    SEED,
    Filling,
    MeasuredSet,
    build_set,
    marked_set,
)
from benchmarks.redaction.systems import Presidio, Storylode, System, build_redactor
from benchmarks.redaction.templates import shipped_templates
from corpora.redaction import Redactor

SYSTEMS = ("storylode", "presidio")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables; write what is asked for. `arguments`: those of the command line."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        sets = list(_sets(chosen))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    redactor = build_redactor(chosen.spacy_model) if "storylode" in chosen.systems else None
    version = redactor.version if redactor else None
    systems = list(_systems(chosen, redactor))
    written: list[str] = []
    values: list[dict[str, object]] = []
    print(f"## Redaction: redactor {version or 'not measured'}\n")
    for measured in sets:
        outcomes = {system.name: measure(system, measured.documents) for system in systems}
        by_system = {name: figures(each) for name, each in outcomes.items()}
        print(markdown(measured, by_system), end="\n\n")
        if len(systems) > 1:
            print(disagreement(outcomes), end="\n\n", flush=True)
        values.append(plain(measured, by_system))
        for name, each in outcomes.items():
            written += misses(measured, name, each)
    if chosen.misses:
        chosen.misses.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    if chosen.json:
        report = {"redactor_version": version, "sets": values}
        chosen.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.redaction", description=__doc__.split("\n")[0]
    )
    add = parser.add_argument
    add("--systems", nargs="+", choices=SYSTEMS, default=SYSTEMS)
    add("--presidio-spacy", metavar="PIPELINE", help="spaCy pipeline that Presidio uses for names")
    add("--spacy-model", metavar="PIPELINE", help="spaCy pipeline that storylode uses besides")
    add("--sets", nargs="*", choices=NAMES, default=NAMES)
    add("--marked", type=Path, help="your own texts, columns of personal-data.jsonl; never shown")
    add("--templates", type=Path, help="one per line; default: those of presidio-evaluator")
    add("--documents", type=int, default=DOCUMENTS, help="filled templates")
    add("--of-each-form", type=int, default=OF_EACH_FORM, help="garbled documents per form")
    add("--seed", type=int, default=SEED)
    add("--misses", type=Path, help="write misses and needless masks here, as lines of JSON")
    add("--json", type=Path, help="write all figures here")
    return parser


def _systems(chosen: argparse.Namespace, redactor: Redactor | None) -> Iterator[System]:
    if redactor:
        yield Storylode(redactor)
    if "presidio" in chosen.systems:
        analyzer = PresidioAnalyzer(chosen.presidio_spacy)
        if chosen.presidio_spacy != analyzer.pipeline:
            print("Presidio runs without names: name an installed pipeline", file=sys.stderr)
        yield Presidio(analyzer)


def _sets(chosen: argparse.Namespace) -> Iterator[MeasuredSet]:
    """Build the sets. Raises OSError for a file that cannot be read, ValueError for its content."""
    filling = None
    if set(chosen.sets) & set(FROM_TEMPLATES):
        templates = chosen.templates or shipped_templates()
        if templates is None:
            raise ValueError(
                "no templates: pip install --no-deps presidio-evaluator, name a file with "
                "--templates, or measure on gold alone with --sets gold-test gold-dev"
            )
        filling = Filling(templates, chosen.documents, chosen.of_each_form, chosen.seed)
    for name in chosen.sets:
        yield build_set(name, filling)
    if chosen.marked:
        yield marked_set(chosen.marked)


if __name__ == "__main__":
    main()
