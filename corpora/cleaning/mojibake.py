"""Mend text that was decoded with the wrong encoding: broken apostrophes and accents."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import ftfy
from ftfy.badness import is_bad

from corpora.offsets import Edit

# A replacement character would hide that something was lost; so the lossy repair stays off.
_CONFIG = ftfy.TextFixerConfig(replace_lossy_sequences=False)
_PIECE = re.compile(r"[^\n]{1,2000}(?!\S)|[^\n]{1,2000}")
"""Mended piece by piece (a line, or 2,000 characters of a long one): one file may mix encodings."""
_C1_CONTROL = re.compile(r"[\x80-\x9f]")
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def mojibake_edits(text: str) -> list[Edit]:
    """Return the edits that undo wrong decoding, each as narrow as its run of odd characters."""
    if text.isascii() or not (is_bad(text) or _C1_CONTROL.search(text)):
        return []
    return [
        edit
        for piece in _PIECE.finditer(text)
        if not piece[0].isascii()
        for edit in _differences(piece[0], ftfy.fix_encoding(piece[0], _CONFIG), piece.start())
    ]


def _differences(before: str, after: str, offset: int) -> Iterator[Edit]:
    """Yield the edits from `before`, which begins at `offset` of its text, to `after`."""
    if before == after:
        return
    old, new = _RUN.findall(before), _RUN.findall(after)
    starts = [0]
    for run in old:
        starts.append(starts[-1] + len(run))
    for kind, first, last, new_first, new_last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            replacement = "".join(new[new_first:new_last])
            yield Edit(offset + starts[first], offset + starts[last], replacement)
