"""Clean a text as it was read: broken encoding, markup, invisible characters, blanks, Unicode form.

What a person would see stays: words, punctuation, paragraphs, single line breaks, `a < b`, `<3`,
emoji. Every step says its changes as edits, so that each cleaned character leads back to the raw
text.
"""

from dataclasses import dataclass, field

from corpora.cleaning.characters import blank_edits, composition_edits, invisible_edits
from corpora.cleaning.markup import entity_edits, hidden_block_edits, tag_edits
from corpora.cleaning.mojibake import mojibake_edits
from corpora.offsets import OffsetMap, apply_edits

__all__ = ["CLEANER_VERSION", "Cleaned", "clean"]

CLEANER_VERSION = "1"
"""Raised whenever the same raw text may come out otherwise."""

_STEPS = (
    mojibake_edits,
    hidden_block_edits,
    tag_edits,
    entity_edits,
    invisible_edits,
    blank_edits,
    composition_edits,
)
_MAX_ROUNDS = 10
"""One step can bring to light what another mends (`&lt;br&gt;`). Two rounds do for real text; the
bound is for text made to go on for ever."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the way back: `offsets` leads from `text` to the raw text."""

    text: str = field(repr=False)
    offsets: OffsetMap


def clean(text: str) -> Cleaned:
    """Clean a raw text. Cleaning again changes nothing; a clean text comes back as it is."""
    offsets = OffsetMap.identity(len(text))
    for _ in range(_MAX_ROUNDS):
        before = text
        for step in _STEPS:
            if edits := step(text):
                text, change = apply_edits(text, edits)
                offsets = offsets.then(change)
        if text == before:
            break
    return Cleaned(text, offsets)
