"""Names that stand as speaker labels of a transcript; "Agent:", "Customer:" are none and stay."""

import re
from collections import Counter
from collections.abc import Iterator

from corpora.redaction.name_words import PLACES_AND_NAMES
from corpora.redaction.names import Name, name_at
from corpora.redaction.page import KNOWN, RARE_OR_WORD, UNKNOWN, Page

_GENERIC = re.compile(
    r"^[^\n:]{0,16}\b(?:Agent|Support|Advisor|Operator|Representative)\b[^\n:]{0,12}:", re.M
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_LABEL = re.compile(
    r"^[ \t>*]*(?:\[?\(?\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?: ?[ap]m)?\)?\]?[ \t-]{0,3})?\**"
    r"((?:Mr|Mrs|Ms|Dr)?\.? ?[A-Z][\w'\u2019-]{1,20}(?: [A-Z][\w'\u2019.-]{0,20}){0,2})"
    r"(?: ?\([^)\n]{1,30}\))?\**[ \t]?:(?=\s)",
    re.MULTILINE,
)


def speaker_names(page: Page) -> Iterator[Name]:
    """Yield labels that are names: known ones, and unknown ones that speak twice or more."""
    labels = list(_LABEL.finditer(page.text))
    times = Counter(found.group(1) for found in labels)
    starts = {word.start: index for index, word in enumerate(page.words)} if labels else {}
    for found in labels:
        index = starts.get(found.start(1))
        if index is None:
            continue
        stop = index
        while stop < len(page.words) and page.words[stop].end <= found.end(1):
            stop += 1
        while index < stop and page.words[index].folded in _TITLES:
            index += 1
        if index == stop:
            continue
        first = page.words[index].folded
        level = page.level(first)
        is_name = level in (KNOWN, RARE_OR_WORD) or first in PLACES_AND_NAMES
        if is_name or (level == UNKNOWN and _is_person(page, index, times[found.group(1)])):
            yield name_at(page, index, stop, "speaker")


def _is_person(page: Page, index: int, times: int) -> bool:
    """Whether an unknown label is a name: spelt like one, used again, against "Agent:" or such."""
    word = page.words[index]
    if not word.is_title or len(word.text) < 4 or word.folded in page.small or times < 2:
        return False
    return bool(_GENERIC.search(page.text))
