"""Invisible characters, blanks and Unicode's canonical form."""

import re
import unicodedata
from collections.abc import Iterator

from corpora.offsets import Edit

_EMOJI = r"\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
# Controls but tab and newlines; soft hyphen; zero-width characters; marks of writing direction and
# annotation; lone surrogates; private tag characters. A zero-width joiner stays inside an emoji.
_INVISIBLE = re.compile(
    r"(?:[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff\U000e0000-\U000e007f]"
    rf"|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}]))+"
)
_BLANKS = re.compile(r"\A\s+|\s{2,}|[^\S \n]|\s\Z")
_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028]|(?P<paragraph>\u2029)")
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
"""No ASCII character composes with one before it, so each such run has a form of its own."""


def invisible_edits(text: str) -> list[Edit]:
    """Remove what cannot be seen and is no blank."""
    return [Edit(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]


def blank_edits(text: str) -> list[Edit]:
    """Make each run of blanks one space, one newline, or one empty line; none at the ends."""
    return [
        Edit(match.start(), match.end(), blank)
        for match in _BLANKS.finditer(text)
        if (blank := _blank(match)) != match[0]
    ]


def _blank(match: re.Match[str]) -> str:
    if match.start() == 0 or match.end() == len(match.string):
        return ""
    newlines = sum(2 if newline["paragraph"] else 1 for newline in _NEWLINE.finditer(match[0]))
    return (" ", "\n", "\n\n")[min(newlines, 2)]


def composition_edits(text: str) -> list[Edit]:
    """Bring letters and their accents into the canonical composed form (NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return []
    return list(_compositions(text))


def _compositions(text: str) -> Iterator[Edit]:
    for run in _COMPOSABLE.finditer(text):
        composed = unicodedata.normalize("NFC", run[0])
        if composed != run[0]:
            yield Edit(run.start(), run.end(), composed)
