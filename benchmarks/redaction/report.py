"""The figures as Markdown, side by side, and as plain values for machines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from benchmarks.redaction.figures import LEAKING, Figures, name_words
from benchmarks.redaction.score import Outcomes
from benchmarks.redaction.sets import MeasuredSet, names_of
from benchmarks.redaction.shares import Share
from corpora.redaction.name_lists import name_lists

Row = Sequence[str]


def markdown(measured: MeasuredSet, by_system: Mapping[str, Figures]) -> str:
    """Return the tables of one set; the systems are the columns."""
    first = next(iter(by_system.values()))
    entities = first.summary["entities masked"].of
    lines = [
        f"### {measured.title}: {len(measured.documents)} documents, {entities} entities "
        f"(texts {measured.digest})",
        "",
        *_table(["", *by_system], _summary_rows(by_system)),
        "",
        *_type_table(by_system),
    ]
    if first.groups:
        lines += ["", *_group_table(measured, by_system)]
    if measured.group_word == "locale":  # garbled names are no longer the words of any list
        lines += ["", *_name_table(measured, by_system)]
    return "\n".join(lines)


def disagreement(by_system: Mapping[str, Outcomes]) -> str:
    """Say how many documents leak under one system alone: the paired comparison."""
    leaks = {
        name: [one.leaks > 0 for one in outcomes.documents] for name, outcomes in by_system.items()
    }
    parts = []
    for name, own in leaks.items():
        others = [other for key, other in leaks.items() if key != name]
        alone = sum(mine and not any(rest) for mine, *rest in zip(own, *others, strict=True))
        parts.append(f"{name}: {alone}")
    return f"Documents that leak under one system alone: {'; '.join(parts)}."


def plain(measured: MeasuredSet, by_system: Mapping[str, Figures]) -> dict[str, object]:
    """Return the figures of one set as values that JSON knows."""
    return {
        "set": measured.name,
        "title": measured.title,
        "documents": len(measured.documents),
        "texts": measured.digest,
        "systems": {
            name: {
                "summary": {key: _plain(share) for key, share in figures.summary.items()},
                "types": {
                    kind: {
                        "recall": _plain(one.recall),
                        "right_type": _plain(one.right_type),
                        "precision": _plain(one.precision),
                    }
                    for kind, one in figures.types.items()
                },
                "groups": {
                    group: {"recall": _plain(one.recall), "leaking": _plain(one.leaking)}
                    for group, one in figures.groups.items()
                },
                "names": {key: _plain(share) for key, share in figures.names.items()},
                "characters_per_second": round(figures.characters_per_second),
            }
            for name, figures in by_system.items()
        },
    }


def _plain(share: Share) -> dict[str, float]:
    low, high = share.interval
    return {**asdict(share), "share": share.value, "low": low, "high": high}


def _summary_rows(by_system: Mapping[str, Figures]) -> Iterable[Row]:
    for key in next(iter(by_system.values())).summary:
        yield [key, *(str(figures.summary[key]) for figures in by_system.values())]
    speeds = (f"{figures.characters_per_second:,.0f}" for figures in by_system.values())
    yield ["characters per second of processor time", *speeds]


def _type_table(by_system: Mapping[str, Figures]) -> list[str]:
    rows = []
    for kind in sorted({kind for figures in by_system.values() for kind in figures.types}):
        for name, figures in by_system.items():
            if one := figures.types.get(kind):
                shares = (str(one.recall), str(one.right_type), str(one.precision))
                rows.append([kind, name, str(one.recall.of), *shares])
    head = ["type", "system", "entities", "recall", "right type", "precision"]
    return _table(head, rows, words=2)


def _group_table(measured: MeasuredSet, by_system: Mapping[str, Figures]) -> list[str]:
    heads = [f"{name}: {what}" for name in by_system for what in ("recall", LEAKING)]
    rows = []
    for group, first in next(iter(by_system.values())).groups.items():
        both = [figures.groups[group] for figures in by_system.values()]
        cells = [cell for one in both for cell in (str(one.recall), str(one.leaking))]
        rows.append([group, str(first.recall.of), *cells])
    what = "entities so written" if measured.group_word == "form" else "persons"
    return _table([measured.group_word, what, *heads], rows)


def _name_table(measured: MeasuredSet, by_system: Mapping[str, Figures]) -> list[str]:
    words = {word for name in names_of(measured.documents) for word in name_words(name)}
    unknown = Share(sum(not name_lists().is_name(word) for word in words), len(words))
    first = next(iter(by_system.values()))
    rows = [
        [known, str(share.of), *(str(figures.names[known]) for figures in by_system.values())]
        for known, share in first.names.items()
    ]
    return [
        f"Of {len(words)} distinct words of names, {unknown} are in none of storylode's lists.",
        "",
        *_table(["person's name in those lists", "persons", *by_system], rows),
    ]


def _table(head: Row, rows: Iterable[Row], words: int = 1) -> list[str]:
    """Lay out a table whose first `words` columns hold words, the others figures."""
    marks = ["---" if at < words else "---:" for at in range(len(head))]
    return [f"| {' | '.join(cells)} |" for cells in (head, marks, *rows)]
