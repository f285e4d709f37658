"""How the characters of a token look and what stands before it, which an uncased encoder loses."""

from collections.abc import Sequence

_LOWER, _TITLE, _UPPER, _MIXED, _DIGITS, _MARK = range(6)
_GLUED, _SPACED, _FIRST_OF_LINE = range(3)
SHAPES = 1 + 6 * 3
"""Number of codes; 0 is for special tokens and padding."""


def shape_codes(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Return a code in 1..SHAPES-1 for each token `text[start:end]`."""
    return [
        1 + 3 * _look(text[start:end]) + _before(text, start)
        for start, end in zip(starts, ends, strict=True)
    ]


def _look(token: str) -> int:
    if token.isdigit():
        return _DIGITS
    if not any(c.isalnum() for c in token):
        return _MARK
    if token.islower():
        return _LOWER
    if token.isupper():
        return _UPPER if len(token) > 1 else _TITLE
    return _TITLE if token[0].isupper() and token[1:].islower() else _MIXED


def _before(text: str, start: int) -> int:
    if not start:
        return _FIRST_OF_LINE
    if not text[start - 1].isspace():
        return _GLUED
    line = text.rfind("\n", max(0, start - 8), start)
    return _FIRST_OF_LINE if line >= 0 and not text[line:start].strip() else _SPACED
