"""Names of files and ids of records: told without anybody's name, and still to be found."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpora.errors import SourceError
from corpora.ingestion import ingest_source
from corpora.readers import Columns, list_files, read_source
from corpora.redaction import Redacted, Redactor
from corpora.redaction.places import Places
from corpora.store import Store
from corpora.story import Rejected


@pytest.fixture(scope="module")
def places(redactor: Redactor) -> Places:
    return Places(redactor)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("complaint_Harris_2024.pdf", "complaint_[PERSON_1]_2024.pdf"),
        ("Wanda Kowalczyk - exit interview.docx", "[PERSON_1] - exit interview.docx"),
        ("anna.lind@example.org.eml", "[EMAIL_1].eml"),
        ("WandaKowalczykExit.docx", "[PERSON_1]Exit.docx"),
        ("J_Smith_call.vtt", "[PERSON_1]_call.vtt"),
        ("JSmith_call.vtt", "[PERSON_1]_call.vtt"),
        ("MCDONALD_complaint.txt", "[PERSON_1]_complaint.txt"),
        ("quillfeather.txt", "[PERSON_1].txt"),
        ("Mu\u0308ller.pdf", "[PERSON_1].pdf"),
        ("\u674e.txt", "[PERSON_1].txt"),
        ("Brown.txt", "[PERSON_1].txt"),
        ("harris/2024/harris.txt", "[PERSON_1]/2024/[PERSON_1].txt"),
        ("notes.harris", "notes.[PERSON_1]"),
        ("call_447700900461.vtt", "call_[PHONE_1].vtt"),
        ("GB29NWBK60161331926819.txt", "[IBAN_1].txt"),
        ("harris_1984-03-12.pdf", "[PERSON_1]_[DATE_OF_BIRTH_1].pdf"),
    ],
)
def test_a_file_name_is_shown_without_personal_data(places: Places, name: str, masked: str) -> None:
    assert places.masked(name) == masked


@pytest.mark.parametrize(
    "name",
    [
        "survey-2026-11.csv",
        "2026/11/complaints_week_47.xlsx",
        "20261120_1430_call.srt",
        "exit interview - November.docx",
        "reviews-2026-q4.parquet",
        "HotelFrontDesk.mbox",
        "export (3).jsonl",
        "v2_final.docx",
    ],
)
def test_the_name_of_a_file_of_nobody_stays(places: Places, tmp_path: Path, name: str) -> None:
    assert places.file(tmp_path / name, name) == name


def test_a_masked_file_is_found_by_its_size_and_digest(places: Places, tmp_path: Path) -> None:
    content = b"The clerk was kind."
    path = tmp_path / "Harris.txt"
    path.write_bytes(content)

    digest = hashlib.sha256(content).hexdigest()[:12]
    assert places.file(path, path.name) == f"[PERSON_1].txt (19 bytes, sha256 {digest})"
    assert places.output(path, "a/Harris.txt") == f"a/PERSON_1-{digest}.txt"


def test_what_is_no_file_is_not_opened_to_be_named(places: Places, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Harris.txt")
    (tmp_path / "Lind.txt").symlink_to("/dev/zero")

    for name in ("Harris.txt", "Lind.txt", "Moss.txt"):
        assert places.file(tmp_path / name, name) == "[PERSON_1].txt (no regular file)"


def test_a_name_that_cannot_be_redacted_is_withheld(tmp_path: Path) -> None:
    class Failing(Redactor):
        def redact(self, text: str) -> Redacted:
            raise ValueError(text)

    places = Places(Failing())

    assert places.masked("survey.csv") == "[name withheld].csv"
    assert not places.is_plain("row-17a")


@pytest.mark.parametrize(
    "row_id",
    [
        *("1", "48211234", "R-2024-00017", "CUST-99812", "b#2", "reviews-00000", "HS-20270", "c 3"),
        *("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "a1b2c3d4e5f60718-1", "order_7_line_3"),
    ],
)
def test_an_id_that_is_a_code_stays(places: Places, row_id: str) -> None:
    assert places.is_plain(row_id)


@pytest.mark.parametrize(
    "row_id",
    [
        *("anna.lind@example.org", "<a17.lind@mail.example.org>", "07700900461", "AnnaLind"),
        *("4111111111111111", "GB29NWBK60161331926819", "Anna Lind", "harris-2024", "anna_lind"),
        *("123-45-6789", "+44 7700 900461"),
    ],
)
def test_an_id_that_tells_a_person_is_none(places: Places, row_id: str) -> None:
    assert not places.is_plain(row_id)


def test_neither_rejections_nor_the_store_hold_a_name(
    redactor: Redactor, places: Places, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "Quillfeather, Ottoline").mkdir(parents=True)
    (inbox / "Quillfeather, Ottoline" / "empty.txt").write_text("")
    (inbox / "Quillfeather.csv").write_text("Ottoline Quillfeather,Kind\n1,2\n")
    (inbox / "quillfeather@example.org.rtf").write_text("x")

    items = list(read_source(inbox, "inbox", places=places))
    with Store.open(tmp_path / "store.sqlite") as store:
        now = datetime(2026, 3, 1, tzinfo=UTC)
        report = ingest_source("inbox", inbox, Columns(), store, redactor, now=now)
        quarantined = {entry.where for entry in store.quarantined()}

    assert {item.where for item in items if isinstance(item, Rejected)} == quarantined
    assert len(quarantined) == len(items) == report.rejected_records == 3
    assert "quillfeather" not in repr((items, report, quarantined)).casefold()
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("store.sqlite*"))
    assert b"quillfeather" not in kept.lower()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_closed_is_told_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "Quillfeather").mkdir(mode=0)

    with pytest.raises(SourceError) as caught:
        list_files(tmp_path)

    assert "Quillfeather" not in str(caught.value)
