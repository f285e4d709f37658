"""JSON lines: one item per line, whatever is wrong with some of them."""

from datetime import UTC, datetime
from pathlib import Path

from corpora.readers import Columns, read_source
from corpora.story import Record, Rejected

DEEP = "[" * 10_000 + "]" * 10_000


def write(path: Path, *lines: str | bytes) -> Path:
    path.write_bytes(b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines) + b"\n")
    return path


def reasons(path: Path) -> dict[str, str]:
    items = read_source(path, "reviews")
    return {item.where: item.reason for item in items if isinstance(item, Rejected)}


def texts(path: Path, columns: Columns | None = None) -> list[str]:
    items = read_source(path, "reviews", columns or Columns())
    return [item.text for item in items if isinstance(item, Record)]


def test_a_line_becomes_a_record_with_its_id_and_time(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        '{"id": 7, "text": "They were kind.", "created_at": "2026-03-01T09:30:00+02:00"}',
        "",
        '{"text": "They were late."}',
    )

    first, second = list(read_source(path, "reviews"))

    assert first == Record(
        source="reviews",
        native_id="a.jsonl#7",
        text="They were kind.",
        where="a.jsonl:1",
        created_at=datetime(2026, 3, 1, 7, 30, tzinfo=UTC),
    )
    assert isinstance(second, Record)
    # printf 'They were late.' | sha256sum | head -c 16
    assert second.native_id == "a.jsonl#2c42ae1f4c7311c2-1"
    assert (second.where, second.created_at) == ("a.jsonl:3", None)


def test_every_poisoned_line_is_one_refusal_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        '{"text": "first"}',
        b'{"text": "caf\xff\xfe"}',
        '{"text": "nul \\u0000 inside"}',
        '{"id": 3}',
        f'{{"text": "deep", "more": {DEEP}}}',
        '{"text": 5}',
        '{"text": "  "}',
        '{"text": null}',
        '{"text": "half',
        '["text"]',
        '{"text": "lone \\ud800 surrogate"}',
        '{"text": "last"}',
    )

    assert texts(path) == ["first", "last"]
    assert reasons(path) == {
        "a.jsonl:2": "bytes that are no text in the file's encoding",
        "a.jsonl:3": "NUL character in the text",
        "a.jsonl:4": "no text in this line: its key is missing",
        "a.jsonl:5": "JSON nested too deep",
        "a.jsonl:6": "text is not a string",
        "a.jsonl:7": "empty text",
        "a.jsonl:8": "empty text",
        "a.jsonl:9": "not valid JSON",
        "a.jsonl:10": "not a JSON object",
        "a.jsonl:11": "bytes that are no text in the file's encoding",
    }


def test_one_bad_line_among_a_thousand_costs_one(tmp_path: Path) -> None:
    lines: list[str | bytes] = [f'{{"text": "story {n}"}}' for n in range(1000)]
    lines[500] = b'{"text": "\xc3\x28"}'

    items = list(read_source(write(tmp_path / "a.jsonl", *lines), "reviews"))

    assert sum(isinstance(item, Record) for item in items) == 999
    assert [item.where for item in items if isinstance(item, Rejected)] == ["a.jsonl:501"]


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    long = "word " * 2_000_000
    path = write(tmp_path / "a.jsonl", f'{{"text": "{long}"}}', '{"text": "short"}')

    assert [len(text) for text in texts(path)] == [10_000_000, 5]


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "' + "x" * 34_000_000 + '"}', '{"text": "short"}')

    assert texts(path) == ["short"]
    assert reasons(path) == {"a.jsonl:1": "line longer than 33554432 characters"}


def test_the_text_is_found_under_a_usual_name_whatever_its_case(tmp_path: Path) -> None:
    assert texts(write(tmp_path / "a.jsonl", '{"Review": "good"}')) == ["good"]


def test_the_configured_name_wins_over_the_usual_ones(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "agent"}', '{"text": "x", "said": "customer"}')

    assert texts(path, Columns(text="SAID")) == ["customer"]


def test_without_a_text_key_the_file_is_refused_once_with_its_keys(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"id": 1, "stars": 2}', '{"id": 2, "stars": 3}')

    assert reasons(path) == {
        "a.jsonl": "no column 'text'; its columns are id, stars; "
        "set text_column to the one with the text"
    }


def test_no_refusal_quotes_the_customer(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        *('{"text": "ok"}', '{"text": "sekrit', '{"sekrit": 1}', '["sekrit"]'),
        b'{"text": "sekrit \xff"}',
    )

    assert len(reasons(path)) == 4
    assert "sekrit" not in repr(list(read_source(path, "reviews")))
