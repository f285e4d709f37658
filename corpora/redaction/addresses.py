"""Postal addresses: street with house number, post box, postcode; as one find where they adjoin."""

import re
from collections.abc import Iterator

from corpora.redaction.address_checks import is_counted, is_no_address, is_no_postcode
from corpora.redaction.address_tails import LETTERED_POSTCODE, POSTCODE, UK_POSTCODE, tail_end
from corpora.redaction.finds import Find, find
from corpora.redaction.number_words import CARDINAL
from corpora.redaction.street_words import (
    BEFORE_THE_NAME,
    BEHIND_THE_NAME,
    COMPOUND,
    ENGLISH,
    PARTICLE,
    TOWN,
    WORD,
)

_NUMBER = (
    r"\d{1,5}(?: ?(?:bis|ter|quater)\b|[A-Za-z](?![\w'\u2019])| [A-H](?![\w'\u2019]))?"
    r"(?:[/\u2013-](?:\d{1,4}[A-Za-z]?|hs|bis|[A-Za-z]|[IVX]{1,4})(?!\w)){0,3}(?!\w|[.,]\d|%|:\d)"
)
_FLAT = r"(?:(?i:flat|apt|apartment|unit|suite|room)\.? ?#?\d{1,4}[A-Za-z]?,?\s{1,2})"
_CARDINAL = rf"(?i:\b{CARDINAL})"
_SPAN = rf"(?:{_NUMBER}|{_CARDINAL})"
_NO = r"(?:,? ?(?:n[\u00b0\u00ba]|[Nn]o\.?:?|[Nn]r\.?|#))?,? ?"
_HEADS = (
    # Flat 2, 60 Juniper Rd; forty-one Elm Grove
    rf"(?:^(?:{WORD}[ ]){{0,3}}{WORD},?[ \t\n])?{_FLAT}?(?<![\w$\u00a3\u20ac.,:-])(?<!\d/)"
    rf"{_SPAN},?\s(?:(?:[NSEW]\.?|{WORD}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,4}}{ENGLISH}\b\.?",
    # 27 bis rue des Tanneurs
    rf"(?<![\w$\u00a3\u20ac.,:/-]){_SPAN},? (?-i:{BEFORE_THE_NAME}) (?:{PARTICLE} ?){{0,3}}"
    rf"{WORD}(?: (?:{PARTICLE} ){{0,2}}{WORD}){{0,3}}",
)
_STREET = re.compile("|".join(_HEADS), re.MULTILINE)
# Strada Zorilor 8 bis; Lindenstraße 12; Gustav-Freytag-Str. 8; Petőfi u. 8
_NUMBER_BEHIND = re.compile(
    rf"(?<![\w'-])(?:{BEFORE_THE_NAME} ?(?:{PARTICLE} ?){{0,3}}{WORD}"
    rf"(?: (?:{PARTICLE} ){{0,2}}{WORD}){{0,3}}{_NO}{_NUMBER}"
    rf"|(?:{WORD} ){{0,2}}[A-Z\u00c0-\u00de\u0100-\u017f][\w-]{{1,24}}?{COMPOUND}{_NO}{_NUMBER}"
    rf"|(?:\d{{1,2}}\.? )?{WORD}(?: {WORD}){{0,2}} {BEHIND_THE_NAME}{_NO}{_NUMBER})"
)
_ASKED = (
    r"(?:live at|lives at|living at|lived at|stay(?:s|ed|ing)? at|address(?: is|:| was|,)?"
    r"|adress(?: is|:)?|reside at|deliver(?:ed)? (?:it |them )?to"
    r"|(?:sent|send|posted?|ship(?:ped)?|forward(?:ed)?)"
    r"(?: (?:it|them|this|that|the \w{2,12}))?(?: again| back| out)? to|moved (?:in)?to"
    r"|moved out of"
    r"|drove to|come to|came to|round to|home at|house at|flat at|called to|visit(?:ed)? (?:at|to)"
    r"|pick(?:ed)? up (?:at|from)|collect(?:ed)? from|outside|i'm at|i am at|we're at|based at"
    r"|adresse?:?|adres(?:s|a|em)?:?|c\u00edm\w{0,3}:?|direcci\u00f3n:?|indirizzo:?"
    r"|endere\u00e7o:?|osoite:?|wohne? in|wohnhaft|habite (?:au|\u00e0)?|abito in|vivo en"
    r"|mieszkam (?:na|przy)|bydl\u00edm)"
)
# Behind such words any name with a number is a street: "posted to Dlouhá 41".
_TOLD = re.compile(
    rf"\b(?i:{_ASKED})\s((?:(?:{_FLAT})?{_NUMBER},? (?:{WORD} ){{0,3}}{WORD}"
    rf"|(?:{WORD} |{PARTICLE} ){{0,3}}{WORD} {_NUMBER}))"
)
_SMALL = re.compile(
    rf"\b{_ASKED}\s((?:{_FLAT})?{_NUMBER}\s(?:[a-z'-]{{2,20}}\s){{1,3}}{ENGLISH}\b"
    r"(?:,? (?!and\b|but\b|the\b|so\b|for\b|in\b|on\b|since\b)[a-z]{3,20}){0,2}"
    rf"(?:,? {UK_POSTCODE})?)",
    re.IGNORECASE,
)
_NO_STREET = re.compile(
    r"(?i:terminal|gate|room|flight|platform|zone|level|floor|boeing|airbus|page|chapter|step|table"
    r"|seat|train|bus|line|day|night|week|stage|phase|version|windows|iphone|galaxy|row|class"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_BOX = re.compile(
    r"\b(?:P\.?\s?O\.?\s?Box|Private Bag|Packstation|Postfach|Postbus|Bo\u00eete postale|B\.?P\."
    r"|Apartado|Casella postale|Caixa Postal|Postboks|Postlokero)\s(?:[A-Z]{1,2})?\d{1,6}(?!\d)",
    re.IGNORECASE,
)
# Without its space a postcode looks like a booking reference.
_POSTCODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")
_US_PLACE = re.compile(rf"\b{TOWN},\s[A-Z]{{2}},? \d{{5}}(?:-\d{{4}})?(?!\w)")
# Postcode look-alikes: "M25 5PM" is one, "A380 2ND" reads as one and is none.
_NO_POSTCODE = re.compile(r"\d(?:ND|ST|RD|TH|AM|PM)$")
_PRODUCT_CODE = re.compile(r"\b(?:product|item|model|part|article|style)\b[^.\n]{0,12}$", re.I)
# ", 1170 Wien": what stands before a postcode and a town is the street, whatever it is called.
_POSTCODE_AND_TOWN = re.compile(
    rf"(?:\.?,[ \t]?|\n)(?:{POSTCODE})[ ]{TOWN}|,[ \t]?{TOWN},? {LETTERED_POSTCODE}"
    rf"|,[ \t]?{TOWN},\s[A-Z]{{2,3}},? (?:\d{{4,5}}(?:-\d{{4}})?(?!\w)|{LETTERED_POSTCODE})"
)
_SEVERAL = rf"(?:{WORD} |{PARTICLE} ){{0,4}}"
_HOUSE_NAME = rf"(?:{WORD} \"?{WORD}\"?, )"
_STREET_BEFORE = re.compile(
    rf"(?:^|(?<=[\s,(:]))(?:{_HOUSE_NAME}?(?!{PARTICLE} ){WORD} (?:{_SEVERAL}{WORD},? )?"
    rf"(?:[^\W\dA-Z_]{{2,14}} )?(?:[Nn][r\u00b0\u00ba]?\.?:? ?)?(?:{_NUMBER}|[Ss]/[Nn])"
    rf"|{WORD}, (?:{_NUMBER}|[Ss]/[Nn])|(?:H\. ?)?(?:No\. ?)?{_FLAT}?{_NUMBER},? {_SEVERAL}{WORD})"
    r"(?:,? (?i:apt|apartment|flat|unit|suite|piso|puerta|appartamento)\.? ?\w{1,5} ?)?"
    r"(?:, ?[^,\n.!?]{1,24}){0,2}$"
)
_TOLD_POSTCODE = re.compile(
    r"(?i:\b(?:zip|post ?code|postal code|eircode)(?: code)?\b(?: is| was)?[:# ]{1,3})"
    rf"({POSTCODE}|(?i:{UK_POSTCODE}))"
)
_STREET_REACH, _PRODUCT_REACH = 80, 24


def addresses(text: str) -> Iterator[Find]:
    """Yield postal addresses. A street without a house number is none."""
    for start, end in _beginnings(text):
        yield find("ADDRESS", text, start, tail_end(text, end))
    for found in _US_PLACE.finditer(text):
        yield find("ADDRESS", text, *found.span())
    for found in _SMALL.finditer(text):
        yield find("ADDRESS", text, *found.span(1))
    for found in _TOLD_POSTCODE.finditer(text):
        if not is_no_postcode(text, *found.span(1)):
            yield find("ADDRESS", text, *found.span(1))
    for found in _POSTCODE.finditer(text):
        before = text[max(0, found.start() - _PRODUCT_REACH) : found.start()]
        if not _NO_POSTCODE.search(found.group()) and not _PRODUCT_CODE.search(before):
            yield find("ADDRESS", text, *found.span())


def _beginnings(text: str) -> Iterator[tuple[int, int]]:
    """Yield street and number, post box, or what stands before a postcode with its town."""
    for pattern in (_STREET, _NUMBER_BEHIND, _BOX):
        for found in pattern.finditer(text):
            if not is_no_address(text, *found.span()):
                yield found.span()
    for found in _TOLD.finditer(text):
        if not _NO_STREET.search(found.group(1)) and not is_counted(text, *found.span(1)):
            yield found.span(1)
    for found in _POSTCODE_AND_TOWN.finditer(text):
        begin = max(0, found.start() - _STREET_REACH)
        if street := _STREET_BEFORE.search(text[begin : found.start()]):
            yield begin + street.start(), found.end()
