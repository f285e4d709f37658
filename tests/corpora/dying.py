"""Run work in a process that may be killed, and see how it ended."""

import os
import sys
from collections.abc import Callable


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a forked process and return how it ended; negative is a signal."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
