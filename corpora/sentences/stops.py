"""Sentence bounds after full stops, question marks, exclamation marks, dots and emoticons."""

import re
from collections.abc import Iterator

from corpora.sentences.lexicon import Lexicon, lexicon
from corpora.sentences.marks import APOSTROPHES, CLOSING, OPENING, PICTURES, STOPS

_STOP = re.compile(
    rf"(?<![{STOPS}])(?P<stop>[{STOPS}]+)(?P<close>[{CLOSING}]*)[^\S\n]+(?P<open>[{OPENING}]*)(?=\S)"
)
_WORD_BEFORE = re.compile(rf"[\w.&{APOSTROPHES}-]*$")
_WORD = re.compile(r"[^\W_]*")
_SENTENCE_START = re.compile(rf"[{OPENING}]*[A-Z]")
_GLUED = re.compile(
    rf"(?<=[^\W\d_]{{2}})[.!?]{{1,9}}[{CLOSING}]?"
    rf"(?=(?P<word>[A-Z][a-z{APOSTROPHES}]{{0,24}})(?:[\s,]|$))"
)
"""`bad.The`: no blank after the full stop, but a capital. May be part of an address."""
_ADDRESS = re.compile(r"@|://|www\.|/")
_DOMAIN_ENDINGS = frozenset({"com", "net", "org", "gov", "edu", "co", "uk", "io", "info", "biz"})
_SMILE = re.compile(rf"(?<=\s)(?:[{PICTURES}]{{1,8}}|\S{{2,4}})(?=\s)")
_GAP = re.compile(r"[^\S\n]+")
_LONGEST_WORD = 24
_LONGEST_CHUNK = 80
"""Characters that are looked back at: bounds the work, so that the time stays linear."""


def stop_bounds(text: str) -> Iterator[int]:
    """Yield where a sentence begins after another's end on the same line."""
    words = lexicon()
    for match in _STOP.finditer(text):
        if _ends(text, match, words):
            yield match.start("open")
    for match in _GLUED.finditer(text):
        chunk = text[max(0, match.start() - _LONGEST_CHUNK) : match.end("word")].split()[-1]
        if match["word"].lower() not in _DOMAIN_ENDINGS and not _ADDRESS.search(chunk):
            yield match.end()
    for match in _SMILE.finditer(text):
        if match[0] in words.emoticons or match[0][0] >= "\u2600":
            gap = _GAP.match(text, match.end())
            if gap and _SENTENCE_START.match(text, gap.end()):
                yield gap.end()


def _ends(text: str, match: re.Match[str], words: Lexicon) -> bool:
    following = _WORD.match(text, match.end())
    after = following[0] if following else ""
    stop = match["stop"]
    if match["close"] and after[:1].islower():
        return False  # "Why?" she asked. / (really!) and so on
    if "!" in stop or "?" in stop:
        return True
    if len(stop) > 1 or stop == "\u2026":
        return not after[:1].islower()
    if match["close"]:
        return True
    before = _WORD_BEFORE.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
    return _full_stop_ends(before[0] if before else "", after, words)


def _full_stop_ends(before: str, after: str, words: Lexicon) -> bool:
    lowered = before.lower().strip("'\u2019-")
    if lowered in words.attached:
        return False
    if lowered in words.before_numbers and after[:1].isdigit():
        return False
    is_initial = len(before) == 1 and before.isalpha() and before not in "Ii"
    if is_initial or "." in lowered or lowered in words.may_end:
        return after[:1].isupper() and after.lower() in words.common
    return True
