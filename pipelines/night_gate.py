"""The check between reading and publishing: is a source broken?"""

from collections.abc import Mapping
from pathlib import Path

from corpora.errors import GateError
from corpora.report import RunReport
from corpora.store import Store
from pipelines.nightly_config import NightlyConfig, load_nightly_config

SOURCES = "sources"
"""Where the counts of a night keep its reports by source."""


def refuse_broken_sources(config: str, reports: Mapping[str, object], run_id: str | None) -> None:
    """Stop the night when too much of what a source brought is unreadable.

    Counted is what came in since a night was last finished: a refusal stands on the next night,
    though nothing new came in, until the file is mended or the configuration allows more.
    `reports` holds a run report as JSON by source. Raises GateError that names every such source.
    """
    settings = load_nightly_config(Path(config))
    with Store.open(settings.store_location) as store:
        earlier = _refused_before(store, run_id)
        waiting = [
            entry.source
            for entry in store.quarantined()
            if entry.run_id in earlier and entry.stage != "language"
        ]
    problems = []
    for source, content in reports.items():
        report = _report(content)
        broken = _broken(report) + waiting.count(source)
        new = _new(report) + sum(_new(_report(each.get(source))) for each in earlier.values())
        if _is_too_much(broken, new, settings):
            problems.append(f"source '{source}': {broken} of {new} new records rejected")
    if problems:
        raise GateError(
            f"{'; '.join(problems)}; more than the {settings.max_rejected_share:.0%} allowed: "
            "nothing was published; mend or remove the files that the quarantine names, or raise "
            "max_rejected_share"
        )


def _is_too_much(broken: int, new: int, settings: NightlyConfig) -> bool:
    return broken >= settings.min_rejected and broken > settings.max_rejected_share * new


def _refused_before(store: Store, run_id: str | None) -> dict[str, Mapping[str, object]]:
    """Return the reports by source of the refused nights since the last finished one."""
    found: dict[str, Mapping[str, object]] = {}
    for run in store.runs("nightly"):  # the latest first
        if run.status == "done":
            break
        reports = run.counts.get(SOURCES)
        if run.run_id != run_id and isinstance(reports, Mapping):
            found[run.run_id] = reports
    return found


def _report(content: object) -> RunReport:
    return RunReport.from_json(content) if isinstance(content, Mapping) else RunReport()


def _broken(report: RunReport) -> int:
    # Records in other languages are kept aside, not broken.
    return sum(n for why, n in report.rejected.items() if not why.startswith("language: "))


def _new(report: RunReport) -> int:
    return report.read - report.skipped
