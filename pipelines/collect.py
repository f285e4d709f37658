"""Pick the stories of collections out of a dataset version and write their story books."""

from prefect import flow

from pipelines.stages import Counts, write_one_collection


@flow(name="collect", flow_run_name="collect")
def collect(dataset: str, collections: list[str], until: str, folder: str) -> list[Counts]:
    """Write one folder per collection file; `until` (ISO 8601) ends their time windows."""
    return [write_one_collection(dataset, each, until, folder) for each in collections]
