"""Read PDF: paragraphs in reading order, one record per file."""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.items import Columns, SourceFile, Unreadable
from corpora.readers.pdf_layout import Block, TextLine, in_reading_order, without_margins
from corpora.readers.pdf_paragraphs import paragraphs
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    from pdfminer.layout import LTPage


def read_pdf(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the document's text.

    Raises Unreadable when it is encrypted or damaged, holds only pictures, or its fonts do not
    say which letters their shapes are.
    """
    from pdfminer.pdfdocument import PDFEncryptionError  # slow to import
    from pdfminer.psexceptions import PSException

    # It warns of oddities in fonts and colours, quoting them.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        pages = without_margins(list(_pages(file.path.read_bytes())))
    except PDFEncryptionError as error:
        raise Unreadable("password-protected; save it unprotected") from error
    except PSException as error:
        raise Unreadable("PDF is damaged or cut off") from error
    text = "\n\n".join(paragraphs([block for page in pages for block in in_reading_order(page)]))
    if not text.strip():
        raise Unreadable("no text in the PDF; scanned pages need text recognition first")
    if "(cid:" in text:
        raise Unreadable("PDF does not say which letters its fonts show")
    yield from file.one_record(text)


def _pages(data: bytes) -> Iterator[list[Block]]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    manager = PDFResourceManager()
    # Without pdfminer's own order of boxes: it compares all pairs, which takes minutes and
    # gigabytes for a page full of table cells, and breaks ties by memory addresses.
    device = PDFPageAggregator(manager, laparams=LAParams(boxes_flow=None))
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
        layout = device.get_result()
        yield _blocks(layout)


def _blocks(page: "LTPage") -> list[Block]:
    from pdfminer.layout import LTTextBox, LTTextLine

    blocks = []
    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        lines = tuple(
            TextLine(" ".join(line.get_text().split()), line.x0, line.x1, line.y0, line.y1)
            for line in box
            if isinstance(line, LTTextLine) and line.get_text().strip()
        )
        if lines:
            blocks.append(Block(lines, page_height=page.height))
    return blocks
