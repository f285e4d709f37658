"""Run counts as Prefect artifacts: what a CX team sees in the Prefect UI. Counts and paths only."""

from collections import Counter
from collections.abc import Mapping

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from corpora.report import RunReport


def show_report(reports: Mapping[str, RunReport]) -> None:
    """Publish one row of counts per source, under the key `records`."""
    create_table_artifact(
        key="records",
        table=[
            {
                "source": source,
                "read": report.read,
                "published": report.published,
                "merged": report.merged,
                "rejected": report.rejected_records,
                "rejected at": _stages(report),
                "skipped": report.skipped,
                "new stories": report.stories,
            }
            for source, report in reports.items()
        ],
        description="read = published + merged + rejected + skipped, in records",
    )


def show_links(counts: Mapping[str, object]) -> None:
    """Publish where the night's results are, under the key `results`."""
    lines = [
        f"- **{name}**: `{counts[name]}`"
        for name in ("dataset", "rows", "tagged", "model", "summary")
        if name in counts
    ]
    create_markdown_artifact(key="results", markdown="\n".join(lines))


def _stages(report: RunReport) -> str:
    # Stages only: a reason may name the columns of a table, which Prefect need not know.
    stages = Counter[str]()
    for why, count in report.rejected.items():
        stages[why.split(":")[0]] += count
    return ", ".join(f"{stage} {count}" for stage, count in sorted(stages.items()))
