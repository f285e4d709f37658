"""What a person writes to ask for a collection: `configs/collections/*.yaml`."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpora.errors import ConfigError
from corpora.taxonomy import Taxonomy

Count = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(gt=0, le=1)]
Probability = Annotated[float, Field(ge=0, le=1)]
Labels = Annotated[tuple[str, ...], Field(min_length=1)]


class Collection(BaseModel):
    """Which stories are wanted, and how they are shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    title: str = Field(min_length=1)
    """Headline of the page."""
    purpose: str = Field(min_length=1)
    """What the collection is for, in a sentence or two; stands under the headline."""
    where: dict[str, Labels] = Field(min_length=1)
    """Facet -> labels: any label of a facet will do, and every facet must be met."""
    min_probability: Probability = 0.5
    """A tag counts from this calibrated probability on, 0..1."""
    min_probability_of: dict[str, Probability] = Field(default_factory=dict)
    """`facet.label` -> probability, where a tag needs another one than `min_probability`."""
    window_days: Count | None = None
    """Days counted back from the end of the window; None means any time before that end."""
    undated: Literal["include", "exclude"] = "exclude"
    """What to do with stories whose source does not say when the customer spoke."""
    order: Literal["probability", "newest"] = "probability"
    """Which stories come first, on the page and when there are more than `limit`."""
    limit: Annotated[int, Field(ge=1, le=1000)] = 20
    """Most stories shown."""
    per_source: Count | Share | None = None
    """Most stories of one source: a count (3), or a share of `limit` (0.3; at least one story)."""
    group_by: str | None = None
    """Facet whose labels become the sections of the page."""
    per_group: Count | None = None
    """Most stories of one section; needs `group_by`."""
    exclude_needs_review: bool = False
    """Whether to leave out stories that the tagger was unsure of and nobody has confirmed."""

    @property
    def per_source_count(self) -> int:
        """Most stories of one source, as a count."""
        if self.per_source is None:
            return self.limit
        if isinstance(self.per_source, int):
            return self.per_source
        return max(1, int(self.per_source * self.limit))

    def probability_needed(self, facet: str, label: str) -> float:
        """Return the probability from which the tag counts, 0..1."""
        return self.min_probability_of.get(f"{facet}.{label}", self.min_probability)


@dataclass(frozen=True, slots=True)
class CollectionFile:
    """A collection with the name and the digest of the file that asks for it."""

    name: str
    """File name without its suffix."""
    digest: str
    """SHA-256 of the file's bytes."""
    asks: Collection


def load_collection(path: Path, taxonomy: Taxonomy) -> CollectionFile:
    """Read what a person wrote and check it against the taxonomy.

    Raises ConfigError that names the file and every wrong key, with the known names.
    """
    try:
        content = path.read_bytes()
        asks = Collection.model_validate(yaml.safe_load(content))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise ConfigError(f"{path}: not YAML{line}") from error
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()
        )
        raise ConfigError(f"{path}: {problems}") from error
    if found := _unknown_names(asks, taxonomy):
        raise ConfigError(f"{path}: {'; '.join(found)}")
    return CollectionFile(path.stem, hashlib.sha256(content).hexdigest(), asks)


def _unknown_names(asks: Collection, taxonomy: Taxonomy) -> list[str]:
    known = {facet.name: facet.label_names for facet in taxonomy.facets}
    facets = ", ".join(known)
    problems = []
    for facet, labels in asks.where.items():
        if facet not in known:
            problems.append(f"where: unknown facet '{facet}'; known facets: {facets}")
            continue
        problems += [
            f"where.{facet}: unknown label '{label}'; known labels: {', '.join(known[facet])}"
            for label in labels
            if label not in known[facet]
        ]
    for tag in asks.min_probability_of:
        facet, _, label = tag.partition(".")
        if facet not in known:
            problems.append(
                f"min_probability_of: unknown facet '{facet}' in '{tag}'; known facets: {facets}"
            )
        elif label not in known[facet]:
            problems.append(
                f"min_probability_of: unknown label '{label}' in '{tag}'; "
                f"known labels: {', '.join(known[facet])}"
            )
    if asks.group_by is not None and asks.group_by not in known:
        problems.append(f"group_by: unknown facet '{asks.group_by}'; known facets: {facets}")
    if asks.per_group is not None and asks.group_by is None:
        problems.append("per_group: needs group_by, which names the facet of the sections")
    return problems
