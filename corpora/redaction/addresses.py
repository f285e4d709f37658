"""Postal addresses: street with house number, post box, postcode; as one find where they adjoin."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find

_KIND = (
    r"(?:street|str|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|cres|gardens"
    r"|gdns"
    r"|grove|hill|mews|parade|park|place|pl|rise|row|square|sq|terrace|terr|view|walk|way|wharf"
    r"|boulevard|blvd|highway|hwy|parkway|pkwy|circle|cir|trail|loop|green|quay|yard|vale)"
)
_WORD = r"[A-Z\u00c0-\u00dd][\w'\u2019]{0,24}"
_NUMBER = r"\d{1,5}[A-Za-z]?(?:[-/]\d{1,5})?"
_FLAT = r"(?:(?:flat|apt|apartment|unit|suite|room)\.? ?#?\d{1,4}[A-Za-z]?,?\s{1,2})"
_UK = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"
_US = r"(?:[A-Z]{2},? \d{5}(?:-\d{4})?)(?!\w)"
_TOWN = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_GAP = r"(?:,[ \t]?\n?|\s\n?|\n)"
_TAIL = (
    rf"(?:{_GAP}(?i:flat|apt|apartment|unit|suite)\.? ?#?\d{{1,4}}[A-Za-z]?)?"
    rf"(?:{_GAP}(?:{_TOWN}{_GAP}){{0,3}}"
    rf"(?:{_UK}|{_US}|\d{{4,5}}(?!\d)(?: {_TOWN})?))?"
)
_STREET = re.compile(
    rf"(?:^(?:{_WORD}[ ]){{0,3}}{_WORD},?[ \t\n])?"
    rf"(?<![\w$\u00a3\u20ac.,:/-])(?i:{_FLAT})?{_NUMBER},?\s"
    rf"(?:(?:[NSEW]\.?|{_WORD}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,4}}"
    rf"(?:(?=[A-Z])(?i:{_KIND})|street|road|avenue|lane)\b\.?{_TAIL}",
    re.MULTILINE,
)
_LOWER = re.compile(
    rf"\b(?:live at|lives at|living at|address is|address:|reside at|deliver(?:ed)? to|sent to"
    rf"|moved to)\s"
    rf"((?:{_FLAT})?{_NUMBER}\s(?:[a-z'-]{{2,20}}\s){{1,3}}{_KIND}\b"
    rf"(?:,? [a-z]{{3,20}}){{0,2}}(?:,? {_UK})?)",
    re.IGNORECASE,
)
# Lindenstraße 12, 10969 Berlin; Rue de la Paix 5; Via Roma 10; Calle Mayor 3
_CONTINENTAL = re.compile(
    r"(?<!\w)(?:[A-Z\u00c0-\u00dd][\w\u00df-]{2,24}(?:stra(?:\u00df|ss)e|str\.|weg|gasse|allee"
    r"|platz|straat|laan)"
    rf"|(?:Rue|Via|Viale|Calle|Rua|Avenida|Plaza"
    rf"|Odos)\s(?:[\w'\u2019]{{1,20}}\s){{0,3}}{_WORD}),?\s"
    rf"\d{{1,4}}[a-z]?(?!\w)(?:,?\s\d{{4,5}}\s{_TOWN})?"
)
_BOX = re.compile(
    rf"\bP\.?\s?O\.?\s?Box\s\d{{1,6}}(?:{_GAP}{_TOWN})?(?:{_GAP}(?:{_UK}|{_US}))?", re.I
)
# Without its space a postcode looks like a booking reference.
_POSTCODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_US_PLACE = re.compile(rf"\b{_TOWN},\s{_US}")
# Postcode look-alikes: "M25 5PM" is one, "A380 2ND" reads as one and is none.
_NO_POSTCODE = re.compile(r".*\d(?:ND|ST|RD|TH|AM|PM)$")


def addresses(text: str) -> Iterator[Find]:
    """Yield postal addresses. A town alone is none, nor is a street without a house number."""
    for pattern in (_STREET, _CONTINENTAL, _BOX, _US_PLACE):
        for found in pattern.finditer(text):
            yield find("ADDRESS", text, *found.span())
    for found in _LOWER.finditer(text):
        yield find("ADDRESS", text, *found.span(1))
    for found in _POSTCODE.finditer(text):
        if not _NO_POSTCODE.match(found.group()):
            yield find("ADDRESS", text, *found.span())
