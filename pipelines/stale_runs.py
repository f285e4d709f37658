"""End the flow runs that a scheduler left as running when it was stopped or killed.

Such a run holds the one slot of its deployment, and nobody else would ever end it.
"""

import logging

logger = logging.getLogger(__name__)


def crash_stale_runs(deployment: str, tag: str) -> list[str]:
    """Set the unfinished runs of `flow/deployment` that carry the tag to Crashed; return their ids.

    The caller must know that no process which may still run one of them is alive.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        DeploymentFilter,
        DeploymentFilterName,
        FlowFilter,
        FlowFilterName,
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
        FlowRunFilterTags,
    )
    from prefect.client.schemas.objects import State, StateType
    from prefect.states import Crashed

    begun = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
    flow_name, deployment_name = deployment.split("/", maxsplit=1)
    with get_client(sync_client=True) as client:
        stale = client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=[flow_name])),
            deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=[deployment_name])),
            flow_run_filter=FlowRunFilter(
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=begun)),
                tags=FlowRunFilterTags(all_=[tag]),
            ),
        )
        crashed: State[None] = Crashed(message="The process that ran this was stopped or killed.")
        for run in stale:
            logger.warning("flow run %s was stopped before its end", run.id)
            # force: by its own rules Prefect might refuse, e.g. for a run that is being cancelled
            client.set_flow_run_state(run.id, crashed, force=True)
    return [str(run.id) for run in stale]
