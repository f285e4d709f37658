"""Break sentences that do not end: text without punctuation, endless lists."""

import re
from collections.abc import Iterator

from corpora.sentences.marks import DASHES

MAX_WORDS = 60
"""Longest sentence. Edited English has 15 to 25 words in a sentence and seldom more than 50."""
_MIN_WORDS = 20
"""No piece but the last is shorter."""
_WORD = re.compile(r"\S+")
_STRONG_END = re.compile(rf"[;:\u2026]$|\.\.$|^[{DASHES}]$")
_JOINING = frozenset(
    {"and", "but", "so", "then", "because", "when", "which", "while", "until", "or"}
)


def shorten(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence, in pieces of `MAX_WORDS` words at most, cut at the best place at hand."""
    # A word takes two characters at least, with its blank: spares counting most sentences.
    words = list(_WORD.finditer(text, start, end)) if end - start > 2 * MAX_WORDS else []
    first = 0
    while len(words) - first > MAX_WORDS:
        # The last piece keeps some length too, so that no stray word is left over.
        latest = min(first + MAX_WORDS, max(len(words) - _MIN_WORDS, first + _MIN_WORDS))
        choices = range(first + _MIN_WORDS, latest + 1)
        cut = max(choices, key=lambda number: (_worth(text, words, number), number))
        yield words[first].start(), words[cut - 1].end()
        first = cut
    yield (words[first].start() if first else start), end


def _worth(text: str, words: list[re.Match[str]], cut: int) -> int:
    """Rate a cut before word number `cut`: newline, strong mark, comma, conjunction, nothing."""
    before, after = words[cut - 1], words[cut]
    if "\n" in text[before.end() : after.start()]:
        return 4
    if _STRONG_END.search(before[0]):
        return 3
    if before[0][-1] == ",":
        return 2
    return int(after[0].lower() in _JOINING)
