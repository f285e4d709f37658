"""A night that is killed anywhere is made up for by the next one: nothing lost, nothing doubled."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from corpora.release import latest_release, read_release
from corpora.store import Store
from tests.conftest import Storylode
from tests.pipelines.night_making import Company, make_company, night_command

KILLS = 3
RECORDS = 60


def published(company: Company) -> Counter[tuple[str, int, int]]:
    latest = latest_release(company.output / "tagged")
    assert latest is not None
    return Counter(
        (tagged.story.text, tagged.story.start, tagged.story.end) for tagged in read_release(latest)
    )


def fill(company: Company) -> None:
    for number in range(RECORDS):
        (company.inbox / f"card-{number:03}.txt").write_text(
            f"In shop {number} the clerk found my {('red', 'blue')[number % 2]} umbrella "
            f"number {number * 7919} and carried it after me, {number} streets through the rain.\n"
        )


def test_a_killed_night_loses_and_doubles_nothing(
    storylode: Storylode, tmp_path: Path, untrained_checkpoint: Path, prefect_server: str
) -> None:
    whole = make_company(tmp_path / "whole", untrained_checkpoint)
    killed = make_company(tmp_path / "killed", untrained_checkpoint)
    for company in (whole, killed):
        fill(company)
    assert storylode("nightly", "--config", whole.config).exit_code == 0
    moments = random.Random(7)  # noqa: S311 - when to kill, no secret

    for _ in range(KILLS):
        night = subprocess.Popen(
            night_command(killed),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ,
        )
        # From its first write on, wherever a slow machine has come to by then.
        while night.poll() is None and not (killed.home / "store.sqlite").exists():
            time.sleep(0.02)
        time.sleep(moments.uniform(0.0, 2.5))
        night.send_signal(signal.SIGKILL)
        night.wait()
    healed = storylode("nightly", "--config", killed.config)

    assert healed.exit_code == 0, healed.err
    assert published(killed) == published(whole)
    assert set(published(killed).values()) == {1}
    with Store.open(killed.home / "store.sqlite") as store:
        last, *earlier = [run.status for run in store.runs("nightly")]
    assert last == "done"
    assert set(earlier) <= {"crashed", "done"}
