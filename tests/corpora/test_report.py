"""The counts of a run add up, or the run says so."""

import json

import pytest

from corpora.errors import GateError
from corpora.report import RunReport


def test_a_report_that_loses_a_record_is_refused() -> None:
    with pytest.raises(GateError, match="5 records read, but 4 accounted for"):
        RunReport(read=5, published=1, merged=1, rejected={"read: no text": 1}, skipped=1)


def test_reports_add_up_by_reason() -> None:
    first = RunReport(read=3, published=1, rejected={"read: no text": 2}, stories=2)
    second = RunReport(read=4, merged=1, rejected={"read: no text": 1, "redact: X": 1}, skipped=1)

    both = first + second

    assert both.as_json() == {
        "read": 7,
        "published": 1,
        "merged": 1,
        "rejected": {"read: no text": 3, "redact: X": 1},
        "skipped": 1,
        "stories": 2,
    }
    assert json.loads(json.dumps(both.as_json())) == both.as_json()


def test_nothing_read_is_a_report_too() -> None:
    assert RunReport() + RunReport() == RunReport()
