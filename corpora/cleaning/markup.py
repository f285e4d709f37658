"""Take HTML out of a text: tags, entities, comments. What only looks like it (`<3`) stays."""

import html
import re

from corpora.offsets import Edit

_NEW_PARAGRAPH = """
article blockquote body div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr html main nav ol p
pre section table ul
"""
_NEW_LINE = "br dd dt li option title tr"
_BLANK = "td th"
_NOTHING = """
a abbr acronym b big button center cite code col colgroup del em font head i img input ins label
link mark meta o:p q s script small span strike strong style sub sup tbody textarea tfoot thead tt
u wbr
"""
_REPLACEMENTS = {
    name: replacement
    for names, replacement in (
        (_NEW_PARAGRAPH, "\n\n"),
        (_NEW_LINE, "\n"),
        (_BLANK, " "),
        (_NOTHING, ""),
    )
    for name in names.split()
}
# Attributes must have a value, so that `if a <b and c> d` is no tag.
_TAG = re.compile(
    r"</?(?P<name>[a-z][a-z0-9:]{0,9})(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*"
    r"\s*/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp;)*(?P<name>#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});", re.IGNORECASE)
_HIDDEN_OPENING = re.compile(r"<!--|<(?=(?:script|style)\b)", re.IGNORECASE)
_HIDDEN_CLOSING = {
    "<!--": re.compile("-->"),
    "<": re.compile(r"</(?:script|style)\s{0,9}>", re.IGNORECASE),
}


def hidden_block_edits(text: str) -> list[Edit]:
    """Remove comments, scripts and style sheets with all they hold; unclosed ones stay."""
    edits: list[Edit] = []
    position = 0
    unclosed: set[str] = set()  # kinds that no later closing can end: searched for once only
    while opening := _HIDDEN_OPENING.search(text, position):
        position = opening.end()
        if opening[0] in unclosed:
            continue
        if closing := _HIDDEN_CLOSING[opening[0]].search(text, position):
            edits.append(Edit(opening.start(), closing.end(), ""))
            position = closing.end()
        else:
            unclosed.add(opening[0])
    return edits


def tag_edits(text: str) -> list[Edit]:
    """Replace the tags of HTML by the line breaks that they stand for, or by nothing."""
    if "<" not in text:
        return []
    return [
        Edit(tag.start(), tag.end(), _REPLACEMENTS[tag["name"].lower()])
        for tag in _TAG.finditer(text)
        if tag["name"].lower() in _REPLACEMENTS
    ]


def entity_edits(text: str) -> list[Edit]:
    """Replace entities, escaped twice or not, by their characters; unknown ones stay."""
    if "&" not in text:
        return []
    return [
        Edit(entity.start(), entity.end(), character)
        for entity in _ENTITY.finditer(text)
        if (character := _character(entity)) != entity[0]
    ]


def _character(entity: re.Match[str]) -> str:
    character = html.unescape(f"&{entity['name']};")
    # &#0; and the like have no character: as they were written they are at least visible.
    is_known = character not in {"", "\ufffd"} and not character.startswith("&" + entity["name"])
    return character if is_known or entity["name"].lower() == "amp" else entity[0]
