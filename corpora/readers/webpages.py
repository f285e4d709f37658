"""Read HTML: the main text of the page without navigation; all visible text if there is none."""

import logging
import re
from collections.abc import Iterator

from corpora.readers.encodings import decode
from corpora.readers.items import Columns, SourceFile
from corpora.readers.markup import parse_html, visible_text
from corpora.story import Record, Rejected

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 4096
_MAX_ARTICLE = 4 * 2**20
"""Larger pages, such as exports, are read as what they show: finding the article takes minutes."""
_MIN_ARTICLE = 40
"""Characters; what trafilatura finds below this is a heading or a button."""


def read_html(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the page as one record."""
    data = file.path.read_bytes()
    yield from file.one_record(page_text(decode(data, declared_charset(data))))


def declared_charset(html: bytes) -> str | None:
    """Return the character set that a page names in its head, or None."""
    found = _META_CHARSET.search(html[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def page_text(html: str) -> str:
    """Return the main text of a page, or all that it shows where no main text is found."""
    import trafilatura  # slow to import

    # It logs pages that it finds nothing in; that they are read otherwise is no news.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = parse_html(html)
    if tree is None:
        return ""
    if len(html) <= _MAX_ARTICLE:
        # Comments under an article are other people's; deduplication would remember other pages.
        article = trafilatura.extract(tree, include_comments=False, deduplicate=False) or ""
        if len(article.strip()) >= _MIN_ARTICLE:
            return "\n\n".join(line.strip() for line in article.split("\n") if line.strip())
        tree = parse_html(html)  # trafilatura changes the tree it is given
    return "" if tree is None else visible_text(tree, ("//nav", "//header", "//footer", "//form"))
