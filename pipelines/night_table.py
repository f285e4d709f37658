"""The last thing that a night says: what it found, and where the files are."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


def print_night(counts: Mapping[str, object]) -> None:
    """Print a night's counts to stdout as tables."""
    from rich.console import Console
    from rich.table import Table

    from corpora.release import read_release

    console = Console()
    dataset = Path(str(counts["dataset"]))
    found: dict[str, dict[str, int]] = {}
    for tagged in read_release(dataset):
        for facet, labels in tagged.prediction.tags.labels.items():
            by_label = found.setdefault(facet, {})  # without a label, too: the taxonomy's order
            for label in labels:
                by_label[label] = by_label.get(label, 0) + 1
    table = Table(title=f"{counts['rows']} stories", title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for facet, by_label in found.items():
        ranked = sorted(by_label.items(), key=lambda pair: (-pair[1], pair[0]))
        table.add_row(facet, "  ".join(f"{label} {count}" for label, count in ranked))
    console.print(table)
    console.print(_flow_table(counts))
    files = Table(title="where it is", title_justify="left", show_header=False)
    files.add_column(style="bold")
    files.add_column(overflow="fold")
    files.add_row("dataset", str(dataset))
    files.add_row("summary", str(counts["summary"]))
    for book in _books(counts):
        files.add_row(f"{book['stories']} stories", str(book["page"]))
    console.print(files)


def _flow_table(counts: Mapping[str, object]) -> "Table":
    from rich.table import Table

    rejected = counts["rejected"]
    reasons = rejected if isinstance(rejected, Mapping) else {}
    table = Table(title=f"{counts['read']} records read", title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    for name in ("published", "merged", "skipped"):
        table.add_row(name, str(counts[name]))
    for reason, count in reasons.items():
        table.add_row(f"rejected, {reason}", str(count))
    return table


def _books(counts: Mapping[str, object]) -> list[Mapping[str, object]]:
    books = counts["collections"]
    return [book for book in books if isinstance(book, Mapping)] if isinstance(books, list) else []
