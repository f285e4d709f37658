"""What a checkpoint learned from, as keys of texts: a later training must not be judged on it.

A file that is given under another name is split anew, and a passage that the champion learned from
could then come to judge it, or what goes on from it. Only the very same words are found again.

A key holds no word, but who guesses a short text whole can confirm it: share a checkpoint that
learned from own stories with nobody who may not know that they are there. Forgetting a story takes
it out of the store, not out of what a checkpoint has learned, nor its key.
"""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from corpora.duplicates import text_digest
from corpora.errors import CheckpointError
from corpora.labelled import LabelledPassage

_DIGITS = 16
"""Of a text's digest, in hex: 64 bits, so that no two of millions of texts match by chance."""


def learned_keys(passages: Iterable[LabelledPassage], before: Collection[str] = ()) -> list[str]:
    """Return keys of the texts of passages and the keys `before`, sorted.

    A key is the start of the digest of the words.
    """
    return sorted({text_key(passage.text) for passage in passages} | set(before))


def learned_from(folder: Path) -> frozenset[str]:
    """Return the keys of the texts that a checkpoint learned from; empty where it does not say.

    Raises CheckpointError when its metrics cannot be read.
    """
    try:
        metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        return frozenset(metrics.get("learned_from", ()))
    except (OSError, ValueError, AttributeError) as error:
        raise CheckpointError(f"{folder}/metrics.json: not readable") from error


def text_key(text: str) -> str:
    """Return the key of a text; case, blanks and punctuation do not count."""
    return text_digest(text)[:_DIGITS]
