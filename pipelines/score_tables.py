"""Scores as tables for a terminal."""

from collections.abc import Mapping


def print_scores(model: str, results: Mapping[str, object]) -> None:
    """Print one table per test set; `results` maps its name to `Evaluation.as_json()`."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name, result in results.items():
        if not isinstance(result, Mapping):
            continue
        table = Table(title=f"{name}: {result['passages']} passages, {model}", title_justify="left")
        for column in ("facet", "macro-F1", "calibration error", "label F1 / positives"):
            table.add_column(column, overflow="fold")
        for facet, score in result["facets"].items():
            macro = "too few" if score["macro_f1"] is None else f"{score['macro_f1']:.3f}"
            labels = "  ".join(
                f"{label} {each['f1']:.2f}/{each['support']}"
                for label, each in score["labels"].items()
            )
            table.add_row(facet, macro, f"{score['calibration_error']:.3f}", labels)
        console.print(table)
        console.print(
            f"headline {result['headline']:.3f}   evidence token F1 {result['evidence_f1']:.3f}\n"
        )
