"""Turn HTML into the text that a reader of the page sees, with line breaks where blocks end."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpora.readers.items import Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # it has no stubs

_UNSEEN = ("//script", "//style", "//head", "//noscript", "//template", "//svg", "//object")
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"}
_BLOCKS = {
    "address", "article", "aside", "body", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "section",
    "summary", "title", "tr",
}  # fmt: skip
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")


def parse_html(html: str) -> "HtmlElement | None":
    """Return the tree of a page, however broken; None when there is nothing in it.

    Raises Unreadable when elements are nested thousands deep.
    """
    from lxml import html as lxml_html  # type: ignore[import-untyped]

    html = _XML_DECLARATION.sub("", html)
    if not html.strip():
        return None
    # Bytes with a stated encoding: a string would be read again by what its meta tag declares.
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    data = html.encode()
    tree = lxml_html.document_fromstring(data, parser=parser, ensure_head_body=True)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable("HTML nested too deep")  # the parser leaves out the rest
    return tree


def visible_text(tree: "HtmlElement", dropped: Sequence[str] = ()) -> str:
    """Return the text of a tree, which is changed: what `dropped` (XPath) matches is removed."""
    for path in (*_UNSEEN, *dropped):
        for element in tree.xpath(path):
            if element.getparent() is not None:
                element.drop_tree()
    return _tidy("".join(_pieces(tree)))


def _pieces(tree: "HtmlElement") -> list[str]:
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):  # a processing instruction
            if event == "end":
                pieces.append(_SPACES.sub(" ", element.tail or ""))
            continue
        gap = "\n\n" if element.tag in _PARAGRAPHS else "\n" if element.tag in _BLOCKS else ""
        if event == "start":
            pieces.append("\n" if element.tag == "br" else gap)
            keeps_lines = element.tag in ("pre", "textarea")
            text = element.text or ""
            pieces.append(text if keeps_lines else _SPACES.sub(" ", text))
        else:
            pieces.append(" " if element.tag in ("td", "th") else gap)
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    return pieces


def _tidy(text: str) -> str:
    lines = [" ".join(line.replace("\xa0", " ").split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
