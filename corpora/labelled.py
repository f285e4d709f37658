"""Labelled passages: gold, own labelled files, and outside labelled sets, in one reader.

A row is a JSON object with `id`, `text`, the facets, and optionally `evidence`, either as spans
`[{"tag", "start", "end"}]` or as quotes `{"tag": "words of the text"}`. A facet whose key is absent
counts as not annotated. `group` keeps related passages on one side of a split; `split` names it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import SourceError
from corpora.story import Evidence, Tags
from corpora.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage that somebody has tagged."""

    passage_id: str
    text: str = field(repr=False)
    tags: Tags
    group: str
    split: str
    """`train`, `dev`, `test`, or empty where the file does not say."""
    origin: str
    """Name of the file, without its suffix."""


def read_labelled(path: Path, taxonomy: Taxonomy) -> Iterator[LabelledPassage]:
    """Yield every passage of a JSONL file.

    Raises SourceError that names the line: a set with a wrong line must not be learned from.
    """
    try:
        # Not splitlines: JSON strings may hold U+2028 and other characters that it would cut at.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            f"{path}: cannot be read as UTF-8 JSONL ({type(error).__name__})"
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SourceError(f"{where}: not a line of JSON") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row.get("id"):
            raise SourceError(f"{where}: needs an object with 'id' and 'text'")
        yield LabelledPassage(
            passage_id=str(row["id"]),
            text=row["text"],
            tags=_parse_tags(row, taxonomy, where),
            group=str(row.get("group", row["id"])),
            split=str(row.get("split", "")),
            origin=path.stem,
        )


def tags_as_row(tags: Tags, taxonomy: Taxonomy) -> dict[str, object]:
    """Return facets and evidence spans as they stand in a labelled row."""
    row: dict[str, object] = {}
    for facet in taxonomy.facets:
        if facet.name in tags.labels:
            given = tags.labels[facet.name]
            row[facet.name] = given[0] if facet.kind == "single" else list(given)
    row["evidence"] = [{"tag": e.tag, "start": e.start, "end": e.end} for e in tags.evidence]
    return row


def _parse_tags(row: Mapping[str, object], taxonomy: Taxonomy, where: str) -> Tags:
    labels: dict[str, tuple[str, ...]] = {}
    for facet in taxonomy.facets:
        value = row.get(facet.name)
        if value is None:
            continue
        given = value if isinstance(value, list) else [value]
        if facet.kind == "single" and len(given) != 1:
            raise SourceError(f"{where}: '{facet.name}' needs one label, got {len(given)}")
        unknown = [label for label in given if label not in facet.label_names]
        if unknown:
            raise SourceError(
                f"{where}: '{facet.name}' has an unknown label; known: "
                f"{', '.join(facet.label_names)}"
            )
        labels[facet.name] = tuple(label for label in facet.label_names if label in given)
    evidence = _parse_evidence(row, where)
    known = {f.evidence_tag(label) for f in taxonomy.facets for label in f.label_names}
    if any(one.tag not in known for one in evidence):
        raise SourceError(
            f"{where}: evidence has an unknown tag; expected e.g. 'moment' or 'excuses.policy'"
        )
    return Tags(labels, evidence)


def _parse_evidence(row: Mapping[str, object], where: str) -> tuple[Evidence, ...]:
    text, written = str(row["text"]), row.get("evidence") or []
    found: list[Evidence] = []
    if isinstance(written, dict):
        for tag, quote in written.items():
            start = text.find(str(quote))
            if start < 0 or not quote:
                raise SourceError(
                    f"{where}: evidence number {len(found) + 1} is no quote of the text"
                )
            found.append(Evidence(str(tag), start, start + len(str(quote))))
    elif isinstance(written, list):
        for span in written:
            try:
                evidence = Evidence(str(span["tag"]), int(span["start"]), int(span["end"]))
            except (KeyError, TypeError, ValueError) as error:
                raise SourceError(f"{where}: evidence needs tag, start and end") from error
            if not 0 <= evidence.start < evidence.end <= len(text):
                raise SourceError(f"{where}: evidence number {len(found) + 1} is outside the text")
            found.append(evidence)
    else:
        raise SourceError(f"{where}: evidence needs a list of spans, or quotes by tag")
    return tuple(sorted(found))
