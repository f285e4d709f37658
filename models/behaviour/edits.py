"""Edits of a text that leave its meaning alone: typos, case, punctuation, contractions."""

import re
from zlib import crc32

_NEIGHBOURS = {
    "a": "s", "b": "v", "c": "x", "d": "f", "e": "r", "f": "g", "g": "h", "h": "j", "i": "o",
    "j": "k", "k": "l", "l": "k", "m": "n", "n": "b", "o": "p", "p": "o", "q": "w", "r": "t",
    "s": "d", "t": "y", "u": "i", "v": "c", "w": "e", "x": "z", "y": "u", "z": "x",
}  # fmt: skip
"""Letter -> the one beside it on a QWERTY keyboard."""
_WORD = re.compile(r"\b[a-z]{5,}\b")
_EXPANSIONS = (
    (r"\b([Cc])an't\b", r"\1annot"),
    (r"\b([Ww])on't\b", r"\1ill not"),
    (r"\b(\w+)n't\b", r"\1 not"),
    (r"\b(that|it|That|It|courier|everyone|nobody)'s (come|had|ever)\b", r"\1 has \2"),
    (r"\b(That|It|that|it)'s\b", r"\1 is"),
    (r"\b([Ww]e|[Tt]hey)'re\b", r"\1 are"),
    (r"\bI'm\b", "I am"),
    (r"\b(I|should)'ve\b", r"\1 have"),
    (r"\b(I)'d (said|moved)\b", r"\1 had \2"),
    (r"\b(They)'d (sent)\b", r"\1 had \2"),
    (r"\b(I|[Ww]e|[Tt]hey)'d\b", r"\1 would"),
    (r"\b(We|I|we)'ll\b", r"\1 will"),
)


def with_typos(text: str, count: int) -> str:
    """Mistype `count` words of five letters or more; the text alone decides which and how."""
    words = sorted(
        _WORD.finditer(text), key=lambda word: crc32(f"{word.start()}{word[0]}".encode())
    )
    chosen = sorted(words[:count], key=lambda word: -word.start())
    for word in chosen:
        text = text[: word.start()] + mistyped(word[0]) + text[word.end() :]
    return text


def mistyped(word: str) -> str:
    """Swap two inner letters, or hit the key beside one, or leave one out."""
    digest = crc32(word.encode())
    at = 1 + digest // 3 % (len(word) - 2)
    if digest % 3 == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if digest % 3 == 1:
        return word[:at] + _NEIGHBOURS[word[at]] + word[at + 1 :]
    return word[:at] + word[at + 1 :]


def expanded(text: str) -> str:
    """Write contractions out: `didn't` becomes `did not`."""
    for pattern, whole in _EXPANSIONS:
        text = re.sub(pattern, whole, text)
    return text


def shouted_start(text: str) -> str:
    """Write the first three words in capitals."""
    words = text.split(" ")
    return " ".join([word.upper() for word in words[:3]] + words[3:])


def without_commas(text: str) -> str:
    """Leave out commas."""
    return text.replace(",", "")


def with_dots(text: str) -> str:
    """End sentences inside the text with three dots."""
    return re.sub(r"\. (?=\w)", "... ", text)


def with_curly_quotes(text: str) -> str:
    """Set typographic apostrophes and leave out the last stop."""
    return text.replace("'", "\u2019").rstrip(".")


def with_wide_gaps(text: str) -> str:
    """Start a paragraph after each sentence."""
    return re.sub(r"\. (?=\w)", ".\n\n", text)
