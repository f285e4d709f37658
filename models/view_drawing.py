"""Draw the views of an epoch: of which passages, for which tags, of which kinds."""

from collections.abc import Iterator, Sequence

import numpy as np

from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.views import Example, view_of

_KINDS = {"words": 0.1, "sentences": 0.25, "without": 0.45, "elsewhere": 0.2}
"""Shares of the kinds; `words` and `sentences` are the evidence alone, bare or in its sentences."""
_LEAST_WORDS = 3
"""A view of fewer words than this says nothing that could be judged."""


def view_count(passages: Sequence[LabelledPassage], share: float) -> int:
    """Return how many views `draw_views` draws at most."""
    return round(share * sum(bool(passage.tags.evidence) for passage in passages))


def draw_views(
    passages: Sequence[LabelledPassage],
    taxonomy: Taxonomy,
    share: float,
    random: np.random.Generator,
) -> Iterator[Example]:
    """Yield one view each of `share`, 0..1, of the passages with evidence of a given tag.

    A view that would hold under three words is left out.
    """
    shown = [passage for passage in passages if _shown_tags(passage, taxonomy)]
    kinds, chances = list(_KINDS), list(_KINDS.values())
    for row in random.permutation(len(shown))[: view_count(passages, share)]:
        passage = shown[int(row)]
        tags = _shown_tags(passage, taxonomy)
        tag, kind = tags[int(random.integers(len(tags)))], str(random.choice(kinds, p=chances))
        view = view_of(passage, tag, kind, taxonomy)
        if len(view.text.split()) >= _LEAST_WORDS:
            yield view


def _shown_tags(passage: LabelledPassage, taxonomy: Taxonomy) -> list[str]:
    """Return the tags that were given and have evidence; a row may quote for one that was not."""
    given = {
        facet.evidence_tag(label)
        for facet in taxonomy.facets
        for label in passage.tags.labels.get(facet.name, ())
    }
    return sorted({each.tag for each in passage.tags.evidence if each.tag in given})
