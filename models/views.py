"""Views of labelled passages: what is left of a tag with its evidence alone, or without it.

Learned from beside the whole passages, they tie a tag to the words that show it, as data
augmentation with rationales does (Pruthi et al. 2022, https://arxiv.org/abs/2012.00893; Jain et
al. 2020 select what the evidence alone must say, https://arxiv.org/abs/2005.00115). Three kinds:

- *alone*: the evidence, or the sentences that hold it; the tag holds, of the rest nothing is known;
- *without*: the passage with the evidence cut out; the tag no longer holds;
- *elsewhere*: sentences that hold no evidence of any tag; no driver, no excuse, no personalization.

A moment is judged from the whole passage, so it is never said to be gone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpora.labelled import LabelledPassage
from corpora.offsets import Edit, apply_edits
from corpora.sentences import sentence_spans
from corpora.story import Evidence, Span, Tags
from corpora.taxonomy import Facet, Taxonomy


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from, and what is known of it."""

    text: str = field(repr=False)
    tags: Tags
    unknown: frozenset[tuple[str, str]] = frozenset()
    """(facet, label) of annotated facets of which this text does not tell whether they hold."""


def whole(passage: LabelledPassage) -> Example:
    """Return the passage as it is."""
    return Example(passage.text, passage.tags)


def view_of(passage: LabelledPassage, tag: str, kind: str, taxonomy: Taxonomy) -> Example:
    """Return the view of a kind for a tag that the passage has evidence of.

    `kind` is `words` or `sentences` (the evidence alone, bare or in its sentences), `without` or
    `elsewhere`. `without` a moment, or a tag of a facet that has no label for its absence, is the
    tag alone.
    """
    facet = taxonomy.facet(tag.partition(".")[0])
    if kind == "elsewhere":
        return _elsewhere(passage, taxonomy)
    can_go = facet.name != "moment" and (facet.kind == "multi" or facet.absent is not None)
    if kind == "without" and can_go:
        return _without(passage, tag, facet)
    return _alone(passage, tag, facet, in_sentences=kind == "sentences")


def _alone(passage: LabelledPassage, tag: str, facet: Facet, *, in_sentences: bool) -> Example:
    spans: Sequence[Span | Evidence] = [e for e in passage.tags.evidence if e.tag == tag]
    if in_sentences:
        spans = [s for s in sentence_spans(passage.text) if any(_touch(s, e) for e in spans)]
    label = tag.partition(".")[2] or passage.tags.one(facet.name)
    others = {(facet.name, name) for name in facet.label_names if name != label}
    return Example(
        " ".join(passage.text[span.start : span.end] for span in spans),
        Tags({facet.name: (label,)}),
        frozenset(others) if facet.kind == "multi" else frozenset(),
    )


def _without(passage: LabelledPassage, tag: str, facet: Facet) -> Example:
    cut = sorted((e.start, e.end) for e in passage.tags.evidence if e.tag == tag)
    text, offsets = apply_edits(passage.text, [Edit(*span, "") for span in _merged(cut)])
    gone = facet.absent if facet.kind == "single" else tag.partition(".")[2]
    labels = dict(passage.tags.labels)
    labels[facet.name] = (
        (str(gone),)
        if facet.kind == "single"
        else tuple(name for name in labels[facet.name] if name != gone)
    )
    evidence, unknown = [], set()
    for other in passage.tags.evidence:
        if other.tag == tag:
            continue
        left = offsets.to_output(other.start, other.end)
        if left and left.end - left.start == other.end - other.start:
            evidence.append(Evidence(other.tag, left.start, left.end))
            continue
        name, _, label = other.tag.partition(".")
        if label:
            unknown.add((name, label))
        else:
            labels.pop(name, None)
    return Example(text, Tags(labels, tuple(evidence)), frozenset(unknown))


def _elsewhere(passage: LabelledPassage, taxonomy: Taxonomy) -> Example:
    silent = [
        span
        for span in sentence_spans(passage.text)
        if not any(_touch(span, each) for each in passage.tags.evidence)
    ]
    quoted = {each.tag for each in passage.tags.evidence} | {None}
    labels: dict[str, tuple[str, ...]] = {}
    for facet in taxonomy.facets:
        given = passage.tags.labels.get(facet.name)
        if given is None or not facet.evidence or facet.name == "moment":
            continue
        # A tag whose evidence nobody marked may be shown by any sentence.
        if {facet.evidence_tag(label) for label in given} <= quoted:
            labels[facet.name] = () if facet.absent is None else (facet.absent,)
    return Example(" ".join(passage.text[s.start : s.end] for s in silent), Tags(labels))


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join sorted spans that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _touch(one: Span | Evidence, other: Span | Evidence) -> bool:
    return one.start < other.end and other.start < one.end
