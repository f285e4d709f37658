"""Read JSON lines: one object per line, UTF-8 (or UTF-16 with a mark); a bad line is rejected."""

import json
from collections.abc import Iterator
from itertools import islice

from corpora.readers.columns import find_columns
from corpora.readers.items import Columns, Row, SourceFile
from corpora.readers.lines import Line, read_lines
from corpora.story import Record, Rejected

_LOOK_AHEAD = 1000
"""Lines whose keys are looked at to find the text's; optional keys may be missing in the first."""


def read_jsonl(file: SourceFile, columns: Columns) -> Iterator[Record | Rejected]:
    """Yield one item per line that is not blank.

    Raises Unreadable when none of the first thousand objects has a key that can be the text.
    """
    # JSON is UTF-8 by its standard (RFC 8259): a line that is not is broken, so nothing is guessed.
    names = _key_names(islice(read_lines(file.path), _LOOK_AHEAD))
    found = find_columns(names, columns) if names else None
    native_ids = file.native_ids()
    for line in read_lines(file.path):
        if line.text is not None and not line.text.strip():
            continue
        parsed = _parsed(line)
        if isinstance(parsed, str):
            yield file.rejected(parsed, str(line.number))
            continue
        if found is None:  # a thousand broken lines came before the first object
            names = list(parsed)
            found = find_columns(names, columns)
        if names[found.text] not in parsed:
            yield file.rejected("no text in this line: its key is missing", str(line.number))
        else:
            row = Row(
                place=str(line.number),
                text=parsed[names[found.text]],
                id=None if found.id is None else parsed.get(names[found.id]),
                created_at=None
                if found.created_at is None
                else parsed.get(names[found.created_at]),
            )
            yield file.row(row, native_ids)


def _key_names(lines: Iterator[Line]) -> list[str]:
    names: dict[str, None] = {}
    for line in lines:
        parsed = _parsed(line)
        if isinstance(parsed, dict):
            names.update(dict.fromkeys(parsed))
    return list(names)


def _parsed(line: Line) -> dict[str, object] | str:
    """Return the line's object, or the reason why there is none."""
    if line.text is None:
        return line.fault
    try:
        parsed = json.loads(line.text)
    except RecursionError:
        return "JSON nested too deep"
    except ValueError:
        return "not valid JSON"
    if not isinstance(parsed, dict):
        return "not a JSON object"
    return parsed
