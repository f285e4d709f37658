"""Tag every story in the store that the champion has not seen."""

from prefect import flow

from pipelines.stages import Counts, tag_new_stories


@flow(name="classify", flow_run_name="classify")
def classify(config: str, run_id: str | None = None) -> Counts:
    """Return how many stories were tagged, and the version of the model."""
    return tag_new_stories(config, run_id)
