"""Which labelled passages are learned from, which choose and calibrate, which judge.

A row's own `split` counts (`train`, `dev` or `validation`, `test`); where a file does not say, a
digest of the group decides, so that a passage stays where it is when the file grows.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpora.duplicates import (
    NEAR_DUPLICATE_SIMILARITY,
    near_duplicate_keys,
    similarity,
    text_digest,
)
from corpora.errors import GateError
from corpora.labelled import LabelledPassage
from models.text_keys import text_key

_SHARES = (("train", 0.70), ("dev", 0.15), ("test", 0.15))
_NAMES = {"train": "train", "dev": "dev", "validation": "dev", "test": "test"}


@dataclass(frozen=True, slots=True)
class Splits:
    """Labelled passages by use."""

    train: tuple[LabelledPassage, ...]
    dev: tuple[LabelledPassage, ...]
    test: tuple[LabelledPassage, ...]
    dropped: int
    """Passages left out of train and dev because test, or dev, holds a near duplicate."""
    learned_before: int = 0
    """Passages left out of dev and test because the champion learned from texts of their group."""
    authored: frozenset[str] = frozenset()
    """Origins whose text was written for the project; what comes from elsewhere is real."""


def split_passages(
    passages: Iterable[LabelledPassage], learned: Collection[str] = frozenset()
) -> Splits:
    """Split by group and keep near duplicates apart; test goes first, then dev.

    `learned` are keys of texts (`models/text_keys.py`) that neither may hold: a group with one of
    them is learned from again, or left out where its rows say `dev` or `test`.

    Raises GateError when a part is empty, a split is unknown, or a group stands on two sides.
    """
    parts: dict[str, list[LabelledPassage]] = {"test": [], "dev": [], "train": []}
    side: dict[str, str] = {}
    learned_before = 0
    passages = list(passages)
    known = {_group(p) for p in passages if learned and text_key(p.text) in learned}
    for passage in passages:
        part = _part(passage)
        if part != "train" and _group(passage) in known:
            if passage.split:
                learned_before += 1
                continue
            part = "train"
        if side.setdefault(_group(passage), part) != part:
            raise GateError(
                f"group {passage.group} of {passage.origin} stands in two splits; "
                "a group must be wholly in one"
            )
        parts[part].append(passage)
    seen = SeenTexts()
    kept: dict[str, tuple[LabelledPassage, ...]] = {}
    for name, members in parts.items():
        kept[name] = tuple(p for p in members if not seen.holds(p.text))
        for passage in kept[name]:
            seen.add(passage.text)
    if empty := [name for name in ("train", "dev", "test") if not kept[name]]:
        raise GateError(
            f"no labelled passages for {', '.join(empty)}"
            + (f" ({learned_before} left out, as the champion learned them)" * bool(learned_before))
            + "; give more labelled files, or set `split` in their rows"
        )
    dropped = sum(map(len, parts.values())) - sum(map(len, kept.values()))
    return Splits(kept["train"], kept["dev"], kept["test"], dropped, learned_before)


def _group(passage: LabelledPassage) -> str:
    return f"{passage.origin}/{passage.group}"


class SeenTexts:
    """Texts so far, found again exactly or nearly."""

    def __init__(self) -> None:
        self._exact: set[str] = set()
        self._near: dict[int, list[str]] = {}

    def holds(self, text: str) -> bool:
        """Whether this text, or one that is nearly the same, was added."""
        if text_digest(text) in self._exact:
            return True
        return any(
            similarity(text, other) >= NEAR_DUPLICATE_SIMILARITY
            for key in near_duplicate_keys(text)
            for other in self._near.get(key, [])
        )

    def add(self, text: str) -> None:
        """Remember a text."""
        self._exact.add(text_digest(text))
        for key in near_duplicate_keys(text):
            self._near.setdefault(key, []).append(text)


def _part(passage: LabelledPassage) -> str:
    if passage.split in _NAMES:
        return _NAMES[passage.split]
    if passage.split:
        # To draw a side here could put what somebody set aside for testing into training.
        raise GateError(
            f"passage {passage.passage_id} of {passage.origin} has an unknown split; "
            f"known: {', '.join(_NAMES)}"
        )
    drawn = hashlib.sha256(_group(passage).encode()).digest()
    share, upto = int.from_bytes(drawn[:8], "big") / 2**64, 0.0
    for name, part in _SHARES:
        upto += part
        if share < upto:
            return name
    return _SHARES[-1][0]
