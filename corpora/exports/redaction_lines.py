"""A redacted record line by line, the original beside what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpora.exports.redaction_view import SeenRecord

_STYLES = {
    **dict.fromkeys(("CUSTOMER", "EMPLOYEE", "PERSON", "USERNAME"), 1),
    **dict.fromkeys(("EMAIL", "PHONE", "ADDRESS", "URL", "IP"), 2),
    **dict.fromkeys(("ID", "CARD", "IBAN", "PLATE"), 3),
}
_OTHER_STYLE = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stayed as they are, or one masked mention."""

    text: str = field(repr=False)
    kind: str = ""
    """As in `Masked`; empty where nothing was masked."""
    title: str = ""
    """What was put in its place."""

    @property
    def style(self) -> int:
        """Colour of its type, as `kind_style` has it."""
        return kind_style(self.kind)


@dataclass(slots=True)
class Line:
    """One line of the original, and what became of it."""

    original: list[Run] = field(default_factory=list)
    redacted: list[Run] = field(default_factory=list)
    starts_paragraph: bool = False


def kind_style(kind: str) -> int:
    """Return a type's colour, 1..4: people, how to reach them, numbers, the rest."""
    return _STYLES.get(kind, _OTHER_STYLE)


def paired_lines(record: SeenRecord) -> list[Line]:
    """Cut both texts at the line breaks that neither masks, so that they can stand line by line."""
    lines = [Line()]
    for before, after in _pairs(record):
        if before.kind or before.text != after.text:
            lines[-1].original.append(before)
            lines[-1].redacted.append(after)
            continue
        for number, words in enumerate(before.text.split("\n")):
            if number:
                is_blank = not lines[-1].original
                lines = lines[: -1 if is_blank else None]
                lines.append(Line(starts_paragraph=is_blank and bool(lines)))
            if words:
                lines[-1].original.append(Run(words))
                lines[-1].redacted.append(Run(words))
    return [line for line in lines if line.original or line.redacted]


def _pairs(record: SeenRecord) -> Iterator[tuple[Run, Run]]:
    done = done_original = 0
    for one in record.masked:
        yield (
            Run(record.original[done_original : one.original_start]),
            Run(record.text[done : one.start]),
        )
        words = record.original[one.original_start : one.original_end]
        put_in = record.text[one.start : one.end]
        yield Run(words, one.kind, put_in), Run(put_in, one.kind, put_in)
        done, done_original = one.end, one.original_end
    yield Run(record.original[done_original:]), Run(record.text[done:])
