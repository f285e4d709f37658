"""Keyword rules: a label holds where one of its phrases stands in the text.

The phrases are in `keywords_phrases.py`. Nothing is learned but each single facet's most frequent
label in the training files, which is the answer where no phrase of the facet is found.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.keywords_phrases import PHRASES
from corpora.labelled import LabelledPassage
from models.calibration import Floats
from models.labels import LabelLayout
from models.linear import label_matrix


def keyword_answers(
    learn: Sequence[LabelledPassage],
    texts: Sequence[str],
    layout: LabelLayout,
    written: str = PHRASES,
) -> Floats:
    """Return (N, L) answers, 0 or 1.

    In a single facet the label with most different phrases wins, and the taxonomy's first of those
    that draw.
    """
    targets, _ = label_matrix(learn, layout)
    usual = targets.sum(0)  # (L,)
    hits = count_phrases(texts, layout, parse_phrases(written))
    answers = (hits > 0).astype(np.float64)
    for facet, part in layout.slices():
        if facet.kind == "single":
            found = np.where(hits[:, part].any(1), hits[:, part].argmax(1), usual[part].argmax())
            answers[:, part] = np.eye(len(facet.labels))[found]
    return answers


def parse_phrases(written: str) -> dict[str, list[str]]:
    """Read lines of `facet.label: phrase, phrase` into label -> phrases."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in written.strip().splitlines():
        label, _, phrases = line.partition(": ")
        found[label].extend(phrases.split(", "))
    return dict(found)


def count_phrases(
    texts: Sequence[str], layout: LabelLayout, phrases: Mapping[str, Sequence[str]]
) -> Floats:
    """Return (N, L): how many of a label's phrases a text holds, whatever the case."""
    columns = []
    # Phrases are written with straight apostrophes.
    plain = [text.replace("\u2019", "'") for text in texts]
    for facet, label in layout.names():
        patterns = [_pattern(phrase) for phrase in phrases.get(f"{facet}.{label}", ())]
        columns.append([sum(p.search(text) is not None for p in patterns) for text in plain])
    return np.array(columns, dtype=np.float64).T


def _pattern(phrase: str) -> re.Pattern[str]:
    """Match whole words; `*` stands for the rest of a word, a space for any white space."""
    escaped = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)
