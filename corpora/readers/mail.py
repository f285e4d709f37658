"""Read mails, EML and mbox: the newest message of each, without quotes, signature, attachments."""

import email.policy
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from corpora.readers.dates import parse_created_at
from corpora.readers.items import Columns, NativeIds, Row, SourceFile, Unreadable, text_fault
from corpora.readers.mail_body import body_text
from corpora.readers.mailboxes import split_mailbox
from corpora.story import Record, Rejected


def read_eml(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield the one message of the file."""
    message = _parsed(file.path.read_bytes())
    text = body_text(message)
    if reason := text_fault(text):
        yield file.rejected(reason)
        return
    message_id = _header(message, "message-id")
    native_id = f"{file.name}#{message_id}" if message_id else file.name
    yield Record(file.source, native_id, text, where=file.shown, created_at=_sent_at(message))


def read_mbox(file: SourceFile, _: Columns) -> Iterator[Record | Rejected]:
    """Yield one item per message, numbered from 1."""
    native_ids = file.native_ids()
    for number, data in enumerate(split_mailbox(file.path), start=1):
        yield _mbox_item(file, native_ids, str(number), data)


def _mbox_item(
    file: SourceFile, native_ids: NativeIds, place: str, data: bytes | None
) -> Record | Rejected:
    if data is None:
        return file.rejected("message too large", place)
    try:
        message = _parsed(data)
        row = Row(place, body_text(message), _header(message, "message-id"), _sent_at(message))
    except Unreadable as error:
        return file.rejected(str(error), place)
    except ImportError:
        raise
    except Exception as error:  # an edge: one malformed mail must not cost the others
        return file.rejected(f"not a readable mail ({type(error).__name__})", place)
    return file.row(row, native_ids)


def _parsed(data: bytes) -> EmailMessage:
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    if not message.keys():
        raise Unreadable("not a mail: it has no headers")
    return message


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as it stands; parsing it raises for some malformed ones."""
    for key, value in message.raw_items():
        if key.casefold() == name:
            return " ".join(str(value).split())
    return ""


def _sent_at(message: EmailMessage) -> datetime | None:
    try:
        return parse_created_at(parsedate_to_datetime(_header(message, "date")))
    except (ValueError, IndexError, TypeError, OverflowError):  # absent or malformed
        return None
