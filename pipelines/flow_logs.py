"""Keep Prefect's own talk out of the terminal: the command line says in one line what failed."""

import logging

_LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


def keep_runs_off_the_terminal() -> None:
    """Send the lines of flow and task runs to the Prefect API alone.

    Prefect logs the traceback of a failed run at level ERROR. It stays readable in the UI; on the
    terminal it would drown the one line that says what to do. To be called once Prefect has set up
    its logging, which it does when it is first imported.
    """
    for name in _LOGGERS:
        # Their own handler sends to the API; the one that writes to stderr sits on the root.
        logging.getLogger(name).propagate = False
