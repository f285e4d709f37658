"""Two hundred canaries in every format and on every side road: none is found behind the inbox."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from corpora.readers import SUPPORTED_SUFFIXES
from tests.conftest import Storylode
from tests.pipelines.canary_files import WRITERS, fill_inbox
from tests.pipelines.canary_making import Canaries
from tests.pipelines.canary_search import Search
from tests.pipelines.night_making import Company, make_company, night_command

SAME_AS = {".htm": ".html", ".markdown": ".md", ".ndjson": ".jsonl", ".tsv": ".csv"}


@dataclass(frozen=True, slots=True)
class Nest:
    """A company whose inbox is full of canaries, and what its commands said."""

    company: Company
    canaries: Canaries

    @property
    def said(self) -> Path:
        return self.company.folder / "said"

    def configure(self, **changes: object) -> None:
        settings = yaml.safe_load(self.company.config.read_text())
        self.company.config.write_text(yaml.safe_dump(settings | changes))

    def search(self, prefect_home: Path) -> Search:
        search = Search(self.canaries.planted)
        search.folder(self.company.folder, leave_out=[self.company.inbox])
        search.folder(prefect_home)
        return search


@pytest.fixture
def nest(tmp_path: Path, untrained_checkpoint: Path, prefect_server: str) -> Nest:
    nest = Nest(make_company(tmp_path / "company", untrained_checkpoint), Canaries())
    fill_inbox(nest.company.inbox, nest.canaries)
    nest.configure(max_rejected_share=1.0)
    nest.said.mkdir()
    return nest


def test_every_format_that_is_read_holds_canaries(nest: Nest) -> None:
    assert {SAME_AS.get(suffix, suffix) for suffix in SUPPORTED_SUFFIXES} == set(WRITERS)
    assert len(nest.canaries.planted) >= 200


def test_the_search_finds_what_is_there(
    nest: Nest, storylode: Storylode, untrained_checkpoint: Path, prefect_home: Path
) -> None:
    # Every canary lies in the inbox; those of texts reach an output that is not redacted.
    bare = nest.company.folder / "bare.parquet"
    checkpoint = ("--checkpoint", untrained_checkpoint)
    assert storylode("mine", nest.company.inbox, bare, "--no-redact", *checkpoint).exit_code == 0

    inbox = Search(nest.canaries.planted)
    inbox.folder(nest.company.inbox)

    assert {road for road, _ in inbox.hits} == set(nest.canaries.planted.values())
    texts = {road for road in nest.canaries.planted.values() if road.endswith(": text")}
    assert texts <= {road for road, _ in nest.search(prefect_home).hits}


def test_nothing_of_a_night_an_export_or_a_crash_holds_a_canary(
    nest: Nest, storylode: Storylode, untrained_checkpoint: Path, prefect_home: Path
) -> None:
    company, out, checkpoint = nest.company, nest.company.output, str(untrained_checkpoint)

    def run(name: str, code: int, *arguments: str | Path) -> None:
        said = storylode(*arguments)
        (nest.said / f"{name}.log").write_text(f"{said.out}\n{said.err}")
        assert said.exit_code == code, said.err

    _killed_night(nest)
    assert nest.search(prefect_home).hits == set()
    nest.configure(max_rejected_share=0.0, min_rejected=0)
    run("refused", 1, "nightly", "--config", company.config)
    nest.configure(max_rejected_share=1.0, checkpoint=str(company.folder / "no-checkpoint"))
    run("crashed", 1, "nightly", "--config", company.config)
    nest.configure(checkpoint=checkpoint, max_rejected_share=1.0)
    run("night", 0, "nightly", "--config", company.config, "--json")
    collection = company.folder / "all.yaml"
    tagged = ("--dataset", out / "tagged", "--output", out / "more")
    run("collect", 0, "collect", collection, *tagged)
    for command, output in (
        ("mine", "mined.csv"),
        ("mine", "mined.parquet"),
        ("tag", "rows.jsonl"),
    ):
        run(output, 0, command, company.inbox, out / output, "--checkpoint", checkpoint)
    run("parts", 0, "tag", company.inbox, out / "parts", "--checkpoint", checkpoint)

    search = nest.search(prefect_home)

    assert search.hits == set()
    searched = {".sqlite", "SQLite rows", ".parquet", "Parquet rows", ".jsonl", ".csv", ".html"}
    assert searched | {".md", ".json", ".log", ".yaml", "file name"} <= set(search.kinds)


def _killed_night(nest: Nest) -> None:
    """Run a night that is killed soon after its first write."""
    with (nest.said / "killed.log").open("wb") as said:
        command = night_command(nest.company)
        night = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ)
        while night.poll() is None and not (nest.company.home / "store.sqlite").exists():
            time.sleep(0.02)
        time.sleep(1.0)
        night.send_signal(signal.SIGKILL)
        night.wait()
