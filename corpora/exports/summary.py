"""A page that sums up a night or a tagged dataset: counts as bars, and a few stories told."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpora.collection_repeats import Shown
from corpora.exports.glossary import glossary, legend
from corpora.exports.pages import render
from corpora.exports.record_flow import record_flow
from corpora.exports.story_view import view_story
from corpora.exports.summary_counts import KINDS, Tally
from corpora.exports.summary_parts import drivers, excuses, moments, personalization, sources
from corpora.exports.wording import counted, days, listed, percent
from corpora.story import TaggedStory
from corpora.taxonomy import Taxonomy


def write_summary(
    stories: Iterable[TaggedStory],
    report_json: Mapping[str, object],
    path: Path,
    taxonomy: Taxonomy,
    title: str = "Tagged stories",
) -> None:
    """Write the page to `path`, in place of an earlier one.

    `report_json` is `RunReport.as_json()`; without counts in it the page says nothing of records.
    The same stories in any order give the same bytes.
    """
    tally = Tally(taxonomy)
    for tagged in stories:
        tally.add(tagged)
    page = _page(tally, report_json, title)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f".{path.name}-new-{os.getpid()}")
    try:
        written.write_bytes(page)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)


def _page(tally: Tally, report_json: Mapping[str, object], title: str) -> bytes:
    taxonomy = tally.taxonomy
    shown = Shown()
    told = [(kind, tally.told(kind, shown)) for kind in KINDS]
    all_told = [tagged for _, some in told for tagged in some]
    sections = [
        (kind.title, [view_story(t, taxonomy, f"story-{t.story.story_id}") for t in some])
        for kind, some in told
        if some
    ]
    return render(
        "summary.html.j2",
        {
            "title": title,
            "facts": _facts(tally),
            "records": record_flow(report_json),
            "stories": tally.stories,
            "moments": moments(tally),
            "drivers": [
                ("What wins a moment", drivers(tally, "wow")),
                ("What loses a moment", drivers(tally, "failed")),
            ],
            "excuses": excuses(tally),
            "with_excuse": tally.with_excuse,
            "failed": tally.labels["moment", "failed"],
            "personalization": personalization(tally),
            "sources": sources(tally),
            "sections": sections,
            "legend": legend(all_told, taxonomy),
            "glossary": glossary(all_told, taxonomy),
            "versions": f"tagged by {listed(sorted(tally.versions))}, " if tally.versions else "",
            "taxonomy_version": taxonomy.version,
        },
    )


def _facts(tally: Tally) -> list[str]:
    facts = [counted(tally.stories, "story", "stories")]
    if tally.first is not None and tally.last is not None:
        facts.append(days(tally.first, tally.last))
    if tally.undated:
        facts.append(f"{tally.undated:,} without a date")
    if tally.sources:
        facts.append(f"from {counted(len(tally.sources), 'source')}")
    if tally.stories:
        share = percent(tally.needs_review / tally.stories)
        facts.append(f"{tally.needs_review:,} need review ({share})")
    return facts
