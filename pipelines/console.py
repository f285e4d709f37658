"""How storylode talks: progress to stderr, results to stdout."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_bar(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal's stderr; give the function that moves it on.

    Where stderr is no terminal, nothing is written: logs stay readable.
    """
    import sys

    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bars:
        bar = bars.add_task(what, total=total)
        yield lambda done: bars.advance(bar, done)
        if total is None:
            finished = bars.tasks[0].completed
            bars.update(bar, total=finished)
