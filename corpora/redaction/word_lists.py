"""Word lists as they are kept: words with spaces between."""

from pathlib import Path


def listed(words: str) -> frozenset[str]:
    """Return the words of `words`."""
    return frozenset(words.split())


def read_listed(name: str) -> frozenset[str]:
    """Return the words of a list beside this file; lines that begin with # are remarks."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return listed(" ".join(line for line in lines if not line.startswith("#")))
