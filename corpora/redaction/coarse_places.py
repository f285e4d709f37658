"""From an address to its town or region: "14 Rose Lane, Leeds LS6 2QT" is "Leeds"."""

import importlib
import re
from functools import cache

from corpora.redaction.address_tails import POSTCODE
from corpora.redaction.name_lists import fold, name_lists
from corpora.redaction.street_words import ENGLISH
from corpora.redaction.word_lists import listed

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
_REGIONS = ("en_GB", "en_IE", "en_US", "en_CA", "en_AU", "de_DE", "fr_FR", "it_IT", "nl_NL")
_LISTS = ("counties", "states", "provinces", "regions", "countries")
_MORE = "uk usa england scotland wales"
_PARTS_OF_A_NAME = re.compile(r",|/|;| - |\(|\)")
_PARTS = re.compile(r"[,;\n]")
_POSTCODE = re.compile(rf"(?<!\w){POSTCODE}")
_STREET = re.compile(rf"\b{ENGLISH}\b\.?")
_TOKEN_WITH_FIGURE = re.compile(r"(?<!\S)\S{0,60}?\d\S*")
_STATE = re.compile(r"[A-Z]{2}")
_STATE_AND_ZIP = re.compile(r"\s{0,3}([A-Z]{2}),? \d{5}(?:-\d{4})?\s{0,3}")


def town_of(address: str) -> str | None:
    """Return the last town, region or land of an address; None where none is known for sure.

    Only whole names from the lists of `phonenumbers` and `faker` are returned: towns that have a
    dialling code, and what is larger. What is no such name may be a house's or a person's.
    """
    parts = _PARTS.split(address)
    for index in range(len(parts) - 1, -1, -1):
        earlier = ",".join(parts[:index])
        is_behind_a_street = bool(_TOKEN_WITH_FIGURE.search(earlier) or _STREET.search(earlier))
        if place := _place(parts[index], is_behind_a_street):
            return place
    return None


def _place(part: str, is_behind_a_street: bool) -> str | None:
    if (state := _STATE_AND_ZIP.fullmatch(part)) and state.group(1) in _places():
        return state.group(1)
    rest = _POSTCODE.sub(" ", part)
    has_postcode = rest != part
    streets = list(_STREET.finditer(rest))
    tries = [rest] if is_behind_a_street or has_postcode else []
    if streets and streets[-1].start():  # 14 Rose Lane Leeds
        tries.append(rest[streets[-1].end() :])
    for shown in tries:
        name = " ".join(_TOKEN_WITH_FIGURE.sub(" ", shown).strip(" .").split())
        if _is_place(name, has_postcode):
            return name
    return None


def _is_place(name: str, has_postcode: bool) -> bool:
    if _STATE.fullmatch(name):
        return name in _places()
    if fold(name) not in _places():
        return False
    # "14 Rose Lane, Charlotte": a town, or the one who is written to.
    return has_postcode or fold(name) not in name_lists().every_given


@cache
def _places() -> frozenset[str]:
    """Load the names, folded; those of two capitals as they are."""
    # Half a second and 80 MB, so only where a policy asks for it.
    from phonenumbers.geodata import GEOCODE_DATA

    written: set[str] = set()
    for names in GEOCODE_DATA.values():
        written.update(names[language] for language in _LANGUAGES if language in names)
    for locale in _REGIONS:
        provider = importlib.import_module(f"faker.providers.address.{locale}").Provider
        for attribute in _LISTS:
            listing = getattr(provider, attribute, ())
            written.update(name for name in listing if isinstance(name, str))
    parts = {part.strip() for name in written for part in _PARTS_OF_A_NAME.split(name)}
    folded = {fold(part) for part in parts if len(part) > 2}
    return frozenset(folded | {part for part in parts if _STATE.fullmatch(part)} | listed(_MORE))
