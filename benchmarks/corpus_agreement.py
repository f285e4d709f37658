"""How far two annotators of the same bare text agree: Krippendorff's alpha, overlap of evidence.

Alpha is 1 - observed / expected disagreement (Krippendorff 2004): 1 is agreement, 0 is chance.
Facets with any number of labels are compared as sets by the MASI distance (Passonneau 2006), single
labels as present or not.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped]  # has no types
from nltk.metrics.distance import binary_distance, masi_distance  # type: ignore[import-untyped]

from benchmarks.gold_rows import GOLD, Row, read_rows

SINGLE = ("narrative", "narrator", "moment", "personalization")
MULTIPLE = ("drivers", "excuses")


def read_annotations() -> dict[str, dict[str, Row]]:
    """Return id -> annotator (`first`, `second`) -> labels, for the passages that have both."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in read_rows(GOLD / "annotations.jsonl"):
        found[row["id"]][row["annotator"]] = row
    return {id_: both for id_, both in found.items() if len(both) == 2}


def alphas(both: Mapping[str, Mapping[str, Row]]) -> dict[str, float]:
    """Return alpha by facet (`moment`) and by label (`moment.wow`)."""
    figures: dict[str, float] = {}
    for facet in (*SINGLE, *MULTIPLE):
        given = {
            (who, id_): frozenset([row[facet]] if facet in SINGLE else row[facet])
            for id_, pair in both.items()
            for who, row in pair.items()
        }
        # "nothing" counts as a label: MASI knows no distance between two empty sets.
        sets = {key: labels or frozenset(["nothing"]) for key, labels in given.items()}
        figures[facet] = _alpha(sets, masi_distance)
        for label in sorted(frozenset().union(*given.values())):
            held = {key: label in labels for key, labels in given.items()}
            figures[f"{facet}.{label}"] = _alpha(held, binary_distance)
    return figures


def evidence_token_f1(both: Mapping[str, Mapping[str, Row]], texts: Mapping[str, str]) -> float:
    """Return the mean F1 of the words quoted, over the tags that both annotators gave."""
    scores: list[float] = []
    for id_, pair in both.items():
        first, second = (_words_by_tag(pair[who], texts[id_]) for who in ("first", "second"))
        for tag in first.keys() & second.keys():
            shared = len(first[tag] & second[tag])
            scores.append(2 * shared / (len(first[tag]) + len(second[tag])))
    return sum(scores) / len(scores)


def _alpha(given: Mapping[tuple[str, str], Any], distance: Callable[[Any, Any], float]) -> float:
    triples = [(who, id_, labels) for (who, id_), labels in given.items()]
    return float(AnnotationTask(data=triples, distance=distance).alpha())


def _words_by_tag(row: Row, text: str) -> dict[str, set[int]]:
    """Return tag -> places of the words that its evidence touches."""
    ends: list[int] = []
    place = 0
    for word in text.split():
        place = text.index(word, place) + len(word)
        ends.append(place)
    found: dict[str, set[int]] = defaultdict(set)
    for span in row["evidence"]:
        starts = [0, *ends]
        found[span["tag"]] |= {
            at for at, end in enumerate(ends) if starts[at] < span["end"] and span["start"] < end
        }
    return dict(found)
