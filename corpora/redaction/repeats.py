"""The same identifier again, where no word says what it is: "I told you, it is AB12CD"."""

import re
from collections.abc import Iterator, Sequence

from corpora.redaction.finds import Find

_TOKEN = re.compile(r"[^\s,;:!?()\[\]\"'\u201c\u201d\u25a1]{4,320}")
_REPEATED = frozenset({"ID", "USERNAME", "EMAIL", "CARD", "IBAN", "PLATE", "PHONE", "IP"})


def repeats(text: str, finds: Sequence[Find]) -> Iterator[Find]:
    """Yield the other places where the characters of a find of one piece stand alone."""
    known: dict[str, Find] = {}
    for one in finds:
        shown = text[one.start : one.end]
        if one.kind in _REPEATED and _TOKEN.fullmatch(shown):
            known.setdefault(shown.casefold(), one)
    if not known:
        return
    for token in _TOKEN.finditer(text):
        shown = token.group().rstrip(".-")
        found = known.get(shown.casefold())
        if found is not None and not shown.isalpha():
            yield Find(token.start(), token.start() + len(shown), found.kind, found.key)
