"""Parquet, sound and damaged."""

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from corpora.readers import read_source
from corpora.story import Record, Rejected


def records(path: Path) -> list[Record]:
    return [item for item in read_source(path, "s") if isinstance(item, Record)]


def reasons(path: Path) -> dict[str, str]:
    items = read_source(path, "s")
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


def test_a_parquet_row_becomes_a_record(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "id": [1, None],
            "review": ["One.", "Two."],
            "created_at": [date(2026, 3, 1), None],
            "stars": [1.0, 2.0],
        }
    )
    frame.write_parquet(tmp_path / "a.parquet")

    first, second = records(tmp_path / "a.parquet")

    assert first == Record(
        source="s",
        native_id="a.parquet#1",
        text="One.",
        where="a.parquet:1",
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
    )
    # printf Two. | sha256sum | head -c 16
    assert second.native_id == "a.parquet#1eb32d1ee4458814-1"


def test_parquet_times_of_any_unit_and_zone_are_read(tmp_path: Path) -> None:
    moment = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    for unit, zone in (("ns", None), ("ms", "UTC"), ("us", "Europe/Berlin")):
        times = pa.array([moment], pa.timestamp(unit, tz=zone))
        table = pa.table({"text": ["x"], "created_at": times})
        pq.write_table(table, tmp_path / f"{unit}.parquet")

    assert [item.created_at for item in records(tmp_path)] == [moment] * 3


def test_parquet_rows_that_are_no_text_are_refused_one_by_one(tmp_path: Path) -> None:
    broken = pa.StringArray.from_buffers(
        3, pa.py_buffer(b"\0\0\0\0\4\0\0\0\6\0\0\0\10\0\0\0"), pa.py_buffer(b"good\xff\xfeok")
    )
    pq.write_table(pa.table({"text": broken}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": [b"bytes", b"more"]}), tmp_path / "b.parquet")

    assert [item.text for item in records(tmp_path)] == ["good", "ok"]
    assert reasons(tmp_path) == {
        "a.parquet:2": "bytes that are no text in the file's encoding",
        "b.parquet:1": "text is not a string",
        "b.parquet:2": "text is not a string",
    }


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_parquet_is_refused(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": [f"story {n}" for n in range(5000)]}).write_parquet(path)
    path.write_bytes(path.read_bytes()[: int(share * path.stat().st_size)])

    assert reasons(path) == {"a.parquet": "Parquet file is damaged or cut off"}


def test_a_flipped_byte_in_a_parquet_costs_its_row_group(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table({"text": [f"story {n} of a long night" for n in range(6000)]})
    options = {"row_group_size": 2000, "write_page_checksum": True, "use_dictionary": False}
    pq.write_table(table, path, **options)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)

    assert reasons(path) == {"a.parquet:2001": "row group of the Parquet file is damaged"}
    assert [item.where for item in records(path)][-2000] == "a.parquet:4001"
    assert len(records(path)) == 4000
