"""Measure the redactor on `corpora/gold/personal-data.jsonl`: what leaks, what is masked too much.

python -m benchmarks.redaction [--spacy-model en_core_web_sm] [--show dev]
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path

from corpora.redaction import REDACTOR_VERSION, Redactor
from corpora.redaction.placeholders import PLACEHOLDER

GOLD = Path(__file__).resolve().parents[1] / "corpora" / "gold" / "personal-data.jsonl"
_TOKEN = re.compile(r"\w+")
_ROLES = {"customer": "CUSTOMER", "employee": "EMPLOYEE", "other": "PERSON"}
_SPEED_CHARACTERS = 300_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of characters that must not be published."""

    type: str
    role: str | None
    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """An invented text with all its personal data marked."""

    id: str
    split: str
    text: str = field(repr=False)
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class Tally:
    """Counts over the passages of one split."""

    entities: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)
    """Entities with every mention masked in full, by gold type."""
    placeholders: Counter[str] = field(default_factory=Counter)
    right_placeholders: Counter[str] = field(default_factory=Counter)
    """Placeholders that cover some gold mention, by their own type."""
    persons_with_role: int = 0
    right_roles: int = 0
    documents: int = 0
    leaking: int = 0
    other_tokens: int = 0
    overmasked: int = 0
    missed: list[str] = field(default_factory=list)
    excess: list[str] = field(default_factory=list)


def read_gold() -> list[Passage]:
    """Read the measured set."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [
        Passage(r["id"], r["split"], r["text"], tuple(Mention(**e) for e in r["entities"]))
        for r in rows
    ]


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    centre = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, centre - reach), min(1.0, centre + reach)


def measure(redactor: Redactor, passages: Sequence[Passage]) -> Tally:
    """Redact every passage and compare with its gold mentions."""
    tally = Tally()
    for passage in passages:
        _count(redactor, passage, tally)
    return tally


def _count(redactor: Redactor, passage: Passage, tally: Tally) -> None:
    redacted = redactor.redact(passage.text)
    cover: dict[int, str] = {}
    secret = {p for m in passage.mentions for p in range(m.start, m.end)}
    for found in PLACEHOLDER.finditer(redacted.text):
        span = redacted.offsets.to_input(*found.span())
        cover.update(dict.fromkeys(range(span.start, span.end), found.group(1)))
        tally.placeholders[found.group(1)] += 1
        if secret.isdisjoint(range(span.start, span.end)):
            tally.excess.append(
                f"{passage.id} {found.group()} {passage.text[span.start : span.end]!r}"
            )
        else:
            tally.right_placeholders[found.group(1)] += 1

    entities: dict[str, list[Mention]] = defaultdict(list)
    for mention in passage.mentions:
        entities[mention.entity].append(mention)
    leaks = 0
    for mentions in entities.values():
        kind = mentions[0].type
        left = [m for m in mentions if _left(passage.text, m, cover)]
        tally.entities[kind] += 1
        tally.masked[kind] += not left
        leaks += bool(left)
        tally.missed += [f"{passage.id} {kind} {passage.text[m.start : m.end]!r}" for m in left]
        if kind == "PERSON" and not left:
            tally.persons_with_role += 1
            given = Counter(cover[m.start] for m in mentions).most_common(1)[0][0]
            tally.right_roles += given == _ROLES[mentions[0].role or "other"]
    tally.documents += 1
    tally.leaking += leaks > 0
    for token in _TOKEN.finditer(passage.text):
        if secret.isdisjoint(range(*token.span())):
            tally.other_tokens += 1
            tally.overmasked += token.start() in cover


def _left(text: str, mention: Mention, cover: dict[int, str]) -> bool:
    """Whether a letter or digit of the mention is still there."""
    return any(text[p].isalnum() and p not in cover for p in range(mention.start, mention.end))


def report(name: str, tally: Tally) -> str:
    """Return the figures of one split as Markdown."""
    lines = [
        f"### {name}: {tally.documents} passages, {sum(tally.entities.values())} entities",
        "",
        "| type | entities | recall | 95% |",
        "| --- | ---: | ---: | --- |",
    ]
    structured = [kind for kind in sorted(tally.entities) if kind != "PERSON"]
    rows = [(kind, tally.masked[kind], tally.entities[kind]) for kind in ["PERSON", *structured]]
    rows.append(
        (
            "all structured",
            sum(tally.masked[kind] for kind in structured),
            sum(tally.entities[kind] for kind in structured),
        )
    )
    for kind, masked, entities in rows:
        low, high = wilson(masked, entities)
        share = masked / entities if entities else 0.0
        lines.append(f"| {kind} | {entities} | {share:.3f} | {low:.3f}-{high:.3f} |")
    lines += ["", "| placeholder | given | precision |", "| --- | ---: | ---: |"]
    for kind, given in sorted(tally.placeholders.items()):
        lines.append(f"| {kind} | {given} | {tally.right_placeholders[kind] / given:.3f} |")
    low, high = wilson(tally.leaking, tally.documents)
    lines += [
        "",
        f"- passages with a leak: {tally.leaking}/{tally.documents} = "
        f"{tally.leaking / max(1, tally.documents):.3f} (95% {low:.3f}-{high:.3f})",
        f"- other tokens masked: {tally.overmasked}/{tally.other_tokens} = "
        f"{tally.overmasked / max(1, tally.other_tokens):.4f}",
        f"- persons with the right role: {tally.right_roles}/{tally.persons_with_role}",
    ]
    return "\n".join(lines)


def characters_per_second(redactor: Redactor, passages: Sequence[Passage]) -> float:
    """Redact passages of the usual length, one by one, until enough was redacted."""
    done = 0
    began = time.process_time()  # of this process: other load on the machine does not count
    while done < _SPEED_CHARACTERS:
        for passage in passages:
            redactor.redact(passage.text)
            done += len(passage.text)
    return done / (time.process_time() - began)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spacy-model", default=None)
    parser.add_argument("--show", choices=("dev", "test"), help="list what was missed and excess")
    chosen = parser.parse_args()
    redactor = Redactor(spacy_model=chosen.spacy_model)
    gold = read_gold()
    print(f"redactor {REDACTOR_VERSION}\n")
    for split in ("dev", "test"):
        tally = measure(redactor, [p for p in gold if p.split == split])
        print(report(split, tally), end="\n\n")
        if chosen.show == split:
            print("\n".join(["missed:", *tally.missed, "excess:", *tally.excess]), end="\n\n")
    print(f"{characters_per_second(redactor, gold) / 1000:.0f} thousand characters per second")


if __name__ == "__main__":
    main()
