"""The card of a checkpoint: what it is for, what it learned from, how good it is, its limits."""

from collections.abc import Mapping

from corpora.taxonomy import Taxonomy
from models.training_config import TrainingConfig

_LIMITS = """\
- English only. Trained on short passages (25 to 350 words); longer text is tagged in windows.
- Tags say what a passage tells, not what happened: a false story gets true tags.
- Rare tags (`intrusive`, `cynicism`, `status_quo`, `anticipation`) rest on few real examples; read
  their stories before you count them.
- Not for judging single employees: an excuse in a story is a fact about a situation, told by one
  side.
- The gold stories are invented and written with a language model; see their card for what that
  does to style and balance. The real-text figures are the ones to trust.
"""


def model_card(
    metrics: Mapping[str, object], config: TrainingConfig, taxonomy: Taxonomy, base_encoder: str
) -> str:
    """Return the card as Markdown with the metrics in tables."""
    encoder = base_encoder.split(" at ")[0].rsplit("/", maxsplit=1)[-1]
    parts = [
        "---",
        "license: apache-2.0",
        "language: en",
        "tags: [customer-experience, text-classification, storylode]",
        "---",
        "",
        "# storylode tagger",
        "",
        "Tags stories of customers and employees: "
        + ", ".join(f"`{facet.name}`" for facet in taxonomy.facets)
        + f" (taxonomy {taxonomy.version}),",
        "with calibrated probabilities and evidence in the words.",
        "One encoder pass for all facets; per-label attention over sentences gives the evidence.",
        "",
        f"Base encoder: `{encoder}` (Apache-2.0). "
        f"{config.epochs} epochs, seed {config.seed}, best epoch on the development split."
        + _going_on(metrics.get("mixture")),
        "",
        "## Data",
        "",
        *_data_table(metrics.get("data")),
        "",
        "## Scores on text that it never saw",
        "",
        *score_table(_evaluations(metrics)),
        "",
        "Macro-F1 over labels with at least ten positives; `none` is not counted in `moment` and",
        "`personalization`. The headline is the mean of moment, drivers, personalization, excuses.",
        "",
        "## Limits",
        "",
        _LIMITS,
    ]
    return "\n".join(parts)


def score_table(evaluations: Mapping[str, object]) -> list[str]:
    """Return a Markdown table: a row per facet, a column per test set (`Evaluation.as_json`)."""
    shown = {name: value for name, value in evaluations.items() if isinstance(value, Mapping)}
    lines = [
        "| | "
        + " | ".join(f"{name} ({value['passages']})" for name, value in shown.items())
        + " |",
        "| --- |" + " --- |" * len(shown),
        _row("**headline**", [value["headline"] for value in shown.values()]),
    ]
    facets = [value["facets"] for value in shown.values()]
    for name in facets[0] if facets else ():
        lines.append(_row(name, [each[name]["macro_f1"] for each in facets]))
    lines.append(_row("evidence token F1", [value["evidence_f1"] for value in shown.values()]))
    for name in facets[0] if facets else ():
        error = [each[name]["calibration_error"] for each in facets]
        lines.append(_row(f"calibration error, {name}", error))
    return lines


def _going_on(mixture: object) -> str:
    if not isinstance(mixture, Mapping):
        return ""
    return (
        f" Trained on from {mixture['champion']}; of the weights {mixture['share']:.0%} are the "
        "trained ones, the rest those that it started from."
    )


def _row(name: str, numbers: list[object]) -> str:
    cells = [f"{n:.3f}" if isinstance(n, int | float) else "too few" for n in numbers]
    return f"| {name} | " + " | ".join(cells) + " |"


def _evaluations(metrics: Mapping[str, object]) -> dict[str, object]:
    found = {"held out": metrics["held_out"]}
    for key in ("held_out_by_file", "reports"):
        more = metrics.get(key)
        if isinstance(more, Mapping):
            found |= more
    return found


def _data_table(data: object) -> list[str]:
    if not isinstance(data, Mapping):
        return []
    lines = ["| split | passages |", "| --- | --- |"]
    for split in ("train", "dev", "test"):
        counts = data[split]
        lines.append(f"| {split} | " + ", ".join(f"{f} {n}" for f, n in counts.items()) + " |")
    return lines
