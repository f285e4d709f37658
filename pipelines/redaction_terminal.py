"""What redaction did, on a terminal: records before and after, then the counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpora.exports.redaction_lines import Line, Run, paired_lines
from corpora.exports.redaction_tally import RedactionTally
from corpora.exports.redaction_view import RefusedRecord, SeenRecord
from corpora.exports.wording import counted

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

SIDE_BY_SIDE_COLUMNS = 100
"""A terminal narrower than this has no room for two texts beside each other."""
_COLOURS = {
    1: "black on bright_yellow",
    2: "black on bright_cyan",
    3: "black on bright_magenta",
    4: "black on bright_green",
}


def print_redaction(items: Sequence[SeenRecord | RefusedRecord], tally: RedactionTally) -> None:
    """Print the records `items` and the counts of all records to stdout."""
    from rich.console import Console

    console = Console(highlight=False)
    for number, item in enumerate(items, start=1):
        _print_item(console, number, item)
        console.print()
    if len(items) < tally.read:
        console.print(
            f"{counted(len(items), 'record')} of {tally.read:,} shown; --limit 0 shows all\n",
            style="dim",
        )
    # Not as titles of the tables: they would be broken to the width of a table.
    console.print(
        f"{counted(tally.redacted, 'record')} redacted, "
        f"{tally.with_findings:,} of them with something to mask",
        style="bold",
    )
    if tally.with_findings:
        console.print(_kinds_table(tally))
    if tally.refused:
        refused = counted(tally.refused.total(), "record")
        console.print(f"{refused} refused: to quarantine, never published", style="bold")
        console.print(_refused_table(tally))


def _print_item(console: "Console", number: int, item: SeenRecord | RefusedRecord) -> None:
    from rich.text import Text

    place = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in item.where)
    console.rule(style="dim")
    console.print(Text(f"{number}  {place}", style="bold"))
    if isinstance(item, RefusedRecord):
        console.print(Text(f"refused, its text is not shown: {item.reason}", style="bold red"))
        return
    lines = paired_lines(item)
    if not item.masked:
        console.print("nothing found: the text stays as it is", style="dim")
        console.print(_joined([line.redacted for line in lines], lines))
    elif console.width >= SIDE_BY_SIDE_COLUMNS:
        console.print(_side_by_side(lines))
    else:
        console.print("original", style="dim")
        console.print(_joined([line.original for line in lines], lines))
        console.print("\nredacted", style="dim")
        console.print(_joined([line.redacted for line in lines], lines))


def _side_by_side(lines: Sequence[Line]) -> "Table":
    from rich.table import Table

    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("original", ratio=1, overflow="fold")
    table.add_column("redacted", ratio=1, overflow="fold")
    for line in lines:
        if line.starts_paragraph:
            table.add_row("", "")
        table.add_row(_coloured(line.original), _coloured(line.redacted))
    return table


def _joined(sides: Sequence[Sequence[Run]], lines: Sequence[Line]) -> "Text":
    from rich.text import Text

    joined = Text()
    for number, (runs, line) in enumerate(zip(sides, lines, strict=True)):
        joined.append("\n" * (bool(number) + line.starts_paragraph))
        joined.append_text(_coloured(runs))
    return joined


def _coloured(runs: Sequence[Run]) -> "Text":
    from rich.text import Text

    return Text.assemble(
        *((run.text, _COLOURS[run.style]) if run.kind else run.text for run in runs)
    )


def _kinds_table(tally: RedactionTally) -> "Table":
    from rich.table import Table

    table = Table()
    table.add_column("placeholder", style="bold")
    for name in ("entities", "mentions", "records"):
        table.add_column(name, justify="right")
    for each in tally.kinds():
        counts = (each.entities, each.mentions, each.records)
        table.add_row(each.kind, *(f"{count:,}" for count in counts))
    return table


def _refused_table(tally: RedactionTally) -> "Table":
    from rich.table import Table

    table = Table(show_header=False)
    table.add_column(style="bold", overflow="fold")
    table.add_column(justify="right")
    for reason, count in tally.reasons():
        table.add_row(reason, f"{count:,}")
    return table
