"""Does the text that judges stand among the text that was learned from?"""

from collections.abc import Collection, Sequence

from corpora.labelled import LabelledPassage
from models.splits import SeenTexts, Splits
from models.text_keys import text_key


def leaks(splits: Splits, learned: Collection[str] = ()) -> dict[str, int]:
    """Count passages of one split that another holds too, as a near-duplicate or by its group.

    0 everywhere is what `split_passages` promises; the gate counts again, on what was trained on.
    `learned` are keys of the texts that either checkpoint or one before it learned from.
    """
    pairs = {
        "test in train": (splits.test, splits.train),
        "test in dev": (splits.test, splits.dev),
        "dev in train": (splits.dev, splits.train),
    }
    found = {name: _repeated(ours, theirs) for name, (ours, theirs) in pairs.items()}
    return {**found, "test learned before": sum(text_key(p.text) in learned for p in splits.test)}


def _repeated(ours: Sequence[LabelledPassage], theirs: Sequence[LabelledPassage]) -> int:
    seen = SeenTexts()
    for passage in theirs:
        seen.add(passage.text)
    groups = {(passage.origin, passage.group) for passage in theirs}
    return sum(seen.holds(one.text) or (one.origin, one.group) in groups for one in ours)
