"""What a made-up name of an account looks like, and what looks like one and is none."""

import re
from collections.abc import Iterator

from corpora.redaction.name_words import WORD_FIRST
from corpora.redaction.word_lists import listed

_HANDLE = re.compile(
    r"(?<![\w@/.#*-])@[A-Za-z_][\w]{1,30}(?:[.-]\w{1,30}){0,4}|(?<![\w/])/?u/[\w-]{3,20}\b"
)
# Support desks of companies are no persons.
_COMPANY_HANDLE = re.compile(
    r"air|fly|jet|help|support|care|service|hotel|bank|rail|train|official|team|uk$|usa$|store|shop"
    r"|mobile|telecom|energy|company|cust|brand|delta|united|amazon|uber|tesco|apple|hilton|channel"
    r"|everyone|here|other$|all$|home$|kitchen|ferr(?:y|ies)|travel|tours|cafe|bistro|bakery|foods?$"
    r"|market|media|news|insurance|power|water|broadband|fibre|cable|express|logistics|parcel"
    r"|airport|resort|cruise|clinic|hospital|school|univers|gym$|fitness|games?$|app$|_?hq$|gmbh"
    r"|group|rentals?|cars?$|motors$",
    re.IGNORECASE,
)
_AT_A_COMPANY = re.compile(r"\b(?:at|with|via)\s$", re.I)
# Parts joined by an underscore; files, placeholders in code and names in capitals are none.
JOINED = re.compile(
    r"(?<![\w@/.\\#$%=<-])(?=[\w.]{0,40}[a-z])[^\W_][^\W_]{0,30}(?:[_][^\W_]{1,30}){1,4}_?"
    r"(?![\w(/\\=@]|\.\w|-\w)"
)
_PARTS = re.compile(r"[^\W\d_]+")
_TECHNICAL = listed(
    "id error code api http https wifi usb sql json xml img file test user null true false"
)

TOKEN = r"@?[^\W_][\w.-]{1,30}\w"  # noqa: S105  a pattern, no secret
CANDIDATE = re.compile(rf"(?<![\w@/.]){TOKEN}(?![\w@/])")
MADE_UP = re.compile(
    r"[_@]|[a-z]{2}\d|\d(?!(?:st|nd|rd|th|am|pm|kg|km|gb|mb)\b)[a-z]{2}|[a-z][A-Z]|[a-z]\.[a-z]"
    r"|[a-z]-[a-z]+\d"
)
# A site, a file, or a thing with a number: "iphone14".
_NOT_MADE_UP = re.compile(
    r".{0,40}\.(?:com|org|net|io|co|uk|de|pdf|jpe?g|png|docx?|xlsx?|mp[34]|html?|txt|zip|csv|example)$"
    r"|(?:iphone|ipad|windows|ios|android|galaxy|covid|wifi|mp|ps|v)[-_.]?\d|.{0,40}\d(?:st|nd|rd|th)$"
    r"|(?:e\.g|i\.e|a\.m|p\.m)\b|(?-i:Ma?c[A-Z]|iP[ha]|[eE]Bay)|PayPal|YouTube|LinkedIn|WhatsApp"
    r"|TikTok",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[\d_.]")


def personal(text: str) -> Iterator[tuple[int, int]]:
    """Yield where handles stand that are no company's."""
    for found in _HANDLE.finditer(text) if "@" in text or "u/" in text else ():
        shown = found.group().rstrip(".-")
        before = text[max(0, found.start() - 12) : found.start()]
        is_plain = not _MARKED.search(shown)
        is_company = _COMPANY_HANDLE.search(shown) or _AT_A_COMPANY.search(before)
        if not (is_plain and is_company):
            yield found.start(), found.start() + len(shown)


def is_made_up(token: str) -> bool:
    """Whether a token with digits, points or underscores is a name somebody chose."""
    return bool(MADE_UP.search(token)) and not _NOT_MADE_UP.match(token)


def is_joined_name(token: str) -> bool:
    """Whether a token with underscores is more than plain words: "two_factor" is none."""
    parts = [part.casefold() for part in _PARTS.findall(token)]
    if not parts or _TECHNICAL.intersection(parts):
        return False
    return any(part not in WORD_FIRST for part in parts)
