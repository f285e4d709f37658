"""Given names and surnames of many locales, from faker, and how much each one proves."""

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpora.redaction.name_words import NAME_AND_WORD, PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.word_lists import listed, read_listed

# Lists of usual names where English is written: these count in small letters too.
_ENGLISH = ("en_US", "en_GB", "en_IE")
_SPLIT = re.compile(r"[\s-]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f'\u2019]{2,}")

# Short forms, and names in Latin letters of languages that faker writes in their own script.
NICKNAMES = {
    **dict.fromkeys(("evi", "evie", "eva"), "evangelia"),
    **dict.fromkeys(("jo", "josie"), "joanna josephine joan"),
    **dict.fromkeys(("bob", "bobby", "rob", "robbie", "bert"), "robert"),
    **dict.fromkeys(("bill", "billy", "will", "willy", "liam"), "william"),
    **dict.fromkeys(("dick", "rick", "ricky", "rich", "richie"), "richard"),
    **dict.fromkeys(("jim", "jimmy", "jamie"), "james"),
    **dict.fromkeys(("jack", "johnny", "jon"), "john jonathan"),
    **dict.fromkeys(("tom", "tommy"), "thomas"),
    **dict.fromkeys(("mike", "mikey", "mick"), "michael"),
    **dict.fromkeys(("dave", "davey"), "david"),
    **dict.fromkeys(("steve", "stevie"), "stephen steven"),
    **dict.fromkeys(("chris", "kit"), "christopher christine christina christian"),
    **dict.fromkeys(("dan", "danny"), "daniel"),
    **dict.fromkeys(("matt", "matty"), "matthew"),
    **dict.fromkeys(("nick", "nicky", "niko"), "nicholas nikolaos nicola"),
    **dict.fromkeys(("tony", "ant"), "anthony antonio"),
    **dict.fromkeys(("andy", "drew"), "andrew"),
    **dict.fromkeys(("joe", "joey"), "joseph"),
    **dict.fromkeys(("ed", "eddie", "ted"), "edward"),
    **dict.fromkeys(("sam", "sammy"), "samuel samantha"),
    **dict.fromkeys(("alex", "lex", "sandy"), "alexander alexandra alejandro"),
    **dict.fromkeys(("ben", "benny"), "benjamin"),
    **dict.fromkeys(("greg",), "gregory"),
    **dict.fromkeys(("pete",), "peter"),
    **dict.fromkeys(("pat", "paddy"), "patrick patricia"),
    **dict.fromkeys(("phil",), "philip phillip"),
    **dict.fromkeys(("ron", "ronnie"), "ronald"),
    **dict.fromkeys(("tim", "timmy"), "timothy"),
    **dict.fromkeys(("vince", "vinny"), "vincent"),
    **dict.fromkeys(("fred", "freddie"), "frederick"),
    **dict.fromkeys(("liz", "lizzie", "beth", "betty", "eliza", "lisa", "libby"), "elizabeth"),
    **dict.fromkeys(("kate", "katie", "kathy", "cathy", "kat"), "katherine catherine kathryn"),
    **dict.fromkeys(("meg", "maggie", "peggy"), "margaret"),
    **dict.fromkeys(("sue", "susie"), "susan"),
    **dict.fromkeys(("jen", "jenny", "jenn"), "jennifer"),
    **dict.fromkeys(("becky", "bec"), "rebecca"),
    **dict.fromkeys(("debbie", "deb"), "deborah"),
    **dict.fromkeys(("steph",), "stephanie"),
    **dict.fromkeys(("vicky", "tori"), "victoria"),
    **dict.fromkeys(("jess", "jessie"), "jessica"),
    **dict.fromkeys(("abby",), "abigail"),
    **dict.fromkeys(("mandy",), "amanda"),
    **dict.fromkeys(("nat", "nattie"), "natalie natasha nathan"),
    **dict.fromkeys(("gabe",), "gabriel"),
    **dict.fromkeys(("pam",), "pamela"),
    **dict.fromkeys(("cindy",), "cynthia lucinda"),
    **dict.fromkeys(("maddie",), "madeleine madison"),
    **dict.fromkeys(("mo",), "mohammed muhammad"),
}


def fold(word: str) -> str:
    """Return `word` without accents and in lower case."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word)
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()


@dataclass(frozen=True, slots=True)
class NameLists:
    """Folded names. A name may be in several sets."""

    given: frozenset[str]
    """Any capitalised occurrence is a person."""
    rare_given: frozenset[str]
    """Given names of one locale alone: a person where the words around say so."""
    english_given: frozenset[str]
    """Usual ones: a person in small letters and in capitals too."""
    surnames: frozenset[str]
    every_given: frozenset[str]
    """Those of all classes, with those that are words too."""

    def is_name(self, word: str) -> bool:
        """Whether any list knows the folded `word`, be it a word besides or not."""
        return word in self.every_given or word in self.surnames or word in NAME_AND_WORD


@cache
def name_lists() -> NameLists:
    """Load the lists once: every locale of faker that writes Latin letters."""
    from faker.providers import person

    given: Counter[str] = Counter()
    surnames: set[str] = set()
    english: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        names = set(_listed(provider, ("first_name", "first_romanized")))
        given.update(names)
        surnames.update(
            _listed(provider, ("last_name", "last_romanized", "male_last", "unisex_last"))
        )
        if module.name in _ENGLISH:
            english |= names
    more = {*read_listed("more_names.txt"), *NICKNAMES, *listed(" ".join(NICKNAMES.values()))}
    sure = {name for name, locales in given.items() if locales >= 2} | english | more
    words = NAME_AND_WORD | WORD_FIRST | PLACES_AND_NAMES
    return NameLists(
        given=frozenset(name for name in sure - words if len(name) > 1),
        rare_given=frozenset(name for name in set(given) - sure - words if len(name) > 2),
        english_given=frozenset(n for n in (english | more) - words if len(n) > 2),
        surnames=frozenset(surnames),
        every_given=frozenset(given) | more,
    )


def _listed(provider: type, prefixes: tuple[str, ...]) -> Iterator[str]:
    for attribute in sorted(vars(provider)):
        names = getattr(provider, attribute)
        if attribute.startswith(prefixes) and isinstance(names, (tuple, list, dict)):
            for name in names:
                if isinstance(name, str):  # some locales list (script, kana, romanized) besides
                    yield from (fold(w) for w in _SPLIT.split(name) if _LATIN.fullmatch(w))
