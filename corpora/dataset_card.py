"""The card of a tagged dataset: what it holds, counted, and what its columns mean."""

from __future__ import annotations  # pyarrow's types are named here but imported late

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import TYPE_CHECKING

import yaml

from corpora.census import Census
from corpora.rows import row_schema
from corpora.taxonomy import Facet, Taxonomy

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

_COLUMNS = {
    "story_id": "Keyed digest; the same story has the same id in every release.",
    "record_id": "Keyed digest of the record that the story was first found in.",
    "source": "Configured name of the source.",
    "origins": "How many records hold the story.",
    "created_at": "When the customer spoke, UTC; null where the source does not say.",
    "text": "The story, redacted: persons, addresses, numbers and the like are placeholders.",
    "start": "Where the story starts in the record's cleaned text, in characters.",
    "end": "Where it ends there (exclusive).",
    "scores": "Facet -> label -> calibrated probability, 0 to 1.",
    "evidence": "Why a tag was given: `tag`, and `start` and `end` (exclusive) in `text`.",
    "needs_review": "Whether the tagger was too unsure to stand alone.",
    "review_status": "`unreviewed`, `confirmed`, `corrected`, `rejected` or `disputed`.",
    "model_version": "The tagger that gave the tags.",
    "taxonomy_version": "The version of `taxonomy.yaml`, which defines every label.",
    "redactor_version": "What took personal data out: its rules, and the digest of its policy.",
    "segmenter_version": "What cut records into stories.",
}
_LIMITS = """\
- Tags are a model's, unless `review_status` says `confirmed` or `corrected`; the thresholds are
  the model's own. Use `scores` to be stricter.
- Redaction finds most personal data, not all of it: handle the texts as personal data.
- English only; near duplicates are merged, so `origins` counts how often something was said.
- Stories come from people who chose to speak: shares are no estimate over all customers.
"""


def dataset_card(census: Census, taxonomy: Taxonomy, versions: Mapping[str, str]) -> str:
    """Return the README of a release: front matter for `datasets`, counts and meanings."""
    parts = [
        f"---\n{_front_matter(census, taxonomy)}---\n",
        "# Customer stories, tagged\n",
        f"{census.stories} stories from {len(census.sources)} sources, {_period(census)}. "
        f"{census.unsure} need review. Load it with `datasets.load_dataset(PATH)`.\n",
        "## Stories by source\n",
        _table(("source", "stories"), sorted(census.sources.items())),
        "## Stories by review\n",
        _table(("review status", "stories"), sorted(census.review_statuses.items())),
        "## Stories by label\n",
        *(_facet(facet, census) for facet in taxonomy.facets),
        "## Columns\n",
        _table(("column", "meaning"), _meanings(taxonomy)),
        "## Versions\n",
        _table(("part", "version"), sorted(versions.items())),
        "## Limits\n",
        _LIMITS,
    ]
    return "\n".join(parts)


def _front_matter(census: Census, taxonomy: Taxonomy) -> str:
    split = {
        "name": "train",
        "num_bytes": census.arrow_bytes,
        "num_examples": census.stories,
    }
    # No `configs`: with it `datasets` serves old rows from its cache for a path it knows.
    content = {
        "language": ["en"],
        "pretty_name": "Customer stories, tagged",
        "dataset_info": {
            "features": [_feature(column) for column in row_schema(taxonomy)],
            "splits": [split],
            "dataset_size": census.arrow_bytes,
        },
    }
    return yaml.safe_dump(content, sort_keys=False)


def _feature(column: pa.Field) -> dict[str, object]:
    """Describe a column the way `datasets` writes its features in a card."""
    return {"name": column.name, **_feature_type(column.type)}


def _feature_type(kind: pa.DataType) -> dict[str, object]:
    import pyarrow as pa

    if pa.types.is_struct(kind):
        return {"struct": [_feature(kind.field(i)) for i in range(kind.num_fields)]}
    if pa.types.is_list(kind):
        inner = _feature_type(kind.value_type)
        return {"list": inner.get("dtype") or inner["struct"]}
    names = {"float": "float32"}  # Arrow's own name for it is `float`
    return {"dtype": names.get(str(kind), str(kind))}


def _facet(facet: Facet, census: Census) -> str:
    rows = [
        (label.name, census.labels[facet.name, label.name], label.definition)
        for label in facet.labels
    ]
    many = "exactly one label" if facet.kind == "single" else "any number of labels"
    head = f"### {facet.name}: {facet.question} ({many})\n\n"
    return head + _table(("label", "stories", "meaning"), rows)


def _meanings(taxonomy: Taxonomy) -> list[tuple[str, str]]:
    facets = {facet.name: facet.question for facet in taxonomy.facets}
    order = [column.name for column in row_schema(taxonomy)]
    return [(name, _COLUMNS.get(name) or facets[name]) for name in order]


def _period(census: Census) -> str:
    if census.earliest is None or census.latest is None:
        return "none of them dated"
    first, last = (t.astimezone(UTC).date().isoformat() for t in (census.earliest, census.latest))
    undated = f", {census.undated} without a date" if census.undated else ""
    return f"{first} to {last}{undated}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    cells = [[" ".join(str(cell).split()).replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)
