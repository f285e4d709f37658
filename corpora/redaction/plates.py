"""Number plates of cars: some by their shape alone, others by the words around them."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find, near

_A = r"[A-Z\u00c4\u00d6\u00dc\u010c\u0160\u017d\u0106\u0110]"
# Shapes that nothing else has.
_SURE = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}\d{2} ?[A-Z]{3}"  # Britain: KX19 ZRF
    r"|[A-Z]{2}[ -]\d{3}[ -][A-Z]{2}"  # France, Italy: GE-417-ZD
    # Germany: M-BK 4471
    rf"|{_A}{{1,3}}-(?:{_A}{{2}} ?\d{{1,4}}|{_A} (?!(?:19|20)\d\d)\d{{3,4}})[EH]?"
    r"|[A-Z]{1,2} \d{2,3} [A-Z]{3}"  # Romania, Britain with spaces: CJ 09 GEO
    r"|[A-Z]{2} ?\d{2} ?[A-Z]{1,2} ?\d{4}|\d{2} ?BH ?\d{4} ?[A-Z]{1,2}"  # India: KA 01 AB 1234
    r"|\d{2,3}-[A-Z]{1,2}-\d{1,6}"  # Ireland, Azerbaijan: 12-D-12345
    r"|\d-[A-Z]{3}-\d{3}"  # Belgium: 1-ABC-234
    r"|[A-Z]{3}-?\d[A-Z]\d{2}|[A-Z]{2}-\d{2,3} \d{3}"  # Mercosur: RNB1S39; Switzerland
    r"|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}"
    r"|\d{2}-[A-Z]{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}"
    r"|[A-Z]{1,2}-\d{2,3}-[A-Z]{1,3}|\d-[A-Z]{3}-\d{2}|\d{2}-[A-Z]{3}-\d"  # Netherlands
    r"|\d{2} [A-Z]{1,3} \d{2,4}"  # Turkey: 34 ABC 123
    r"|[A-Z]{2} \d{3,4}[ -][A-Z]{2}|[A-Z]{2} [A-Z]{2}-\d{3}|[A-Z]{2}-\d{3}[A-Z]{2}"  # Ukraine ...
    r")(?![\w-])"
)
_NO_GROUP = re.compile(
    r"(?:^| )(?:X|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|AM|PM|AND|FOR|THE"
    r"|NOT|CM|KG|KM|MB|GB|MM|ML|TO|OF|IN|AT|BY|OR|USC|UCC|CFR)(?: |$)"
    r"|[ -](?:USD|EUR|GBP|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[ -]"
)
# Letters in one or two groups, digits in one or two, in any order.
_SHAPE = (
    rf"(?:{_A}{{2,3}}[ -]\d{{2,3}}[ -]\d{{2,3}}|{_A}{{1,3}}[ -]?\d{{1,4}}[ -]?{_A}{{1,3}}"
    rf"|\d{{1,4}}[ -]?{_A}{{1,3}}[ -]?\d{{1,5}}"
    rf"|{_A}{{1,3}}[ -]{_A}{{1,2}}[ -]?\d{{1,4}}|{_A}{{1,3}}[ -]?\d{{2,6}}"
    rf"|\d{{3,4}}[ -]?{_A}{{2,3}}"
    rf"|\d{{1,2}}[ -]{_A}{{1,3}}[ -]\d{{1,4}}(?:[ -]{_A}{{1,2}})?)"
)
_NEAR = re.compile(rf"(?<![\w-]){_SHAPE}(?![\w-]|\.\d)")
_PLATE_WORD = (
    r"(?:(?:number|licen[cs]e|registration|reg|car|index) ?plates?|registration(?: number| no\.?)?"
    r"|reg(?: no\.?)?|plate|plated|kennzeichen|nummernschild|kenteken|nummerplaat"
    r"|immatricul\w{3,8}|plaque|matr\u00edculas?|targa|rejestrac\w{2,6}|rendsz\u00e1m|spz|\u0161pz"
    r"|registracij\w|tablic\w|plaka|placa|regnr\.?|regnummer|skilt)"
)
_CUE = re.compile(rf"\b{_PLATE_WORD}\b", re.IGNORECASE)
_GAP = re.compile(r"[ -]")
_CUE_REACH = 40  # characters from the word to the plate
_THING = (
    r"(?:cars?|vans?|lorry|truck|taxi|cab|vehicles?|suv|motor(?:bike|cycle)|scooter|moped"
    r"|caravan|camper(?:van)?|trailer|hatchback|rental|auto|voiture|coche|carro|samoch\u00f3d|bil)"
)
_MAKE = (
    r"(?:fiat|ford|opel|vauxhall|vw|volkswagen|golf|polo|passat|skoda|octavia|seat|renault|clio"
    r"|peugeot|citro[e\u00eb]n|dacia|toyota|yaris|corolla|honda|civic|nissan|qashqai|hyundai|kia"
    r"|mazda|volvo|bmw|audi|mercedes|tesla|suzuki|corsa|astra|focus|fiesta|transit|sprinter)"
)
_VEHICLE = re.compile(
    rf"\b(?:{_THING}|{_MAKE}|bay|parked|parking|drives|driving|drove|hire|estate|saloon)\b", re.I
)
# "my car, ABC 123, was towed"; "a BMW 320" is a model.
_APPOSED = re.compile(
    rf"\b(?:{_THING}(?: is| was|[,:]|,? reg(?:istered)?)? ?\(?|{_MAKE}(?:[,:] ?| \())"
    rf"(?<=[ (])(?-i:({_SHAPE})(?![\w-]|\.\d))",
    re.IGNORECASE,
)
_VEHICLE_REACH = 48
_IN_SMALL_LETTERS = re.compile(
    rf"\b(?:{_PLATE_WORD}|plates|registered)"
    r"(?: (?:number|no\.?|is|was|are|reads?|of|on it|said)|[ :,(\"'\u201c]){1,4}"
    r"(?-i:((?=[a-z0-9 -]{0,9}\d)(?=[\d -]{0,6}[a-z])[a-z0-9]{1,4}"
    r"(?:[ -]?(?!(?:and|is|in|on|at|to|the|was|but|so|for|it|my|a|i|or|of|had|has|we|he)\b)"
    r"[a-z0-9]{1,4}){1,2}))(?!\w)",
    re.IGNORECASE,
)
_PLATE_BEFORE = re.compile(
    r"\b((?=[A-Z]*\d)[A-Z0-9]{5,8}),? (?:is the |is my )?"
    r"(?:licen[cs]e|number|registration|reg) ?(?:plate|number)\b"
)
_TOLD = re.compile(
    rf"\b(?:{_PLATE_WORD}|plates|registered)(?: (?:number|no\.?|is|was|are|reads?|of|on it|said))?"
    r"[ :,(\"'\u201c]{1,3}"
    r"(?-i:((?=[A-Z0-9 \u00c0-\u00dc-]{0,10}\d)[A-Z0-9\u00c0-\u00dc]{1,8}"
    r"(?:[ -]{1,2}[A-Z0-9]{1,7}){0,3}))(?!\w)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LEAST_SIGNS = 5


def plates(text: str) -> Iterator[Find]:
    """Yield number plates."""
    if not _DIGIT.search(text):
        return
    for start, end in (*_by_shape(text), *_by_words_before(text)):
        yield find("PLATE", text, start, end)


def _by_shape(text: str) -> Iterator[tuple[int, int]]:
    for found in _SURE.finditer(text):
        if not _NO_GROUP.search(found.group()):
            yield found.span()
    if not _CUE.search(text) and not _NEAR.search(text):
        return
    for found in _TOLD.finditer(text):
        if _is_mixed(found.group(1)):
            yield found.span(1)
    for pattern in (_IN_SMALL_LETTERS, _PLATE_BEFORE, _APPOSED):
        for found in pattern.finditer(text):
            if _is_mixed(found.group(1)) and not _NO_GROUP.search(found.group(1)):
                yield found.span(1)


def _by_words_before(text: str) -> Iterator[tuple[int, int]]:
    if not _NEAR.search(text):  # what costs little goes first
        return
    for cue, reach in ((_CUE, _CUE_REACH), (_VEHICLE, _VEHICLE_REACH)):
        for word in cue.finditer(text):
            for found in near(_NEAR, text, word.end(), reach):
                if _is_plate(found.group(), is_sure=cue is _CUE):
                    yield found.span()


def _is_mixed(plate: str) -> bool:
    signs = [c for c in plate if c.isalnum()]
    digits = sum(c.isdigit() for c in signs)
    return len(signs) >= _LEAST_SIGNS and 0 < digits < len(signs)


def _is_plate(shape: str, *, is_sure: bool) -> bool:
    """Whether a shape near a car is a plate and no model, time, amount or street's end."""
    if not _is_mixed(shape) or _NO_GROUP.search(shape):
        return False
    # "BMW 320", "Audi A4 2019": without the word "plate" it takes three groups, or "5678A".
    groups = _GAP.split(shape)
    return is_sure or len(groups) > 2 or any(_is_mixed(group) for group in groups)
