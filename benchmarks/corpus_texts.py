"""How varied texts are: distinct n-grams, self-BLEU, near-duplicates, openings, names."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from corpora.redaction import Redactor
from corpora.redaction.placeholders import PLACEHOLDER

NEAR_DUPLICATE = 0.5
"""Jaccard similarity of word 5-grams."""
SHINGLE_WORDS = 5
OPENING_WORDS = 3
_SELF_BLEU_TEXTS = 200
_SEED = 13
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # noqa: RUF001  # people type both apostrophes


def words(text: str) -> list[str]:
    """Return the words in small letters, without placeholders."""
    return _WORD.findall(PLACEHOLDER.sub(" ", text).casefold())


def same_size(texts: Sequence[str], size: int) -> list[list[str]]:
    """Return shuffled texts as words, cut off at `size` words in all.

    Both figures of diversity fall with the amount of text, so they are compared at one size.
    """
    chosen: list[list[str]] = []
    for text in random.Random(_SEED).sample(texts, len(texts)):  # noqa: S311  # no secret
        chosen.append(words(text)[:size])
        size -= len(chosen[-1])
        if not size:
            break
    return chosen


def distinct(texts: Sequence[Sequence[str]], n: int) -> float:
    """Return distinct-n (Li et al. 2016): different n-grams over all n-grams, 0..1."""
    grams = [gram for text in texts for gram in zip(*(text[i:] for i in range(n)), strict=False)]
    return len(set(grams)) / len(grams)


def self_bleu(texts: Sequence[Sequence[str]]) -> float:
    """Return self-BLEU (Zhu et al. 2018), 0..1: mean BLEU-4 of a text against the others."""
    from nltk.translate.bleu_score import (  # type: ignore[import-untyped]  # has no types
        SmoothingFunction,
        sentence_bleu,
    )

    smooth = SmoothingFunction().method1
    chosen = [list(text) for text in texts if len(text) >= SHINGLE_WORDS][:_SELF_BLEU_TEXTS]
    scores = [
        sentence_bleu(chosen[:at] + chosen[at + 1 :], text, smoothing_function=smooth)
        for at, text in enumerate(chosen)
    ]
    return float(sum(scores) / len(scores))


def similar_pairs(texts: Sequence[str]) -> list[tuple[float, int, int]]:
    """Return (Jaccard similarity of word 5-grams, place, place), the most alike pair first.

    Pairs that share no 5-gram are left out.
    """
    shingles: list[set[tuple[str, ...]]] = []
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        all_words = words(text)
        shingles.append(set(zip(*(all_words[i:] for i in range(SHINGLE_WORDS)), strict=False)))
        for shingle in shingles[-1]:
            holders[shingle].append(at)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    return sorted(
        ((n / (len(shingles[a]) + len(shingles[b]) - n), a, b) for (a, b), n in shared.items()),
        reverse=True,
    )


def openings(texts: Sequence[str]) -> Counter[str]:
    """Return in how many texts each first `OPENING_WORDS` words open."""
    return Counter(" ".join(words(text)[:OPENING_WORDS]) for text in texts)


def names(texts: Sequence[str], redactor: Redactor) -> Counter[str]:
    """Return in how many texts each word of a person's name stands, by the project's redactor."""
    counted: Counter[str] = Counter()
    for text in texts:
        redacted = redactor.redact(text)
        seen: set[str] = set()
        for found in PLACEHOLDER.finditer(redacted.text):
            if found.group(1) not in ("CUSTOMER", "EMPLOYEE", "PERSON"):
                continue
            span = redacted.offsets.to_input(*found.span())
            if not PLACEHOLDER.search(text[span.start : span.end]):
                seen.update(words(text[span.start : span.end]))
        counted.update(seen)
    return counted
