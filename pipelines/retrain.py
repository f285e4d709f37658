"""Train a challenger, judge it beside the champion on the same held-out text, promote if better."""

from pathlib import Path

from prefect import flow

from pipelines.night_work import Counts
from pipelines.retraining import decide, train_on
from pipelines.retraining_folder import one_retraining


@flow(name="retrain", flow_run_name="retrain")
def retrain(config: str, more: list[str], home: str) -> Counts:
    """Return what the gate decided; `more` are labelled files beside the configured ones.

    The champion changes only at the very end, in one step, and only if the gate says yes. A run
    that was cut off goes on after its last whole epoch when it is asked for again.
    """
    with one_retraining(Path(home)):
        train_on(config, more, home)
        return decide(config, more, home)
