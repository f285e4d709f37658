"""Find texts that were there before: the very same ones, and copies with small changes.

Near-duplicates are looked up by MinHash bands and then compared exactly, so a chance match of a
band costs time and merges nothing. The figures: changing 3% of the words leaves 0.97^3 = 91% of the
shingles of three words, a Jaccard similarity of 0.84; the threshold of 0.7 leaves room for the
spread of short texts. Different texts lie far below it, all but form letters: one that is sent
again with another firm's name counts as a copy. With 16 bands of 5 rows, two texts of similarity s
share a band with probability 1 - (1 - s^5)^16: 0.9998 at 0.84, 0.95 at 0.7, and 0.0002 at 0.1.
"""

import hashlib
import re
import struct

NEAR_DUPLICATE_SIMILARITY = 0.7
"""Jaccard similarity of word shingles from which two texts tell the same story, 0..1."""
BANDS = 16
ROWS = 5
SHINGLE_WORDS = 3
MIN_WORDS = 16
"""Shorter texts ("great food, friendly staff") are alike by chance, not by copying."""
_SEED = 20_240_229
"""Any number; the keys in a store hold only for this one, and for these bands, rows, shingles."""
_WORD = re.compile(r"[^\W_]+")


def text_digest(text: str) -> str:
    """Return the SHA-256, in hex, of the words alone: case, blanks and punctuation do not count.

    A text without any word is digested as it is.
    """
    return hashlib.sha256((" ".join(_words(text)) or text).encode()).hexdigest()


def near_duplicate_keys(text: str) -> tuple[int, ...]:
    """Return `BANDS` signed 64-bit keys; texts that share one may be near-duplicates.

    Compare them with `similarity`. Texts under `MIN_WORDS` words have no keys.
    """
    from rensa import RMinHash  # type: ignore[import-untyped]  # compiled, has no annotations

    words = _words(text)
    if len(words) < MIN_WORDS:
        return ()
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update([" ".join(shingle) for shingle in _shingles(words)])
    values: list[int] = minhash.digest()
    return tuple(_key(band, values[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def similarity(first: str, second: str) -> float:
    """Return the Jaccard similarity of the texts' word shingles, 0..1.

    Texts under three words are compared as wholes.
    """
    ours, theirs = _shingles(_words(first)), _shingles(_words(second))
    if not ours or not theirs:
        return float(text_digest(first) == text_digest(second))
    return len(ours & theirs) / len(ours | theirs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))


def _key(band: int, values: list[int]) -> int:
    # The band's number goes in, so that only equal bands of two texts can meet in one index.
    packed = struct.pack(f">B{ROWS}I", band, *values)
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "big", signed=True)
