"""Mbox: one item per message, whatever is wrong with some of them."""

from pathlib import Path

from corpora.readers import read_source
from corpora.story import Record, Rejected


def mbox(*messages: bytes) -> bytes:
    return b"".join(b"From ann@example.com Mon Mar  2 10:15:00 2026\n" + each for each in messages)


def message(number: int, body: bytes) -> bytes:
    return b"Message-ID: <%d@x>\nSubject: s\n\n%b\n\n" % (number, body)


def test_every_message_of_an_mbox_is_an_item(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(
        mbox(
            message(1, b"First.\n\nFrom the start they lied."),
            message(2, b"> nothing of my own"),
            b"Message-ID: <3@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ncut\n\n",
            message(4, b"Last.\n\n>From me to you."),
        )
    )

    assert list(read_source(path, "inbox")) == [
        Record("inbox", "a.mbox#<1@x>", "First.\n\nFrom the start they lied.", where="a.mbox:1"),
        Rejected("inbox", "a.mbox:2", "read", "empty text"),
        Rejected("inbox", "a.mbox:3", "read", "mail is damaged or cut off"),
        Record("inbox", "a.mbox#<4@x>", "Last.\n\nFrom me to you.", where="a.mbox:4"),
    ]


def test_a_file_that_is_no_mbox_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_text("Dear all,\nhello\n")

    (item,) = read_source(tmp_path / "a.mbox", "inbox")

    assert isinstance(item, Rejected)
    assert item.reason == "not an mbox file: it does not begin with a 'From ' line"
