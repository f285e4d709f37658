"""How often an epoch reads the passages of each labelled file."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpora.errors import ConfigError
from corpora.labelled import LabelledPassage
from models.retraining_data import REVIEWS
from models.splits import Splits


def with_passes(
    passages: Sequence[LabelledPassage], passes: Mapping[str, float], seed: int
) -> list[LabelledPassage]:
    """Repeat passages by their origin: 1 where `passes` does not say.

    2 holds each passage twice, 0.4 holds two in five of them, drawn once by the seed, 0 none.
    Raises ConfigError when nothing is left.
    """
    random = np.random.default_rng(seed)
    found: list[LabelledPassage] = []
    for origin in sorted({passage.origin for passage in passages}):
        own = [passage for passage in passages if passage.origin == origin]
        whole, part = divmod(passes.get(origin, 1.0), 1)
        drawn = sorted(random.permutation(len(own))[: round(part * len(own))])
        found += own * int(whole) + [own[int(at)] for at in drawn]
    if not found:
        raise ConfigError("passes: no passage to learn from is left; give a file more than 0")
    return found


def check_passes(passes: Mapping[str, float], splits: Splits) -> None:
    """Raise ConfigError for a name that no labelled file goes by, as a slip would go unseen."""
    known = {p.origin for part in (splits.train, splits.dev, splits.test) for p in part} | {REVIEWS}
    if unknown := sorted(set(passes) - known):
        raise ConfigError(
            f"passes: no labelled file goes by {', '.join(unknown)}; "
            f"known: {', '.join(sorted(known))}"
        )
