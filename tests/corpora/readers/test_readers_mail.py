"""EML: own words only, right letters, ids and dates."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from corpora.readers import read_source
from corpora.story import Record, Rejected


def mail(body: str = "The parcel never came.", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Ann Lee <ann@example.com>"
    message["Date"] = "Mon, 02 Mar 2026 10:15:00 +0100"
    message["Message-ID"] = "<1@example.com>"
    message["Subject"] = "Parcel"
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    return message


def read(path: Path, message: EmailMessage | bytes) -> Record | Rejected:
    path.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
    (item,) = read_source(path, "inbox")
    return item


def text_of(path: Path, message: EmailMessage | bytes) -> str:
    item = read(path, message)
    assert isinstance(item, Record), item
    return item.text


def refusal_of(path: Path, message: EmailMessage | bytes) -> str:
    item = read(path, message)
    assert isinstance(item, Rejected), item
    return item.reason


def test_a_mail_becomes_a_record_with_its_message_id_and_date(tmp_path: Path) -> None:
    assert read(tmp_path / "a.eml", mail()) == Record(
        source="inbox",
        native_id="a.eml#<1@example.com>",
        text="The parcel never came.",
        where="a.eml",
        created_at=datetime(2026, 3, 2, 9, 15, tzinfo=UTC),
    )


def test_an_absent_or_malformed_date_and_id_do_not_matter(tmp_path: Path) -> None:
    item = read(tmp_path / "a.eml", b"Date: 99 Brumaire\r\nSubject: x\r\n\r\nHello there.\r\n")

    assert item == Record("inbox", "a.eml", "Hello there.", where="a.eml")


def test_plain_text_is_read_before_html_and_attachments_are_ignored(tmp_path: Path) -> None:
    message = mail("Plain words.")
    message.add_alternative("<p>HTML words.</p>", subtype="html")
    message.add_attachment("attached words", filename="note.txt")

    assert text_of(tmp_path / "a.eml", message) == "Plain words."


def test_a_mail_with_html_only_is_read_without_its_quotes(tmp_path: Path) -> None:
    message = mail()
    message.set_content(
        "<html><body><p>They said it&rsquo;s <b>lost</b>.</p><p>I am done.</p>"
        "<div class='gmail_quote'><div class='gmail_attr'>On Monday Bob wrote:</div>"
        "<blockquote>old words</blockquote></div></body></html>",
        subtype="html",
    )

    assert text_of(tmp_path / "a.eml", message) == "They said it\u2019s lost.\n\nI am done."


def test_an_empty_plain_part_gives_way_to_the_html(tmp_path: Path) -> None:
    message = mail("\n")
    message.add_alternative("<p>HTML words.</p>", subtype="html")

    assert text_of(tmp_path / "a.eml", message) == "HTML words."


def test_what_is_written_around_a_picture_is_one_text(tmp_path: Path) -> None:
    message = mail("Look at this:")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline")
    message.add_attachment("It came broken.", disposition="inline")

    assert text_of(tmp_path / "a.eml", message) == "Look at this:\n\nIt came broken."


def test_a_wrong_or_missing_charset_is_told_from_the_bytes(tmp_path: Path) -> None:
    head = b"Subject: x\r\nContent-Type: text/plain; charset=%s\r\n\r\n"

    for charset in (b"us-ascii", b"utf-8", b"x-unheard-of", b"iso-8859-1"):
        for encoding in ("cp1252", "utf-8"):
            data = head % charset + "The café\u2019s “chef” shouted.".encode(encoding)
            assert text_of(tmp_path / "a.eml", data) == "The café\u2019s “chef” shouted."


def test_bytes_in_no_encoding_are_refused(tmp_path: Path) -> None:
    data = b"Subject: x\r\n\r\nodd \xfe\xc3\x81 thing"

    assert refusal_of(tmp_path / "a.eml", data).startswith("encoding not recognised")


def test_flowed_lines_are_joined(tmp_path: Path) -> None:
    head = b"Subject: x\r\nContent-Type: text/plain; format=flowed\r\n\r\n"

    data = head + b"I waited \r\nall day.\r\n\r\nNobody \r\ncame.\r\n-- \r\nAnn\r\n"

    assert text_of(tmp_path / "a.eml", data) == "I waited all day.\n\nNobody came."


def test_a_mail_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    message = mail("Plain words.")
    message.add_alternative("<p>HTML words.</p>", subtype="html")

    assert refusal_of(tmp_path / "a.eml", message.as_bytes()[:-100]) == "mail is damaged or cut off"


def test_a_mail_without_own_words_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "a.eml", mail("> only\n> quoted\n")) == "empty text"


def test_a_file_without_headers_is_no_mail(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "a.eml", b"\nhello\n") == "not a mail: it has no headers"
