"""Documents made of other people's templates: the ones that `presidio-evaluator` ships (MIT)."""

import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.redaction.documents import Piece
from benchmarks.redaction.slots import KNOWN, NEUTRAL, PARTS, PERSONAL, PLAIN
from benchmarks.redaction.values import LOCALES, Values

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_BROKEN = re.compile(r"(?<!\{)\{\w+\}(?!\})")  # a slot that its author left with single braces
_NO_BIRTHDAY = "It's like that since"  # nothing in this template says that the date is a birthday


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled template that can still be changed piece by piece."""

    number: int
    template: int
    """Line of the file, from 1."""
    locale: str
    pieces: tuple[Piece, ...]


def shipped_templates() -> Path | None:
    """Return the file inside the package `presidio-evaluator`, None where it is not installed."""
    package = importlib.util.find_spec("presidio_evaluator")  # found, not imported: it is heavy
    if package is None or package.origin is None:
        return None
    return Path(package.origin).parent / "data_generator" / "raw_data" / "templates.txt"


def read_templates(path: Path) -> dict[int, str]:
    """Return line number -> template, without broken ones.

    Raises ValueError that names every slot which nothing fills.
    """
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
    templates = {
        number: line.replace("\\n", "\n").replace("\\,", ",")
        for number, line in lines
        if line.strip() and not _BROKEN.search(line)
    }
    unknown = {slot for line in templates.values() for slot in _SLOT.findall(line)} - KNOWN
    if unknown:
        raise ValueError(
            f"{path}: nothing fills the slots {', '.join(sorted(unknown))}; "
            f"known slots: {', '.join(sorted(KNOWN))}"
        )
    return templates


def fill_all(templates: dict[int, str], documents: int, seed: int) -> Iterator[Draft]:
    """Fill templates in turn, each time in the next locale; one without slots is used once."""
    values = [Values(locale, seed) for locale in LOCALES]
    number = 0
    for turn in range(documents):
        for at, (line, template) in enumerate(templates.items()):
            if number == documents:
                return
            if turn and not _SLOT.search(template):
                continue
            drawn = values[(at + turn) % len(values)]
            yield Draft(number, line, drawn.locale, tuple(_fill(template, drawn)))
            number += 1


def _fill(template: str, values: Values) -> Iterator[Piece]:
    cut = _SLOT.split(template)  # literal, slot, literal, slot ... literal
    literals, slots = cut[::2], cut[1::2]
    homes = _house_numbered(literals, slots)
    for at, slot in enumerate(slots):
        yield Piece(literals[at])
        if slot in PARTS:
            kind = "ADDRESS" if at in homes else None
            entity = f"home {homes[at]}" if at in homes else ""
            yield Piece(PARTS[slot](values), kind, entity, is_neutral=kind is None)
        elif slot in NEUTRAL or template.startswith(_NO_BIRTHDAY):
            fill = NEUTRAL.get(slot, Values.event_date)
            yield Piece(fill(values), is_neutral=True)
        elif slot in PERSONAL:
            kind, fill = PERSONAL[slot]
            yield Piece(fill(values), kind, f"{slot} {at}")
        else:
            yield Piece(PLAIN[slot](values))
    yield Piece(literals[-1])


def _house_numbered(literals: Sequence[str], slots: Sequence[str]) -> dict[int, int]:
    """Return slot -> first slot of its run, for runs of address parts with a house number."""
    runs: list[list[int]] = []
    for at, slot in enumerate(slots):
        if slot not in PARTS and slot not in ("country", "state_abbr"):
            continue
        if runs and runs[-1][-1] == at - 1 and not re.search(r"\w", literals[at]):
            runs[-1].append(at)
        else:
            runs.append([at])
    return {
        at: run[0] for run in runs if "building_number" in (slots[i] for i in run) for at in run
    }
