"""The story book: a collection as one page to read out."""

from datetime import timedelta

from corpora.collection_selection import Selected
from corpora.exports.glossary import glossary, legend
from corpora.exports.pages import Bar, render
from corpora.exports.sections import section_anchor, sections
from corpora.exports.story_view import mark_styles
from corpora.exports.wording import (
    counted,
    days,
    heading,
    last_moment_before,
    listed,
    percent,
    singular,
)


def story_book(selected: Selected) -> bytes:
    """Return `index.html`."""
    asks = selected.file.asks
    tagged = [pick.match.tagged for pick in selected.picks]
    return render(
        "story_book.html.j2",
        {
            "title": asks.title,
            "purpose": asks.purpose.strip(),
            "facts": _facts(selected),
            "group": singular(asks.group_by) if asks.group_by else "",
            "bars": _group_bars(selected),
            "sections": sections(selected),
            "legend": legend(tagged, selected.taxonomy),
            "glossary": glossary(tagged, selected.taxonomy),
            "considered": counted(selected.considered, "story", "stories"),
            "left_out": [(reason.value, n) for reason, n in selected.left_out.items()],
            "versions": _versions(selected),
        },
    )


def _facts(selected: Selected) -> list[str]:
    picks, asks = selected.picks, selected.file.asks
    last = last_moment_before(selected.until)
    dates = [at for pick in picks if (at := pick.match.tagged.story.created_at) is not None]
    sources = {pick.match.tagged.story.source for pick in picks}
    shown = counted(len(picks), "story", "stories")
    facts = [
        shown if len(picks) == selected.matching else f"{shown} of {selected.matching:,} that fit"
    ]
    if asks.window_days is not None:
        facts.append(days(selected.until - timedelta(days=asks.window_days), last))
    elif dates:
        facts.append(days(min(dates), max(dates)))
    if undated := len(picks) - len(dates):
        facts.append(f"{undated:,} without a date")
    if sources:
        facts.append(f"from {counted(len(sources), 'source')}")
    return facts


def _group_bars(selected: Selected) -> list[Bar]:
    group_by = selected.file.asks.group_by
    if group_by is None or not selected.matching:
        return []
    facet = selected.taxonomy.facet(group_by)
    counts = selected.matching_groups
    shown = {label for label, _ in selected.sections()}
    given = sorted(
        (label for label in facet.labels if counts.get(label.name)),
        key=lambda one: -counts[one.name],
    )
    longest = max(counts.values(), default=1)
    return [
        Bar(
            heading(label.name),
            counts[label.name],
            round(100 * counts[label.name] / longest, 1),
            note=percent(counts[label.name] / selected.matching),
            title=label.definition,
            href=f"#{section_anchor(label.name)}" if label.name in shown else "",
            style=mark_styles(selected.taxonomy).get(group_by),
        )
        for label in given
    ]


def _versions(selected: Selected) -> str:
    models = sorted({pick.match.tagged.model_version for pick in selected.picks})
    tagged_by = f"tagged by {listed(models)}, " if models else ""
    return (
        f"{tagged_by}taxonomy version {selected.taxonomy.version}, "
        f"collection {selected.file.name} {selected.file.digest[:12]}"
    )
