"""How far a sentence tells what happened, rather than what is, should be, or is thought."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpora.segmentation.layout import Unit

_PAST = re.compile(
    r"\b(?:was|were|had|did|(?:was|were|had|did|could|would)n['\u2019]?t|said|told|went|came|got|took"
    r"|gave|made|found|left|thought|felt|saw|heard|brought|bought|paid|sent|sat|stood|ran|kept|lost"
    r"|met|held|began|became|wrote|drove|spoke|broke|chose|woke|wore|ate|drank|fell|forgot|threw"
    r"|spent|built|caught|taught|understood|led|sold|won|knew|hung|flew|dealt|slept|swore|tore"
    r"|(?!need|indeed|speed|feed|exceed|proceed|succeed|hundred|naked|wicked|sacred)[a-z]{2,}ed)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are|am|do|does|has|can|cannot|will|should|must|may|might|need|needs|want|wants|think"
    r"|thinks|know|knows|believe|believes|makes?|means|gets?|goes|take|takes|become|becomes|happens"
    r"|requires?|depends|matters?|always|never|often|usually|(?:is|are|do|does|ca|wo|should)n['\u2019]t"
    r"|(?:it|that|there|what)['\u2019]s|(?:they|we|you)['\u2019]re|i['\u2019]m|your?|every|if)\b"
)
_STATE = re.compile(
    r"\b(?:is|are|am|be|been|being|get|gets|['\u2019](?:s|re|m))\s+(?:\w+ly\s+|not\s+)?[a-z]{2,}ed\b"
)
"""`are employed`: a state, not an event."""
_PERSON = re.compile(
    r"\b(?:he|she|him|his|her|me|customer|guest|lady|guy|man|woman|manager|husband|wife|mother"
    r"|father|daughter|son|clerk|cashier|waiter|waitress|server|agent|advisor|adviser|driver"
    r"|receptionist|nurse|caller|called|asked)\b"
)
_QUOTE = re.compile(r"[\"\u201c\u201d]")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]*[\"\u201d]")
_SPEAKER = re.compile(r"[*_]{0,2}\[?[A-Z][\w' ]{0,20}\]?[*_]{0,2}:\s")
_LONGEST_TURN_WORDS = 40
"""A labelled line with more words is an interview's answer or a speech, not a scene's dialogue."""


@dataclass(frozen=True, slots=True)
class Telling:
    """From 0 (argues, explains) to 1 (tells), and how much the sentence says about it."""

    value: float
    weight: float
    """0 (no sign of either) to 3 (three signs or more)."""


def tellings(units: Sequence[Unit]) -> list[Telling]:
    """Weigh the signs of telling in each sentence. What is said in quotes counts as speech only."""
    found: list[Telling] = []
    for line in _lines(units):
        words = sum(unit.words for unit in line)
        if _SPEAKER.match(line[0].text) and words <= _LONGEST_TURN_WORDS:
            found += [_weigh("", is_speech=True)] * len(line)
            continue
        in_quote = False
        for unit in line:
            # A quote may span sentences: each of them gets the marks that it lacks.
            text = f'"{unit.text}' if in_quote else unit.text
            in_quote = len(_QUOTE.findall(text)) % 2 == 1
            text = f'{text}"' if in_quote else text
            found.append(_weigh(_QUOTED.sub(" ", text), is_speech=bool(_QUOTED.search(text))))
    return found


def _lines(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    line: list[Unit] = []
    for unit in units:
        if unit.newlines_before and line:
            yield line
            line = []
        line.append(unit)
    if line:
        yield line


def _weigh(sentence: str, *, is_speech: bool) -> Telling:
    words = _STATE.sub(" ", sentence.lower())
    past = len(_PAST.findall(words))
    present = len(_PRESENT.findall(words))
    # A person says little alone; beside a past tense or a speech it makes a scene.
    persons = min(2, len(_PERSON.findall(words))) if past or is_speech else 0
    tells = past + is_speech + 0.5 * persons
    signs = tells + present
    return Telling(tells / signs if signs else 0.5, min(3.0, signs))
