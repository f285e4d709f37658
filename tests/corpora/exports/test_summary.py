"""The summary page: counts worked by hand, and stories told."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpora.collection_repeats import Shown
from corpora.exports import write_summary
from corpora.exports.record_flow import record_flow
from corpora.exports.summary_counts import KINDS, Tally
from corpora.report import RunReport
from corpora.story import TaggedStory
from corpora.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
REPORT = RunReport(
    read=9,
    published=3,
    merged=1,
    rejected={"language: language: de": 3, "read: not UTF-8": 1},
    skipped=1,
    stories=4,
)


def _copy(tagged: TaggedStory, story_id: str, text: str) -> TaggedStory:
    return replace(tagged, story=replace(tagged.story, story_id=story_id, text=text))


def test_the_outcomes_and_reasons_of_records_are_those_of_the_report() -> None:
    flow = record_flow(REPORT.as_json())

    assert flow is not None
    assert [(one.name, one.count) for one in flow.outcomes] == [
        ("published", 3),
        ("merged", 1),
        ("rejected", 4),
        ("skipped", 1),
    ]
    assert flow.reasons == (("language: de", 3), ("read: not UTF-8", 1))


def test_stories_are_counted_by_facet_within_their_moment(
    refused: TaggedStory, hostile: TaggedStory
) -> None:
    tally = Tally(TAXONOMY)
    for tagged in (refused, hostile):
        tally.add(tagged)

    assert (tally.stories, tally.needs_review, tally.undated, tally.with_excuse) == (2, 1, 1, 2)
    assert tally.labels["moment", "failed"] == 2
    assert tally.within["failed"]["drivers", "rigidity"] == 1
    assert tally.within["failed"]["excuses", "policy"] == 1


def test_stories_told_are_no_near_duplicates_and_told_once(refused: TaggedStory) -> None:
    tally = Tally(TAXONOMY)
    for name in ("a", "b"):
        tally.add(_copy(refused, name, refused.story.text))
    tally.add(_copy(refused, "c", "Quite another matter: the lift stood still for a month."))

    shown = Shown()
    told = {kind.title: [one.story.story_id for one in tally.told(kind, shown)] for kind in KINDS}

    assert told == {"Wows": [], "Let down": ["a", "c"], "Excuses": [], "Fake personalization": []}


def test_markup_in_any_field_stays_words(tmp_path: Path, hostile: TaggedStory) -> None:
    path = tmp_path / "summary.html"

    write_summary([hostile], REPORT.as_json(), path, TAXONOMY, title="<script>alert(3)</script>")

    page = path.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_order_of_the_stories_changes_nothing(
    tmp_path: Path, refused: TaggedStory, hostile: TaggedStory
) -> None:
    write_summary([refused, hostile], REPORT.as_json(), tmp_path / "a.html", TAXONOMY)
    write_summary([hostile, refused], REPORT.as_json(), tmp_path / "b.html", TAXONOMY)

    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("report", [{}, RunReport().as_json()])
def test_a_night_without_stories_still_has_a_page(
    tmp_path: Path, report: dict[str, object]
) -> None:
    write_summary([], report, tmp_path / "summary.html", TAXONOMY)

    page = (tmp_path / "summary.html").read_text(encoding="utf-8")
    assert "No stories." in page
    assert "<h2>Records</h2>" not in page
