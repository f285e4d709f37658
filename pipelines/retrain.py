"""Train a challenger, judge it beside the champion on the same held-out text, promote if better."""

from prefect import flow

from pipelines.night_work import Counts
from pipelines.retraining import decide, train_on


@flow(name="retrain", flow_run_name="retrain")
def retrain(config: str, more: list[str], home: str) -> Counts:
    """Return what the gate decided; `more` are labelled files beside the configured ones.

    The champion changes only at the very end, in one step, and only if the gate says yes.
    """
    challenger = f"{home}/challenger"
    train_on(config, more, challenger)
    return decide(config, more, challenger, home)
