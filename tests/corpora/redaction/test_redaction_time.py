"""Time grows with the length of a text, whatever stands in it."""

import ast
import re
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import corpora.redaction as package
from corpora.redaction import Redactor
from tests.corpora.redaction.pattern_attacks import UNITS, attacks, patterns

_CHARACTERS = 50_000
_MOST_SECONDS = 8.0  # of this process, for the whole redactor
_MOST_OF_A_PATTERN = 1.0
_UNMEASURABLE = 0.1  # seconds; what takes less is not compared with a quarter of it
_MOST_GROWTH = 8.0  # for four times the length: 4 if time is linear, 16 if it is quadratic
_TRIES = 3  # a machine with other work to do is slow now and then, a slow pattern is slow always
PATTERNS = patterns()
FOLDER = Path(package.__file__).parent
_COMPILING = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "split"}


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def run(pattern: re.Pattern[str], text: str) -> None:
    for _ in pattern.finditer(text):
        pass


def linear(pattern: re.Pattern[str], text: str, taken: float) -> bool:
    """Whether `taken` seconds for `text` are in proportion to those for its first quarter."""
    quarter = partial(run, pattern, text[: len(text) // 4])
    if taken < _MOST_GROWTH * seconds(quarter):
        return True
    taken = min(seconds(partial(run, pattern, text)) for _ in range(_TRIES))
    return taken < _MOST_GROWTH * min(seconds(quarter) for _ in range(_TRIES))


@pytest.fixture
def stopwatch() -> Iterator[None]:
    """Stop a pattern that takes minutes; `re` looks for signals while it works."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("stopwatch")
@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_linear_in_whatever_it_meets(name: str) -> None:
    pattern = PATTERNS[name]

    for what, text in attacks(pattern, _CHARACTERS):
        signal.setitimer(signal.ITIMER_VIRTUAL, 3 * _TRIES * _MOST_OF_A_PATTERN)
        try:
            taken = seconds(partial(run, pattern, text))
            assert taken < _UNMEASURABLE or linear(pattern, text, taken), what
        except TimeoutError:
            pytest.fail(f"not done after {3 * _TRIES * _MOST_OF_A_PATTERN} seconds: {what}")
        assert taken < _MOST_OF_A_PATTERN, what


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_pattern_is_made_where_the_test_above_cannot_see_it(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]

    made = [
        call.lineno
        for function in functions
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in _COMPILING
    ]

    assert made == []


@pytest.mark.parametrize(
    "unit",
    [
        *UNITS,
        "A ",
        "a@",
        "a.",
        "A-",
        "(1",
        "f:",
        "Jane ",
        "jane smith ",
        "\nJane\n",
        "at ",
        "order ",
        "http://a",
        "GB29 NWBK ",
        "1.1.1.1 ",
        "thanks,\n",
        "name? ",
        "Agent: Hi\n",
        "born ",
        "plate A1 ",
        "Rue de la ",
        "a dot ",
        "[EMAIL_1]",
        "R. ",
        "A1-",
        "one, ",
        "12, ",
        "a_",
        "A/1",
        "my car ",
        "user ",
        "9 Rue ",
        "a at b dot ",
        "a b @ ",
        "/a.b",
        "first of ",
        "\n1170 A",
        "1 Rose Road, ",
        "4 Am Markt 5, 12345 Wien, ",
        "sent to 1 A ",
    ],
)
def test_fifty_kilobytes_of_one_thing_take_seconds(redactor: Redactor, unit: str) -> None:
    text = (unit * _CHARACTERS)[:_CHARACTERS]

    assert seconds(lambda: redactor.redact(text)) < _MOST_SECONDS
