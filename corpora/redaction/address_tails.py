"""What stands behind a street and its number: floor, flat, town, postcode, land."""

import re

from corpora.redaction.number_words import NAUGHT, ORDINAL, UNITS
from corpora.redaction.street_words import TOWN, WORD

UK_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"
LETTERED_POSTCODE = (
    rf"(?:{UK_POSTCODE}|[A-Z]\d[\dW] ?[A-Z0-9]{{4}}(?!\w)|[A-Z]\d[A-Z] ?\d[A-Z]\d(?!\w))"
)
"""Britain, Ireland, Canada: shapes that leave no doubt."""
POSTCODE = (
    rf"(?:{LETTERED_POSTCODE}"
    r"|(?:[A-Z]{1,3}[ -]?)?\d{4,6}(?:-\d{3,4})?(?!\w|[.,]\d)|\d{8}(?!\w)|\d{4} ?[A-Z]{2}(?!\w)"
    r"|\d{2}-\d{3}(?!\w)|\d{3} \d{2}(?!\w))"
)
_SAID_POSTCODE = rf"(?:(?:{UNITS}|{NAUGHT})[ ,]{{1,2}}){{3,5}}(?:{UNITS}|{NAUGHT})\b"
_US_STATE = (
    r"(?:[A-Z]{2}|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New \w{4,9}|North \w{6,8}"
    r"|Ohio|Oklahoma|Oregon|Pennsylvania|South \w{6,8}|Tennessee|Texas|Utah|Vermont|Virginia"
    r"|Washington|Wisconsin|Wyoming|NSW|VIC|QLD)"
)
_PLACE = (
    r"(?:flat|apt|apartment|unit|suite|ste|room|floor|level|block|building|bldg|entrance|stair"
    r"(?:case)?|door|(?:gate |door )?code|bell|top|\u00e9tage|etage|og|eg|ug|dg|stock|stiege"
    r"|t\u00fcr|tuer|piso|planta|puerta|esc(?:alera)?|scala|interno|int|scara|sc|bl(?:oc)?"
    r"|etaj|et|ap(?:to?|artament(?:ul)?)?|mieszkanie|m|lok|byt|emelet|em|fszt|ajt\u00f3|lgh"
    r"|daire|kat|m\u0259nzil|no|bus|bte|bo\u00eete|appt|b\u00e2t(?:iment)?|r\u00e9sidence|sector"
    r"|plot|phase|tower|wing|h\.?no|as|rappu|dv|\u00e9tg)"
)
_ORDINAL_PLACE = r"(?:floor|flat|left|right|door|og|stock|\u00e9tage|piso|izq\w*|dcha|tr|tv|th|mf)"
_PIECE = re.compile(
    r"(?:\.?,[ \t]?\n?|[ \t]?\n|[ ]|\.[ ](?=fszt|em\b|[IVX]{1,4}\. |\d{1,2}\. ?em))(?:"
    rf"(?i:{_PLACE})\.?:?[ #]{{0,2}}(?:\d{{1,4}}[A-Za-z]?|[A-Z]\d{{0,4}}|[IVX]{{1,4}})(?!\w)"
    r"(?:\. ?\d{1,3})?"
    rf"|(?i:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th|\.|\u00ba|\u00aa|er?|\u00e8me)?|top|ground|upper"
    rf"|lower|rear|basement|garden) (?i:{_ORDINAL_PLACE})\b\.?"
    r"|(?i:hinterhaus|vorderhaus|seitenfl\u00fcgel|basement|penthouse|fszt\.?|maisonette|hh|vh)(?!\w)"
    r"(?: ?\d{1,3})?"
    rf"|{POSTCODE}(?:,? {TOWN})?|(?:{TOWN},? )?{_US_STATE},? \d{{5}}(?:-\d{{4}})?(?!\w)"
    rf"|(?i:{_SAID_POSTCODE}) {TOWN}"
    rf"|(?:Co\.?|County) {WORD}|{TOWN},? {POSTCODE}"
    r")"
)
# A town alone, where a pause or a little word stands behind it.
_TOWN_ALONE = re.compile(
    rf",[ \t]?\n?(?!I\b|The\b|We\b|My\b|But\b|And\b|You\b|It\b){TOWN}(?=[,;:!?)\n]|\.(?!\w)|$"
    r"|\.?\s(?:and|on|in|since|for|with|but|by|at|to|because|where|which|until|from)\b)"
)
_MOST_PIECES = 7


def tail_end(text: str, end: int) -> int:
    """Return where the address ends whose street and number end at `end`."""
    for _ in range(_MOST_PIECES):
        found = _PIECE.match(text, end) or _TOWN_ALONE.match(text, end)
        if found is None:
            break
        end = found.end() - found.group().endswith(".")
        if found.group().endswith("."):
            break
    return end
