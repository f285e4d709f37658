"""Measure the gold stories: counts, agreement, variety beside real text, near-duplicates, names.

python -m benchmarks.corpus [--real FILE...]

`--real` takes JSONL files, gzipped or not, with `text` and `source`: text of real people, to set
the variety beside, and for a probe that tries to tell the two apart.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus_agreement import alphas, evidence_token_f1, read_annotations
from benchmarks.corpus_probe import area, between_sources, mixed, read_real
from benchmarks.corpus_texts import (
    NEAR_DUPLICATE,
    distinct,
    names,
    openings,
    same_size,
    self_bleu,
    similar_pairs,
)
from benchmarks.gold_rows import PROMISED, Row, count, read_stories
from corpora.redaction import Redactor

_SHOWN = 8


def counts_table(rows: Sequence[Row]) -> str:
    """Return what was promised beside what is there."""
    counted = count(rows)
    lines = ["| what | promised | there |", "| --- | ---: | ---: |"]
    lines += [
        f"| {name} | {least} | {counted[name]}{'' if counted[name] >= least else ' TOO FEW'} |"
        for name, least in PROMISED.items()
    ]
    return "\n".join(lines)


def agreement_table(rows: Sequence[Row]) -> str:
    """Return alpha per facet and label, and the overlap of evidence."""
    both = read_annotations()
    figures = alphas(both)
    counted = count(rows)
    lines = [
        f"{len(both)} passages labelled twice, independently",
        "",
        "| facet or label | alpha | passages |",
        "| --- | ---: | ---: |",
    ]
    lines += [
        f"| {name} | {alpha:.3f} | {counted[name] or ''} |" for name, alpha in figures.items()
    ]
    texts = {row["id"]: row["text"] for row in rows}
    f1 = evidence_token_f1({id_: pair for id_, pair in both.items() if id_ in texts}, texts)
    return "\n".join([*lines, "", f"evidence of tags that both gave: token F1 {f1:.3f}"])


def variety_table(authored: Sequence[str], real: Sequence[str]) -> str:
    """Return distinct-n and self-BLEU of both at the same number of words."""
    # Distinct-n falls with size: both sides get the words of the smaller one.
    size = min(sum(len(text.split()) for text in side) for side in (authored, real)) * 9 // 10
    sides = [same_size(side, size) for side in (authored, real)]
    lines = [f"| at {size} words | authored | real |", "| --- | ---: | ---: |"]
    for name, figure in (
        ("distinct-2", lambda side: distinct(side, 2)),
        ("distinct-3", lambda side: distinct(side, 3)),
        ("self-BLEU", self_bleu),
    ):
        ours, theirs = (figure(side) for side in sides)
        lines.append(f"| {name} | {ours:.3f} | {theirs:.3f} |")
    return "\n".join(lines)


def most_frequent(what: str, counted: Counter[str], passages: int) -> str:
    """Return the most frequent of something, with its share of the passages."""
    shown = ", ".join(f"{x!r} {n / passages:.2%}" for x, n in counted.most_common(_SHOWN))
    return f"most frequent {what}: {shown}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, nargs="+", default=[], help="texts of real people")
    chosen = parser.parse_args()
    rows = read_stories()
    texts = [row["text"] for row in rows]

    print("## Counts", counts_table(rows), "## Agreement", agreement_table(rows), sep="\n\n")
    print("\n## Variety\n")
    if chosen.real:
        by_source = read_real(chosen.real)
        real = mixed(by_source, len(texts))
        print(variety_table(texts, real))
        auc, telling = area(texts, real)
        print(f"\nAUC of a probe that tells authored from real text: {auc:.3f}")
        print(f"the same probe on one real source and the others: {between_sources(by_source):.3f}")
        print(f"what gives authored text away: {', '.join(telling)}\n")
    pairs = similar_pairs(texts)
    alike = [pair for pair in pairs if pair[0] >= NEAR_DUPLICATE]
    print(f"near-duplicate pairs at {NEAR_DUPLICATE}: {len(alike)}; most alike {pairs[0][0]:.3f}")
    print(most_frequent("openings", openings(texts), len(texts)))
    print(most_frequent("names", names(texts, Redactor()), len(texts)))


if __name__ == "__main__":
    main()
