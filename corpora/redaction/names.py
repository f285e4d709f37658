"""Finding persons by name lists, capitals and the words around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpora.redaction.evidence import evidence
from corpora.redaction.extents import PARTICLES, is_organisation, name_end
from corpora.redaction.page import Page
from corpora.redaction.small_letters import is_usual_name, named_in_small_letters
from corpora.redaction.strength import cue_before


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a person by name."""

    start: int
    end: int
    words: tuple[str, ...] = field(repr=False)
    """Folded, without particles and initials."""
    cue: str
    """Group of `cues.BEFORE` that stood before it, `speaker`, or ''."""
    role: str = ""
    """`CUSTOMER`, `EMPLOYEE` or `PERSON`, where a learned recogniser said so."""


def find_names(page: Page) -> Iterator[Name]:
    """Yield the names in order."""
    named_small = named_in_small_letters(page)
    index, last_end = 0, -1
    while index < len(page.words):
        word = page.words[index]
        cue: str | None
        if word.is_title or word.is_upper:
            cue = evidence(page, index, last_end)
        elif word.start in named_small:
            cue = cue_before(page, word, -1) or "self"
        else:
            cue = "" if is_usual_name(page, word) else None
        if cue is None:
            index += 1
            continue
        stop = name_end(page, index, cue)
        if not is_organisation(page, index, stop):
            last_end = page.words[stop - 1].end
            yield name_at(page, index, stop, cue)
        index = stop


def name_at(page: Page, index: int, stop: int, cue: str) -> Name:
    """Make a name of the words `[index, stop)`."""
    run = page.words[index:stop]
    parts = tuple(w.folded for w in run if len(w.folded) > 1 and w.folded not in PARTICLES)
    return Name(run[0].start, run[-1].end, parts or (run[0].folded,), cue)
