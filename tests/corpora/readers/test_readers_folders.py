"""Walking a source: what is read, what is refused, and what raises."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpora.errors import SourceError
from corpora.readers import SUPPORTED_SUFFIXES, list_files, read_file, read_source
from corpora.readers.dates import parse_created_at
from corpora.story import Record, Rejected


def test_a_folder_is_read_in_sorted_order_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", ".hidden.txt", ".git/x.txt", "b/one.txt", "b/README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)

    assert [item.where for item in read_source(tmp_path, "s")] == [
        "a.txt",
        "b/one.txt",
        "b/two.txt",
    ]


def test_rows_that_share_an_id_keep_ids_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\nc9,one\nc9,two\n,x\n,x\n")

    ids = [item.native_id for item in read_source(path, "s") if isinstance(item, Record)]

    # printf x | sha256sum | head -c 16
    assert ids == [
        "a.csv#c9",
        "a.csv#c9-2",
        "a.csv#2d711642b726b044-1",
        "a.csv#2d711642b726b044-2",
    ]


def test_a_native_id_is_the_same_whether_file_or_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")

    assert list(read_source(tmp_path / "a.txt", "s")) == list(read_source(tmp_path, "s"))
    assert list(read_file(tmp_path / "a.txt", "s", tmp_path)) == list(read_source(tmp_path, "s"))


@pytest.mark.parametrize("suffix", SUPPORTED_SUFFIXES)
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").touch()

    assert list(read_source(tmp_path, "s")) == [
        Rejected("s", f"a{suffix}", stage="read", reason="empty file")
    ]


@pytest.mark.parametrize("suffix", SUPPORTED_SUFFIXES)
def test_noise_is_refused_whatever_it_is_called(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(bytes(range(256)) * 64)

    items = list(read_source(tmp_path, "s"))

    assert items
    assert all(isinstance(item, Rejected) and item.stage == "read" for item in items)


def test_a_file_of_another_type_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_text("x")
    (tmp_path / "b.TXT").write_text("words")

    refused, read = read_source(tmp_path, "s")

    assert isinstance(refused, Rejected)
    assert refused.reason.startswith("file type not supported; supported are .csv .docx")
    assert isinstance(read, Record)


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "up.txt").symlink_to("../outside/secret.txt")

    assert [(item.where, getattr(item, "reason", "")) for item in read_source(root, "s")] == [
        ("file.txt", "link that leaves the folder of the source"),
        ("folder", "link that leaves the folder of the source"),
        ("up.txt", "link that leaves the folder of the source"),
    ]


def test_pipes_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    (item,) = read_source(tmp_path, "s")

    assert isinstance(item, Rejected)
    assert item.reason == "not a regular file"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(201 * 2**20)

    (item,) = read_source(tmp_path, "s")

    assert isinstance(item, Rejected)
    assert item.reason == "file larger than the 200 MiB allowed for .docx"


def test_a_missing_source_raises(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        list_files(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-03-01T09:30:00Z", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        (" 2026-03-01 09:30 ", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01T00:30:00+02:00", datetime(2026, 2, 28, 22, 30, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("03/01/2026", None),
        ("0001-01-01T00:00:00+23:00", None),
        (20260301, None),
        (None, None),
    ],
)
def test_times_are_read_as_utc(value: object, moment: datetime | None) -> None:
    assert parse_created_at(value) == moment
