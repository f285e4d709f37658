"""Pick a mail's own words: plain text before HTML, no attachments, decoded without loss."""

from collections.abc import Iterator
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    StartBoundaryNotFoundDefect,
)
from email.message import EmailMessage
from typing import TypeGuard

from corpora.readers.encodings import decode
from corpora.readers.items import Unreadable
from corpora.readers.mail_quotes import newest_message
from corpora.readers.markup import parse_html, visible_text
from corpora.readers.webpages import declared_charset

_CUT_OFF = (
    CloseBoundaryNotFoundDefect,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    StartBoundaryNotFoundDefect,
)
# Where mail programs put what is quoted, and signatures. What follows Outlook's reply header is
# not inside any element: it is cut by its `From:` and `Sent:` lines, in the text.
_NOT_OWN_WORDS = (
    "//blockquote[@type='cite' or contains(@class, 'quote')]",
    "//*[contains(@class, 'gmail_quote') or contains(@class, 'yahoo_quoted')]",
    "//*[contains(@class, 'gmail_attr') or contains(@class, 'moz-cite-prefix')]",
    "//*[contains(@class, 'gmail_signature') or contains(@class, 'moz-signature')]",
    "//*[contains(@class, 'protonmail_quote') or contains(@class, 'protonmail_signature')]",
    "//*[@id='Signature' or @id='ms-outlook-mobile-signature' or @id='AppleMailSignature']",
)


def body_text(message: EmailMessage) -> str:
    """Return what the sender wrote in this message; empty when nothing is left.

    Raises Unreadable when the mail is cut off, or its text is in no encoding that can be told.
    """
    text = ""
    for parts in _bodies(message):
        if text := newest_message("\n\n".join(_shown(part) for part in parts)):
            break
    _check_complete(message)
    return text


def _bodies(message: EmailMessage) -> Iterator[list[EmailMessage]]:
    """Yield what can be the text, the best first; the next counts if one is empty.

    A text around pictures (Apple Mail) comes in several parts.
    """
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        if not isinstance(body, EmailMessage):
            continue
        more = list(message.iter_parts()) if message.get_content_type() == "multipart/mixed" else []
        yield [body, *(part for part in more if part is not body and _is_inline_text(part))]


def _is_inline_text(part: object) -> TypeGuard[EmailMessage]:
    return (
        isinstance(part, EmailMessage)
        and part.get_content_type() == "text/plain"
        and not part.is_attachment()
        and part.get_filename() is None
    )


def _shown(part: EmailMessage) -> str:
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        tree = parse_html(text)
        return "" if tree is None else visible_text(tree, _NOT_OWN_WORDS)
    if part.get_param("format") == "flowed":
        return _unflowed(text, delete_space=part.get_param("delsp") == "yes")
    return text


def _decoded(part: EmailMessage) -> str:
    # Not `get_content()`: it puts U+FFFD for what it cannot decode.
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise Unreadable("mail without a text part")
    declared = part.get_content_charset()
    if part.get_content_type() == "text/html":
        declared = declared or declared_charset(data)
    return decode(data, declared).replace("\r\n", "\n").replace("\r", "\n")


def _check_complete(message: EmailMessage) -> None:
    for part in message.walk():
        if any(isinstance(defect, _CUT_OFF) for defect in part.defects):
            raise Unreadable("mail is damaged or cut off")


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Undo the line breaks that a mail program put in (RFC 3676): they follow a space."""
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        is_quoted, is_signature = line.startswith(">"), line == "-- "
        if not is_quoted:
            line = line.removeprefix(" ")  # stuffed before "From" and ">"
        if is_open and not is_quoted and not is_signature:
            lines[-1] = (lines[-1][:-1] if delete_space else lines[-1]) + line
        else:
            lines.append(line)
        is_open = line.endswith(" ") and not is_quoted and not is_signature
    return "\n".join(lines)
