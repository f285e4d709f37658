"""Read DOCX: paragraphs and tables in the order of the document, one record per file."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.archives import Limits, read_archive
from corpora.readers.items import Columns, SourceFile, Unreadable
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]  # it has no stubs

_LIMITS = Limits(member=64 * 2**20, total=400 * 2**20)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# Deleted text of tracked changes; text boxes, which Word stores twice; and ruby annotations.
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}pict", f"{_W}drawing", f"{_W}rt"}
_MAX_DEPTH = 100


def read_docx(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the body's text: paragraphs parted by blank lines, table rows as `cell | cell`.

    Headers, footers, notes, comments and text boxes are left out.
    """
    import docx  # only needed for this format
    from docx.opc.exceptions import OpcError

    data = read_archive(file.path, _LIMITS)
    try:
        document = docx.Document(io.BytesIO(data))
    except (OpcError, KeyError, ValueError) as error:
        raise Unreadable("not a Word document") from error
    if document.element.getroottree().docinfo.doctype:
        raise Unreadable("document defines XML entities, which Word never does")
    yield from file.one_record("\n\n".join(_blocks(document.element.body, 0)))


def _blocks(parent: "_Element", depth: int) -> Iterator[str]:
    """Yield paragraphs and table rows.

    The tree is walked here because python-docx's own iteration passes over content controls
    (forms) and over what was inserted with tracked changes.
    """
    if depth > _MAX_DEPTH:
        raise Unreadable("tables nested too deep")
    for child in parent:
        if child.tag == f"{_W}p":
            if text := _paragraph(child).strip():
                yield text
        elif child.tag == f"{_W}tbl":
            if rows := list(_table(child, depth)):
                yield "\n".join(rows)
        elif child.tag not in _SKIPPED:
            yield from _blocks(child, depth + 1)


def _table(table: "_Element", depth: int) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue  # of a table inside a cell, which the cell yields
        cells = [
            " ".join(" ".join(_blocks(cell, depth + 1)).split())
            for cell in row.iter(f"{_W}tc")
            if next(cell.iterancestors(f"{_W}tr")) is row
        ]
        if filled := [cell for cell in cells if cell]:
            yield " | ".join(filled)


def _paragraph(paragraph: "_Element") -> str:
    parts: list[str] = []
    open_elements = [iter(paragraph)]
    while open_elements:
        child = next(open_elements[-1], None)
        if child is None:
            open_elements.pop()
        elif child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED:
            open_elements.append(iter(child))
    return "".join(parts)
