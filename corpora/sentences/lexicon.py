"""Words that matter at the end of a sentence, most of them from spaCy's English tables."""

import re
from dataclasses import dataclass
from functools import lru_cache

_ATTACHED = """
adm approx ca capt cf dr e.g eg gen gov hon i.e ie incl lt messrs mr mrs ms mt prof rep rev sen sgt
v.s vs
"""
_BEFORE_NUMBERS = "apt art ch ext fig flt no nos p para ph pp ref rm sec tel vol"
_MAY_END = """
acct asst ave avg blvd co corp dept est etc govt hr hrs inc intl jr llc ltd max mgr min mins rd sr
st temp
"""
_REAL_WORDS = frozenset({"del", "id", "ill", "ind", "la", "mar", "mass", "miss", "ore", "wash"})
"""Abbreviations of states and months that stand at the end of a sentence as plain words."""
_EMOTICON = re.compile(r"(?=.*[:;=<>^_)(/\\])[^\s'\u2019A-Za-z]*[A-Za-z]?[^\s.A-Za-z]*")
"""spaCy's table holds abbreviations and contractions too; an emoticon has a mark for a face."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Abbreviations without their last full stop, in lower case."""

    attached: frozenset[str]
    """Never end a sentence: `Mr.`, `e.g.`."""
    before_numbers: frozenset[str]
    """Do not end one before a number: `No. 5`."""
    may_end: frozenset[str]
    """End one only before a word that often begins a sentence: `at 5 p.m. They`."""
    emoticons: frozenset[str]
    common: frozenset[str]
    """Stop words: where one has a capital, a sentence begins."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Build the lexicon once."""
    import spacy  # seconds of import that a reader or a store should not pay for

    defaults = spacy.blank("en").Defaults
    rules = set(defaults.tokenizer_exceptions)
    known = {rule[:-1].lower() for rule in rules if rule.endswith(".") and len(rule) > 2}
    attached = frozenset(_ATTACHED.split())
    return Lexicon(
        attached=attached,
        before_numbers=frozenset(_BEFORE_NUMBERS.split()),
        may_end=frozenset((known - _REAL_WORDS - attached) | set(_MAY_END.split())),
        emoticons=frozenset(rule for rule in rules if _EMOTICON.fullmatch(rule)),
        common=frozenset(defaults.stop_words),
    )
