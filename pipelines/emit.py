"""Publish the tagged stories as an immutable dataset version."""

from prefect import flow

from pipelines.stages import Counts, publish_dataset


@flow(name="emit", flow_run_name="emit")
def emit(config: str, model: str) -> Counts:
    """Write the dataset of everything that `model` tagged; return its place and rows."""
    return publish_dataset(config, model)
