"""Take what is new in every source into the store, redacted, each story once."""

from pathlib import Path

from prefect import flow

from corpora.report import RunReport
from pipelines.nightly_config import load_nightly_config
from pipelines.report_artifacts import show_report
from pipelines.stages import Counts, read_into_store


@flow(name="ingest", flow_run_name="ingest")
def ingest(config: str, run_id: str | None = None) -> Counts:
    """Read all sources of the configuration file; return run reports by source."""
    settings = load_nightly_config(Path(config))
    reports = {
        source.name: read_into_store(config, source.name, run_id) for source in settings.sources
    }
    show_report({name: RunReport.from_json(report) for name, report in reports.items()})
    return {**reports}
