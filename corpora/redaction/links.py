"""Links that lead to a person: a profile, an account, a user's name or number in the path."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find
from corpora.redaction.name_lists import fold, name_lists
from corpora.story import Span

_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'\u25a1]{3,400}"
    r"|(?<![\w@.-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20}){1,3}/[^\s<>\"'\u25a1]{1,400}",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"//[^/]{0,80}@"
    r"|/(?:in|u|users?|profiles?|profil|people|person|members?|mitglied|accounts?|customers?|clients?"
    r"|kunden?|cases?|tickets?|invoices?|reset|verify|bookings?|orders?|c|channel|author|artist"
    r"|seller|sellers|shop|haendler|verkaeufer|vendeur|vendedor|utilisateur|usuario|utente|gebruiker"
    r"|uzytkownik|membre|friends?|id|player|gamer|patients?|guests?|tracking|my)/"
    r"(?!(?:log-?in|sign-?(?:in|up)|register|settings|help|overview|home|index|new|create|history"
    r"|list|returns?|faq|support|security|billing|contact|about|terms|privacy)(?:\.\w{2,5})?/?(?:[?#]|$))"
    r"[^/?#]"
    r"|/~\w|/@\w"
    r"|(?<![\w-])(?:facebook|instagram|twitter|x|tiktok|linkedin|t|fb|threads|snapchat|youtube|twitch"
    r"|pinterest|vk|paypal)\.(?:com|me|net|tv)/(?!(?:help|support|watch|shorts|playlist|results|search|groups|events"
    r"|login|settings|about|explore|policies)(?![\w.@-]))[\w.@-]{3}"
    r"|[?&;#](?:user|username|usr|u|e?-?mail|name|nick|id|uid|token|ref|pnr|booking|order|account"
    r"|customer|client|session|member|guest|patient|sender|owner|login|kunde|nom|nombre)\w{0,8}="
    r"|(?<![0-9a-f-])\d{8,}(?![0-9a-f])",
    re.IGNORECASE,
)
# "/d/1AbC9xYz/edit": who has the token has the file. "/news/Best-TVs-2024" is none.
_SHARED = re.compile(
    r"(?:/(?:d|s|b|e|file|share|folders|forms?)/(?:s!)?|[?&]\w{0,4}id=|(?:forms\.gle|1drv\.ms)/)"
    r"(?=\w{0,60}\d)(?=\w{0,60}[a-z])(?=\w{0,60}[A-Z])[\w-]{7,80}"
    r"|/(?=[A-Za-z]{0,30}\d)(?=\w{0,60}[a-z])(?=\w{0,60}[A-Z])\w{20,80}(?![\w.-])"
)
_PATH = re.compile(r"^(?:https?://)?([^/?#]*)(/[^?#]*)?", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:html?|php\d?|aspx?|jsp|pdf|jpe?g|png|gif|svg|webp|css|js|json|xml|txt|csv|docx?|xlsx?"
    r"|zip|mp[34]|com|org|net|co|uk|de|fr|example)$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[a-z]{1,40}\d{0,10}[._][a-z][\w.]*", re.IGNORECASE)
_PARTS = re.compile(r"[^\W\d_]+?(?=[A-Z][a-z])|[^\W\d_]+")
_LEAST_LETTERS = 3
_LONGEST = 500  # characters of a link


def links(text: str) -> Iterator[Find]:
    """Yield links with somebody in them; other links stay."""
    if "." not in text or ("/" not in text and "www" not in text.casefold()):
        return
    for link in _links(text):
        shown = text[link.start : link.end]
        if _PERSONAL.search(shown) or _SHARED.search(shown) or _names_somebody(shown):
            yield find("URL", text, link.start, link.end)


def link_around(text: str, at: int) -> Span | None:
    """Return the link that a character is part of."""
    start = max(text.rfind(c, max(0, at - _LONGEST), at) for c in " \n\t") + 1
    near = text[start : at + _LONGEST]
    for link in _links(near):
        if start + link.start <= at < start + link.end:
            return Span(start + link.start, start + link.end)
    return None


def _links(text: str) -> Iterator[Span]:
    for found in _SITE.finditer(text):
        yield Span(found.start(), found.start() + len(found.group().rstrip(".,;:!?)]")))


def _names_somebody(link: str) -> bool:
    """Whether a step of the path looks like a handle, or it or the host holds a person's name."""
    found = _PATH.match(link)
    if found is None:
        return False
    host, path = found.group(1), found.group(2) or ""
    steps = [step for step in path.split("/") if step]
    if any(_HANDLE.fullmatch(_FILE.sub("", step)) for step in steps):
        return True
    lists = name_lists()
    for part in (*host.split(".")[:-1], *steps):
        words = [fold(word) for word in _PARTS.findall(part) if len(word) >= _LEAST_LETTERS]
        given = [word for word in words if word in lists.given]
        if given and len(words) <= _LEAST_LETTERS and any(w in lists.surnames for w in words):
            return True
        if part in steps and len(words) == 1 and words[0] in lists.english_given:
            return True
    return False
