"""Names of files and folders, word by word: what is no everyday word in them may be a person.

A file name has no sentence around it: "Harris_2024.pdf" gives the name rules nothing to go by. So
it is told the other way round: words that are known to be none of a person's stay, all others go.
"""

import re
from collections.abc import Iterator
from functools import cache

from corpora.offsets import Edit, apply_edits
from corpora.redaction.finds import Find, settle
from corpora.redaction.name_lists import fold, name_lists
from corpora.redaction.name_words import NAME_AND_WORD, PLACES_AND_NAMES, WORD_FIRST
from corpora.redaction.placeholders import Numbering
from corpora.redaction.word_lists import listed

_LETTERS = re.compile(r"[^\W\d_]+")
# What may stand between two words of one name: "Wanda Kowalczyk", "O'Neill_J", "lind.anna".
_JOINED = re.compile(r"[\s._'\u2019+-]{1,3}")
_DIGITS = re.compile(r"\d(?:[\s._()+-]{0,2}\d){6,}")
# No date of birth: customers' files are of these years, and hardly any customer was born in them.
_DAY = r"(?:20[2-9]\d[-._ ]?[01]\d[-._ ]?[0-3]\d|[0-3]?\d[-._ ][01]?\d[-._ ]20[2-9]\d)"
_TIME = r"(?:[-._ ][0-2]\d[-._ ]?[0-5]\d(?:[-._ ]?[0-5]\d)?)?"
DATE = re.compile(rf"(?<!\d)(?:{_DAY}{_TIME}|20[2-9]\d-20[2-9]\d)(?!\d)")

# Usual in names of files and columns, though somebody may be called so or few stories say so.
_OF_FILES = listed("""
    air allotment an anonymised anonymized apac apps april august autumn avi aw back bak binary
    bookings branch callback cancelled care case cases category ces channel chats chimney churn
    city cohort college comment comments company corrupt country crm csat csv cx datetime desk
    detractor detractors dev doc docx east eastern emea eml en energy erp es escalation
    escalations eu europe exe executive export exports fall feb february financial forum fr
    front frontdesk gb gender genesys gif given good gym gz heic hotels hotline html img import
    index ini jan january jpeg jpg json jsonl jul july jun june lang line list log london mar
    mbox md medallia media misc mobile month months mov mp msg north northern nov november nps
    nr num ods odt offboarding office ogg ombuds onboarding outbox overall page pages parcel
    parcels parquet part participant parts passives pdf permits phase pilot png post posts ppt
    pptx promoter promoters pst qty qualtrics quarterly questionnaire reader region round rtf
    salesforce school segment sentiment sep server shard shards shop snow south southern spring
    srt stamp star stars story street study summer sunday tablets tar teams tenure the tier tif
    tiff timestamp tmp topic touchpoint transcripts tsv txt uid unit units university unknown
    untitled url us usa uuid verbatim verbatims vet voc vtt wall water wav wave web webm week
    weeks west western winter workshop xls xlsm xlsx xml yaml year years yml zendesk zip zoom
""")


@cache
def _everyday() -> frozenset[str]:
    lists = name_lists()
    names = lists.every_given | lists.surnames | NAME_AND_WORD | PLACES_AND_NAMES
    return (WORD_FIRST - names) | _OF_FILES


def unknown_words(name: str) -> Iterator[Find]:
    """Yield the words, joined to names, that are no everyday words, and long runs of digits.

    Letters are parted where capitals show it: "WandaKowalczykExit" is three words.
    """
    everyday = _everyday()
    start = end = -1
    for first, last in _words(name):
        is_initial = (
            last - first == 1 and name[first].isascii()
        )  # shown alone ("Q4"), but not beside a name ("J Smith")
        is_plain = fold(name[first:last]) in everyday
        is_joined = start >= 0 and (first == end or bool(_JOINED.fullmatch(name, end, first)))
        if is_joined and (is_initial or not is_plain):
            end = last
            continue
        if start >= 0:
            yield _person(name, start, end)
            start = -1
        if not is_plain and not is_initial:
            start, end = _with_initials(name, first), last
    if start >= 0:
        yield _person(name, start, end)
    for found in _DIGITS.finditer(name):
        if not DATE.fullmatch(found.group()):
            yield Find(*found.span(), "ID", found.group())


def mask_words(name: str) -> str:
    """Return a path with these masked, for where there is no redactor at hand."""
    numbering = Numbering.after(name)
    finds = settle(unknown_words(name))
    edits = [Edit(one.start, one.end, numbering.name(one.kind, one.key)) for one in finds]
    return apply_edits(name, edits)[0]


def is_everyday(name: str) -> bool:
    """Whether nothing in the name of a file, folder or column can be a person's."""
    return not any(unknown_words(name))


def names_in(code: str) -> bool:
    """Whether one of its words is a name that some list knows: ids hold words of any kind."""
    lists, everyday = name_lists(), _everyday()
    words = (fold(code[first:last]) for first, last in _words(code))
    return any(
        word not in everyday
        and word not in WORD_FIRST
        and (word in lists.every_given or word in lists.surnames)
        for word in words
        if len(word) > 2
    )


def _words(name: str) -> Iterator[tuple[int, int]]:
    """Yield runs of letters, cut before a capital that begins a word."""
    for found in _LETTERS.finditer(name):
        start, stop = found.span()
        for at in range(start + 1, stop):
            begins = name[at - 1].islower() or name[at + 1 : at + 2].islower()
            if name[at].isupper() and begins:
                yield start, at
                start = at
        yield start, stop


def _with_initials(name: str, start: int) -> int:
    """Return where the initials before a name begin: "J_Smith", "J.R. Smith"."""
    found = _INITIALS.search(name, max(0, start - 8), start)
    return found.start() if found else start


_INITIALS = re.compile(r"(?:(?<![^\W\d_])[^\W\d_][\s._'\u2019-]{0,2}){1,3}$")


def _person(name: str, start: int, end: int) -> Find:
    return Find(start, end, "PERSON", fold(name[start:end]))
