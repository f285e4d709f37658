"""Every regular expression of the redaction package, and texts that are made to slow it down."""

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Mapping
from re import _constants as codes  # type: ignore[attr-defined] # the parser has no public name
from re import _parser  # type: ignore[attr-defined]

import corpora.redaction as package

UNITS = (
    *("a:", "1", "@", " ", "A.", "a@a.", "(+1", "\n", "-", "A", "a", "Aa ", "1 ", "'", "_", "/"),
    *(".", ",", "one ", "12 Rose ", "\u25a1", "a b ", "\t", "a\n", "1.", "1a", "+", "Ab, "),
)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_WORD: "-",
}
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def patterns() -> dict[str, re.Pattern[str]]:
    """Return the package's compiled patterns by name, each once: also those in tuples and dicts."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.iter_modules(package.__path__):
        content = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        for name in sorted(content):
            for place, pattern in _inside(f"{module.name}.{name}", content[name]):
                found.setdefault(pattern, place)
    return {name: pattern for pattern, name in found.items()}


def _inside(place: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield place, value
    elif isinstance(value, Mapping):
        for key in value:
            yield from _inside(f"{place}[{key}]", value[key])
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _inside(f"{place}[{number}]", part)


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[tuple[str, str]]:
    """Yield what each text is made of, and the text.

    Beside runs of one thing these are texts of the pattern's own making: one that it matches, and
    that nearly it matches, again and again, or with a long run behind it.
    """
    for unit in UNITS:
        yield repr(unit), (unit * length)[:length]
    chosen = random.Random(4)  # noqa: S311 - which mixture, no secret
    yield "mixture", "".join(chosen.choices(UNITS, k=length))[:length]
    if shown := example(pattern):
        again = {"example": shown, "cut example": shown[:-1] or shown, "apart": f"{shown} "}
        for name, unit in again.items():
            yield name, (unit * length)[:length]
        yield "example and blanks", shown + " " * length
        yield "example and its end", shown + shown[-1] * length


def example(pattern: re.Pattern[str]) -> str:
    """Return a text much like what the pattern matches: first branches, fewest repetitions."""
    return _sequence(_parser.parse(pattern.pattern, pattern.flags))


def _sequence(items: object) -> str:
    return "".join(_one(code, value) for code, value in items)  # type: ignore[attr-defined]


def _one(code: object, value: object) -> str:
    if code is codes.LITERAL:
        return chr(value)  # type: ignore[arg-type]
    if code is codes.IN:
        return _member(value)  # type: ignore[arg-type]
    if code is codes.BRANCH:
        return _sequence(value[1][0])  # type: ignore[index]
    if code is codes.SUBPATTERN:
        return _sequence(value[3])  # type: ignore[index]
    if code in _REPEATS:
        least, most = int(value[0]), int(value[1])  # type: ignore[index]
        return _sequence(value[2]) * max(least, min(most, 1))  # type: ignore[index]
    if code is codes.ATOMIC_GROUP:
        return _sequence(value)
    if code is codes.ASSERT:
        return _sequence(value[1]) if value[0] > 0 else ""  # type: ignore[index]
    if code in (codes.ANY, codes.NOT_LITERAL):
        return "a"
    return ""  # assertions of place, and groups again


def _member(items: list[tuple[object, object]]) -> str:
    code, value = items[0]
    if code is codes.NEGATE:
        excluded = re.compile("|".join(re.escape(_member([item])) for item in items[1:]))
        return next((each for each in "a1 .X\n-" if not excluded.match(each)), "~")
    if code is codes.LITERAL:
        return chr(value)  # type: ignore[arg-type]
    if code is codes.RANGE:
        return chr(value[0])  # type: ignore[index]
    return _CATEGORIES[value]
