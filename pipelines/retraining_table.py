"""What challenger and champion did on the behaviour suite, as tables for a terminal."""

from collections.abc import Mapping

_TITLES = {
    "minimum": "minimum function: tagged as they must be",
    "direction": "direction: move as they must",
    "invariance": "invariance: flip a tag",
}
_VERDICTS = {
    "reached": "reached",
    "no worse": "missed, by the champion too; no worse: passes",
    "alone": "missed, with no champion to compare with: passes",
    "missed": "missed",
}


def print_behaviour(found: object) -> None:
    """Print the figure of every kind and the worst capabilities, or that nothing was asked."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not isinstance(found, Mapping) or not found["is_on"]:
        console.print("behaviour: turned off in the gate's settings")
        return
    kinds = Table(title="behaviour: share of the authored cases that ...", title_justify="left")
    for column in ("kind", "mark", "challenger", "champion", "the mark is"):
        kinds.add_column(column, overflow="fold")
    for row in found["kinds"]:
        shares = (_percent(row[name]) for name in ("mark", "challenger", "champion"))
        kinds.add_row(_TITLES[row["kind"]], *shares, _VERDICTS[row["verdict"]])
    console.print(kinds)
    worst = Table(title="worst capabilities: share of cases that fail", title_justify="left")
    for column in ("capability", "kind", "cases", "challenger", "champion"):
        worst.add_column(column, overflow="fold")
    for row in found["worst"]:
        failures = (row["challenger_failures"], row["champion_failures"])
        shares = (_percent(None if n is None else n / row["cases"]) for n in failures)
        worst.add_row(row["name"], row["kind"], str(row["cases"]), *shares)
    console.print(worst)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
