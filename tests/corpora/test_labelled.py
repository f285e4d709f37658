"""Labelled files: read whole or refused by line, never quoted."""

import json
from pathlib import Path

import pytest

from corpora.errors import SourceError
from corpora.labelled import LabelledPassage, read_labelled, tags_as_row
from corpora.story import Evidence
from corpora.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
PRIVATE = "my card is 4111"
GOOD = {"id": "a", "text": f"{PRIVATE} and they lost it", "moment": "failed", "excuses": ["policy"]}


def _read(folder: Path, *rows: object) -> list[LabelledPassage]:
    path = folder / "own.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(read_labelled(path, TAXONOMY))


def test_a_row_is_read_with_its_group_split_and_origin(tmp_path: Path) -> None:
    (passage,) = _read(tmp_path, GOOD | {"group": "g", "split": "dev"})

    assert (passage.passage_id, passage.group, passage.split) == ("a", "g", "dev")
    assert passage.origin == "own"
    assert dict(passage.tags.labels) == {"moment": ("failed",), "excuses": ("policy",)}


def test_a_row_without_group_is_its_own_group(tmp_path: Path) -> None:
    (passage,) = _read(tmp_path, GOOD)

    assert (passage.group, passage.split) == ("a", "")


def test_an_empty_list_is_annotated_and_an_absent_key_is_not(tmp_path: Path) -> None:
    (passage,) = _read(tmp_path, GOOD | {"drivers": [], "moment": None})

    assert passage.tags.labels["drivers"] == ()
    assert "moment" not in passage.tags.labels


def test_labels_stand_in_the_order_of_the_taxonomy(tmp_path: Path) -> None:
    (passage,) = _read(tmp_path, GOOD | {"excuses": ["cynicism", "access", "policy", "policy"]})

    assert passage.tags.labels["excuses"] == ("access", "policy", "cynicism")


def test_evidence_is_read_as_spans_and_as_quotes(tmp_path: Path) -> None:
    spans = {"evidence": [{"tag": "moment", "start": 20, "end": 32}]}
    quotes = {"evidence": {"moment": "they lost it"}}

    first, second = _read(tmp_path, GOOD | spans, GOOD | quotes)

    assert first.tags.evidence == second.tags.evidence == (Evidence("moment", 20, 32),)


def test_a_passage_that_is_written_is_read_back(tmp_path: Path) -> None:
    (passage,) = _read(tmp_path, GOOD | {"evidence": {"excuses.policy": "lost"}})

    row = {"id": "a", "text": passage.text} | tags_as_row(passage.tags, TAXONOMY)

    assert _read(tmp_path, row) == [passage]


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n\r\n \n")

    assert len(list(read_labelled(path, TAXONOMY))) == 1


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path, mark: str) -> None:
    text = f"They lost it.{mark}Twice."

    (passage,) = _read(tmp_path, GOOD | {"text": text})

    assert passage.text == text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (f"{{{PRIVATE}", "not a line of JSON"),
        ([PRIVATE], "needs an object"),
        ({"text": PRIVATE}, "needs an object with 'id' and 'text'"),
        ({"id": "a", "text": 4111}, "needs an object with 'id' and 'text'"),
        (GOOD | {"moment": PRIVATE}, "'moment' has an unknown label; known: wow"),
        (GOOD | {"moment": ["wow", "met"]}, "'moment' needs one label, got 2"),
        (GOOD | {"moment": []}, "'moment' needs one label, got 0"),
        (GOOD | {"excuses": [PRIVATE]}, "'excuses' has an unknown label"),
        (GOOD | {"excuses": {"policy": PRIVATE}}, "'excuses' has an unknown label"),
        (GOOD | {"evidence": {"moment": "4111 words not there"}}, "number 1 is no quote"),
        (GOOD | {"evidence": {PRIVATE: "lost"}}, "unknown tag"),
        (GOOD | {"evidence": {PRIVATE: "4111 lost"}}, "no quote"),
        (GOOD | {"evidence": PRIVATE}, "needs a list of spans"),
        (GOOD | {"evidence": [PRIVATE]}, "needs tag, start and end"),
        (GOOD | {"evidence": [{"tag": "moment", "start": 0, "end": 999}]}, "outside the text"),
        (GOOD | {"evidence": [{"tag": PRIVATE, "start": 0, "end": 999}]}, "outside the text"),
        (GOOD | {"evidence": [{"tag": "moment", "start": 5, "end": 5}]}, "outside the text"),
        (GOOD | {"evidence": [{"tag": "moment", "start": PRIVATE, "end": 5}]}, "needs tag"),
    ],
)
def test_a_wrong_line_is_named_and_never_quoted(tmp_path: Path, wrong: object, said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        _read(tmp_path, GOOD, wrong)

    assert "own.jsonl:2:" in str(caught.value)
    assert "4111" not in str(caught.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(b'{"id": "a", "text": "caf\xe9"}')

    with pytest.raises(SourceError, match="cannot be read as UTF-8"):
        list(read_labelled(path, TAXONOMY))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"absent\.jsonl"):
        list(read_labelled(tmp_path / "absent.jsonl", TAXONOMY))


def test_no_repr_shows_the_text(tmp_path: Path) -> None:
    assert "4111" not in repr(_read(tmp_path, GOOD))
