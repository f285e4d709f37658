"""Read plain text and Markdown: the whole file is one record."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpora.readers.encodings import decode
from corpora.readers.items import Columns, SourceFile
from corpora.story import Record, Rejected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_MAX_PARSED = 2 * 2**20
"""Characters; the parser takes up to 6 seconds and 150 MB for each million."""
_MAX_NESTING = 50  # lists in lists in quotes; what is nested deeper than this is left out
_ENDS_LINE = {"softbreak": "\n", "hardbreak": "\n"}


def read_plain(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the file's text with its line ends made `\\n`."""
    text = decode(file.path.read_bytes())
    yield from file.one_record(text.replace("\r\n", "\n").replace("\r", "\n"))


def read_markdown(file: SourceFile, columns: Columns) -> Iterator[Record | Rejected]:
    """Yield the file's text without its markup; very large files keep it."""
    text = decode(file.path.read_bytes())
    if len(text) > _MAX_PARSED:
        yield from read_plain(file, columns)
    else:
        yield from file.one_record(markdown_text(text))


def markdown_text(markdown: str) -> str:
    """Return what a reader of the rendered page sees: blocks parted by a blank line.

    List items keep a dash, links their words, images their description; HTML and front matter go.
    """
    from markdown_it import MarkdownIt  # only needed for this format

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable("table")
    blocks: list[str] = []
    in_item = False
    for token in parser.parse(_without_front_matter(markdown)):
        if token.type == "list_item_open":
            in_item = True
        elif token.type == "inline":
            text = _inline_text(token.children or [])
            blocks.append(f"- {text}" if in_item else text)
            in_item = False
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content.strip("\n"))
    return "\n\n".join(block for block in blocks if block.strip())


def _inline_text(tokens: "Sequence[Token]") -> str:
    # `content` of text and code is what they say, of an image its description.
    said = ("text", "code_inline", "image", "text_special")
    return "".join(
        token.content if token.type in said else _ENDS_LINE.get(token.type, "") for token in tokens
    )


def _without_front_matter(markdown: str) -> str:
    lines = markdown.replace("\r\n", "\n").split("\n")
    if lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.strip() in ("---", "..."):
                # A text between two rules is no front matter: that is `key: value` throughout.
                matter = [each for each in lines[1:number] if each.strip()]
                if matter and all(":" in each or each[0] in " -#" for each in matter):
                    return "\n".join(lines[number + 1 :])
                break
    return markdown
