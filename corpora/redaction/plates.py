"""Number plates of cars: British ones by their shape, others by the words around them."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find

_PLATE_GB = re.compile(r"(?<![\w-])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\w-])")
_PLATE = re.compile(
    r"\b(?:(?:number|licen[cs]e|registration|reg) ?plates?|registration(?: number| no\.?)?"
    r"|reg(?: no\.?)?"
    r"|plates?|plated)(?: (?:number|no\.?|is|was|reads?|of|on it|said))?[ :,(\"'\u201c]{1,3}"
    r"((?=[A-Z0-9 \u00c0-\u00dc-]{0,10}\d)[A-Z0-9\u00c0-\u00dc]{1,8}"
    r"(?:[ -]{1,2}[A-Z0-9]{1,7}){0,3})(?!\w)"
)
_PLATE_BEFORE = re.compile(
    r"\b((?=[A-Z]*\d)[A-Z0-9]{5,8}),? (?:is the |is my )?"
    r"(?:licen[cs]e|number|registration|reg) ?(?:plate|number)\b"
)


def plates(text: str) -> Iterator[Find]:
    """Yield number plates."""
    for found in _PLATE_GB.finditer(text):
        yield find("PLATE", text, *found.span())
    for pattern in (_PLATE, _PLATE_BEFORE):
        for found in pattern.finditer(text):
            yield find("PLATE", text, *found.span(1))
