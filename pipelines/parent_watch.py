"""Let a flow run's process end with the process that started it."""

import os
import signal
import threading
import time

WATCH_SECONDS = 1.0


def end_with_parent() -> None:
    """Have this process killed within about a second after its parent died.

    To be called first in a flow. Where Prefect runs a flow in a process of its own, a scheduler
    or worker that is killed leaves that process running, out of anyone's sight, and the next night
    begins beside it. Does nothing in a process that was not started to run a flow.
    """
    if "PREFECT__FLOW_RUN_ID" not in os.environ:
        return
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH_SECONDS)
        # Not SIGTERM: Prefect would try for minutes to tell a server that is gone.
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
