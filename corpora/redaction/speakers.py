"""Names that stand as speaker labels of a transcript; "Agent:", "Customer:" are none and stay."""

import re
from collections import Counter
from collections.abc import Iterator

from corpora.redaction.name_words import PLACES_AND_NAMES
from corpora.redaction.names import Name, name_at
from corpora.redaction.page import KNOWN, RARE_OR_WORD, UNKNOWN, Page, Word

_GENERIC = re.compile(
    r"^[^\n:]{0,16}\b(?:Agent|Support|Advisor|Operator|Representative)\b[^\n:]{0,12}:", re.M
)
_LEAST_LETTERS = 4  # "Mgr:", "CL:" are short for posts
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_LABEL = re.compile(
    r"^[ \t>*]*(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?: ?[ap]m)?\)?\]?[ \t-]{0,3})?\**"
    r"((?:Mr|Mrs|Ms|Dr)?\.? ?[A-Z][\w'\u2019-]{1,20}(?: [A-Z][\w'\u2019.-]{0,20}){0,2})"
    r"(?: ?\([^)\n]{1,30}\))?\**[ \t]?:(?=\s)",
    re.MULTILINE,
)


def speaker_names(page: Page) -> Iterator[Name]:
    """Yield labels that are names: known ones, and unknown ones across from staff or a name."""
    labels = list(_LABEL.finditer(page.text))
    if not labels:
        return
    times = Counter(found.group(1) for found in labels)
    starts = {word.start: index for index, word in enumerate(page.words)}
    runs = [_run_of(page, starts.get(found.start(1)), found.end(1)) for found in labels]
    is_named = any(page.level(page.words[run[0]].folded) == KNOWN for run in runs if run)
    is_staffed = _GENERIC.search(page.text) is not None
    for found, run in zip(labels, runs, strict=True):
        if not run:
            continue
        word = page.words[run[0]]
        level = page.level(word.folded)
        is_person = is_named or (is_staffed and times[found.group(1)] > 1)
        is_odd = level == UNKNOWN and is_person and _is_spelt_like_a_name(page, word)
        if level in (KNOWN, RARE_OR_WORD) or word.folded in PLACES_AND_NAMES or is_odd:
            yield name_at(page, run[0], run[-1] + 1, "speaker")


def _run_of(page: Page, index: int | None, end: int) -> range:
    """Return the indices of a label's words, without a title."""
    if index is None:
        return range(0)
    stop = index
    while stop < len(page.words) and page.words[stop].end <= end:
        stop += 1
    return range(index + (page.words[index].folded in _TITLES), stop)


def _is_spelt_like_a_name(page: Page, word: Word) -> bool:
    return word.is_title and len(word.text) >= _LEAST_LETTERS and word.folded not in page.small
