"""The tasks of a night: each wraps one function. Paths, names and counts in and out, never text."""

from prefect import task
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from corpora.errors import SourceError, StoreError
from pipelines import night_gate, night_work
from pipelines.faults import MachineError, without_text
from pipelines.night_work import Counts

__all__ = [
    "Counts",
    "publish_dataset",
    "read_into_store",
    "refuse_broken_sources",
    "tag_new_stories",
    "write_one_collection",
    "write_summary_page",
]


def _may_pass(task: Task[..., object], run: TaskRun, state: State[object]) -> bool:
    """Whether another try may help: with a busy disk or database, not with what we refuse."""
    result = state.result(raise_on_failure=False)
    return isinstance(result, SourceError | StoreError | MachineError)


@task(
    retries=2,
    retry_delay_seconds=[2, 10],
    retry_condition_fn=_may_pass,
    task_run_name="read-{source}",
)
def read_into_store(config: str, source: str, run_id: str | None) -> Counts:
    """Take what is new in a source into the store; return the counts of a run report."""
    with without_text():
        return night_work.read_into_store(config, source, run_id)


@task
def refuse_broken_sources(config: str, reports: Counts, run_id: str | None) -> None:
    """Raise GateError when too much of what a source brought is unreadable."""
    with without_text():
        night_gate.refuse_broken_sources(config, reports, run_id)


@task(retries=1, retry_delay_seconds=5, retry_condition_fn=_may_pass)
def tag_new_stories(config: str, run_id: str | None) -> Counts:
    """Tag every story that the champion has not seen; return how many, and the model's version."""
    with without_text():
        return night_work.tag_new_stories(config, run_id)


@task(retries=1, retry_delay_seconds=5, retry_condition_fn=_may_pass)
def publish_dataset(config: str, model: str) -> Counts:
    """Write the tagged dataset of everything that `model` tagged; return its place and rows."""
    with without_text():
        return night_work.publish_dataset(config, model)


@task(task_run_name="summarise")
def write_summary_page(config: str, dataset: str, report: Counts) -> str:
    """Write the HTML summary of a dataset version; return its path."""
    with without_text():
        return night_work.write_summary_page(config, dataset, report)


@task(task_run_name="collect-{collection}")
def write_one_collection(dataset: str, collection: str, until: str, folder: str) -> Counts:
    """Select the stories of a collection file and write its folder; return page and count."""
    with without_text():
        return night_work.write_one_collection(dataset, collection, until, folder)
