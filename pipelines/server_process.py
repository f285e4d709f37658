"""Be the Prefect server that ends by itself once no process uses it any more.

`pipelines/server_start.py` starts this file as a script in a session of its own. Whoever uses the
server holds a shared lock on HOME/users.lock; the kernel drops it when that process ends, however
it ends (`kill -9` too). So this process waits for the exclusive lock, and then stops itself.
"""

import fcntl
import json
import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path

STOP_SECONDS = 10.0
"""How long the server may take to end on SIGTERM before its process group is killed."""


def _end_when_unused(users: Path) -> None:
    with users.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(STOP_SECONDS)
        os.killpg(os.getpgrp(), signal.SIGKILL)


def main(home: Path, port: int, has_ui: bool, record_descriptor: int) -> None:
    """Write HOME/server.json through the locked descriptor, then serve until stopped."""
    # The descriptor stays open, and with it the lock, as long as this process lives: a record is
    # true exactly while it is locked, whatever became of the process id meanwhile.
    record = os.fdopen(record_descriptor, "w", closefd=False)
    started_at = time.time()
    json.dump(
        {"pid": os.getpid(), "port": port, "started_at": started_at, "has_ui": has_ui}, record
    )
    record.flush()
    threading.Thread(target=_end_when_unused, args=(home / "users.lock",), daemon=True).start()

    ui = "--ui" if has_ui else "--no-ui"
    sys.argv = ["prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port), ui]
    runpy.run_module("prefect", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "ui", int(sys.argv[4]))
