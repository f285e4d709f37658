"""Scores as tables for a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from models.evaluation_coverage import Coverage
    from models.evaluation_file import EvaluatedFile
    from models.evaluation_result import Evaluation
    from models.faithfulness import Faithfulness


def print_scores(model: str, files: "Sequence[EvaluatedFile]") -> None:
    """Print the tables of every labelled file."""
    from rich.console import Console

    console = Console()
    for file in files:
        found = file.evaluation
        console.print(_facets(f"{file.name}: {found.passages} passages, {model}", found))
        console.print(
            f"headline {found.headline:.3f}   evidence token F1 {found.evidence_f1:.3f}, "
            f"IoU-F1 {found.evidence_iou_f1:.3f}\n"
        )
        if found.coverage is not None:
            console.print(_coverage(found.coverage))
        if file.faithfulness is not None:
            console.print(_faithfulness(file.faithfulness))


def _facets(title: str, found: "Evaluation") -> "Table":
    table = _table(title, "facet", "macro-F1", "calibration error", "label F1 / positives")
    for name, score in found.facets.items():
        macro = "too few" if score.macro_f1 is None else f"{score.macro_f1:.3f}"
        labels = "  ".join(
            f"{label} {each.f1:.2f}/{each.support}" for label, each in score.labels.items()
        )
        table.add_row(name, macro, f"{score.calibration_error:.3f}", labels)
    return table


def _coverage(found: "Coverage") -> "Table":
    kept = "" if found.kept_error is None else f", error {found.kept_error:.3f}"
    title = f"error by confidence; not flagged for review: {found.kept_share:.0%}{kept}"
    table = _table(title, "facet", "all", "surest 80%", "ratio", "best 80%", "area")
    for name, curve in {"stories": found.stories, **found.facets}.items():
        ratio = "" if curve.ratio_at_80 is None else f"{curve.ratio_at_80:.2f}"
        errors = (curve.error, curve.error_at_80, curve.best_error_at_80, curve.area)
        everything, surest, best, area = (f"{error:.3f}" for error in errors)
        table.add_row(name, everything, surest, ratio, best, area)
    return table


def _faithfulness(found: "Faithfulness") -> "Table":
    title = f"evidence against random words, first {found.passages} passages"
    table = _table(title, "facet", "tags", "comprehensiveness", "random", "sufficiency", "random")
    for name, each in {"all": found.overall, **found.facets}.items():
        evidence, chance = each.evidence, each.random
        changes = (
            *(evidence.comprehensiveness, chance.comprehensiveness),
            *(evidence.sufficiency, chance.sufficiency),
        )
        table.add_row(name, f"{each.tags}", *(f"{change:+.3f}" for change in changes))
    return table


def _table(title: str, *columns: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    # A file name may hold what rich would take for markup: a Text is shown as it is.
    table = Table(title=Text(title), title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
