"""A process that is killed anywhere loses nothing and doubles nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from corpora.store import Store
from corpora.store.schema import metadata

ROOT = Path(__file__).resolve().parents[2]
POINTS = 25
NOT_COMPARED = {"runs"}


def write_inbox(inbox: Path) -> None:
    inbox.mkdir()
    things = ("kettle", "parcel", "ladder", "sofa", "tent", "drill", "mirror")
    for name in ("a", "b"):
        rows = [
            f"{n},The {things[n % 7]} that I ordered in week {n}{name} came with a note from the "
            f"{things[(n * 3 + 1) % 7]} desk saying number {n * n} was sorry\n"
            for n in range(9)
        ]
        rows.append("9,\n")
        (inbox / f"{name}.csv").write_text("id,text\n" + "".join(rows), encoding="utf-8")
    again = (inbox / "a.csv").read_text(encoding="utf-8").splitlines()[3].split(",", 1)[1]
    (inbox / "c.txt").write_text(again, encoding="utf-8")
    (inbox / "d.txt").write_text("", encoding="utf-8")


def rows_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with Store.open(database) as store, store.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in NOT_COMPARED
        }


def test_killed_at_25_points_and_run_again_equals_a_run_undisturbed(tmp_path: Path) -> None:
    write_inbox(tmp_path / "inbox")

    script = ROOT / "tests/corpora/crashing_ingestion.py"
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, script, tmp_path, tmp_path / "inbox", str(POINTS), "7"],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    died = json.loads(done.stdout)
    assert len(died) == POINTS
    expected = rows_of(tmp_path / "undisturbed.db")
    assert len(expected["stories"]) >= 7
    assert len(expected["quarantine"]) == 3
    for point in died:
        assert rows_of(tmp_path / f"crashed-{point}.db") == expected, f"killed at point {point}"
