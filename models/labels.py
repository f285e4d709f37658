"""Where every facet's labels sit in the network's flat output, and targets in that layout."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from corpora.story import Tags
from corpora.taxonomy import Facet, Taxonomy


@dataclass(frozen=True)
class LabelLayout:
    """The flat label axis L: facets side by side in the taxonomy's order."""

    taxonomy: Taxonomy

    @property
    def size(self) -> int:
        return sum(len(facet.labels) for facet in self.taxonomy.facets)

    def slices(self) -> list[tuple[Facet, slice]]:
        """Return each facet with its part of the label axis."""
        found: list[tuple[Facet, slice]] = []
        start = 0
        for facet in self.taxonomy.facets:
            found.append((facet, slice(start, start + len(facet.labels))))
            start += len(facet.labels)
        return found

    def names(self) -> list[tuple[str, str]]:
        """Return (facet, label) of every position."""
        return [(f.name, name) for f in self.taxonomy.facets for name in f.label_names]

    def evidence_tags(self) -> list[str | None]:
        """Return the evidence tag of every position, None where the label has no evidence."""
        return [f.evidence_tag(name) for f in self.taxonomy.facets for name in f.label_names]

    def targets(self, tags: Sequence[Tags]) -> tuple[Tensor, Tensor]:
        """Return (B, L) targets 0/1 and (B, L) mask, True where the facet was annotated."""
        target = torch.zeros(len(tags), self.size)
        known = torch.zeros(len(tags), self.size, dtype=torch.bool)
        for row, tag in enumerate(tags):
            for facet, part in self.slices():
                if facet.name not in tag.labels:
                    continue
                known[row, part] = True
                for label in tag.labels[facet.name]:
                    target[row, part.start + facet.label_names.index(label)] = 1.0
        return target, known
