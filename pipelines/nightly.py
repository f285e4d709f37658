"""Every night: ingest, classify, emit, collect. A second night over the same adds nothing."""

from datetime import UTC, datetime
from pathlib import Path

from prefect import flow

from pipelines.classify import classify
from pipelines.collect import collect
from pipelines.emit import emit
from pipelines.ingest import ingest
from pipelines.parent_watch import end_with_parent
from pipelines.report_artifacts import show_links
from pipelines.running import running_night
from pipelines.stages import Counts, refuse_broken_sources, write_summary_page


@flow(name="nightly", flow_run_name="nightly")
def nightly(config: str, until: str | None = None) -> Counts:
    """Run a night; `until` (ISO 8601, default now) ends the time windows of the collections.

    Raises GateError when too much of a source is unreadable, StoreError when another night is at
    work; nothing is published then.
    """
    end_with_parent()
    end = until or datetime.now(UTC).isoformat()
    with running_night(Path(config)) as night:
        reports = ingest(config, night.run_id)
        counts = night.note_sources(reports)
        refuse_broken_sources(config, reports, night.run_id)
        tagged = classify(config, night.run_id)
        published = emit(config, str(tagged["model"]))
        dataset = str(published["dataset"])
        page = write_summary_page(config, dataset, counts)
        books = collect(dataset, night.collections, end, night.collections_folder)
        night.counts |= {**tagged, **published, "summary": page, "collections": books}
        show_links(night.counts)
        return night.counts
