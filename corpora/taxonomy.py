"""The facets and labels that stories are tagged with, read from `configs/taxonomy.yaml`."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpora.errors import ConfigError

DEFAULT_TAXONOMY = Path(__file__).resolve().parents[1] / "configs" / "taxonomy.yaml"


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Label(_Written):
    """One answer to a facet's question."""

    name: str = Field(pattern=r"^[a-z][a-z_]*$")
    definition: str = Field(min_length=1)
    example: str = Field(min_length=1)


class Facet(_Written):
    """One question asked of every story."""

    name: str = Field(pattern=r"^[a-z][a-z_]*$")
    question: str = Field(min_length=1)
    kind: Literal["single", "multi"]
    """`single`: exactly one label holds; `multi`: any number."""
    absent: str | None = None
    """The label of a single facet that means that there is nothing to tag."""
    evidence: bool = False
    """Whether its tags are shown in the words of the story."""
    labels: tuple[Label, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _labels_are_distinct(self) -> "Facet":
        names = self.label_names
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"label used twice in facet '{self.name}': {', '.join(doubled)}")
        if self.absent is not None and (self.kind != "single" or self.absent not in names):
            raise ValueError(
                f"facet '{self.name}': absent is '{self.absent}', "
                f"but must be one of its labels ({', '.join(names)}) and the facet single"
            )
        return self

    @property
    def label_names(self) -> tuple[str, ...]:
        return tuple(label.name for label in self.labels)

    def evidence_tag(self, label: str) -> str | None:
        """Name the tag that evidence for `label` carries; None where there is no evidence."""
        if not self.evidence or label == self.absent:
            return None
        return self.name if self.kind == "single" else f"{self.name}.{label}"


class _TaxonomyFile(_Written):
    version: str = Field(min_length=1)
    facets: tuple[Facet, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _facets_are_distinct(self) -> "_TaxonomyFile":
        names = [facet.name for facet in self.facets]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"facet used twice: {', '.join(doubled)}")
        return self


@dataclass(frozen=True)
class Taxonomy:
    """All facets, with a version for people and a digest for machines."""

    version: str
    facets: tuple[Facet, ...]

    @cached_property
    def digest(self) -> str:
        """SHA-256 over version, facets and labels in order; wording does not count."""
        shape = [
            self.version,
            [[f.name, f.kind, f.absent, f.evidence, list(f.label_names)] for f in self.facets],
        ]
        return hashlib.sha256(json.dumps(shape).encode()).hexdigest()

    def facet(self, name: str) -> Facet:
        """Return the facet called `name`.

        Raises ConfigError when there is none.
        """
        for facet in self.facets:
            if facet.name == name:
                return facet
        known = ", ".join(f.name for f in self.facets)
        raise ConfigError(f"facet '{name}' is not in the taxonomy; known facets: {known}")

    def as_json(self) -> dict[str, object]:
        """Return what `taxonomy_from_json` reads back."""
        return {"version": self.version, "facets": [f.model_dump() for f in self.facets]}


def taxonomy_from_json(content: object, where: str) -> Taxonomy:
    """Check a parsed taxonomy.

    Raises ConfigError that names `where`, the key and the reason, for every problem at once.
    """
    try:
        parsed = _TaxonomyFile.model_validate(content)
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()
        )
        raise ConfigError(f"{where}: {problems}") from error
    return Taxonomy(parsed.version, parsed.facets)


def load_taxonomy(path: Path = DEFAULT_TAXONOMY) -> Taxonomy:
    """Read the taxonomy file.

    Raises ConfigError when it is missing, is no YAML, has an unknown key or a label used twice.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 1})" if mark else ""
        raise ConfigError(f"{path}: not YAML{line}") from error
    return taxonomy_from_json(content, str(path))
