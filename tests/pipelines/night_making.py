"""A small company's folder, and nights over it."""

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

SURVEY = [
    (
        "1",
        "2026-11-02",
        "The night porter found my grandmother's ring and drove it to the station.",
    ),
    (
        "2",
        "2026-11-03",
        "I was promised a call back on Monday. It is Friday now and nobody called.",
    ),
    ("3", "2026-11-04", "Great value, I would always recommend the breakfast to anyone."),
    (
        "4",
        "2026-11-05",
        "The lady at the desk said the rules are the rules and turned away from me.",
    ),
    ("5", "2026-11-06", "Room was clean, check-in took two minutes, all as it should be really."),
]
LETTER = (
    "Last week my luggage was lost between two flights. The man at the counter, Tobias Quillfeather"
    ", stayed an hour after his shift, called the other airport himself and had it sent to my "
    "hotel before the wedding. I will never forget that.\n"
)
CANARY = "quillfeather"
"""A name that the redactor takes out; in lower case."""
UNREADABLE = '{"text": 4711}\n'


@dataclass(frozen=True, slots=True)
class Company:
    """Where its nights read and write; the paths of its configuration are absolute."""

    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def config(self) -> Path:
        return self.folder / "nightly.yaml"

    @property
    def output(self) -> Path:
        return self.folder / "out"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def versions(self) -> list[str]:
        return sorted(path.name for path in (self.output / "tagged").glob("v-*"))


def make_company(folder: Path, checkpoint: Path) -> Company:
    """Write an inbox of six records and a configuration with one collection."""
    company = Company(folder)
    company.inbox.mkdir(parents=True)
    lines = [",".join((number, day, f'"{text}"')) for number, day, text in SURVEY]
    (company.inbox / "survey.csv").write_text("\n".join(["id,created_at,text", *lines]) + "\n")
    (company.inbox / "letter.txt").write_text(LETTER)
    collection = {"title": "All", "purpose": "To see them.", "where": {"narrative": ["story"]}}
    (folder / "all.yaml").write_text(yaml.safe_dump(collection | {"undated": "include"}))
    settings = {
        "sources": [{"name": "inbox", "path": str(company.inbox)}],
        "home": str(company.home),
        "output": str(company.output),
        "checkpoint": str(checkpoint),
        "collections": [str(folder / "all.yaml")],
        "min_rejected": 3,
    }
    company.config.write_text(yaml.safe_dump(settings))
    return company


def night_command(company: Company) -> list[str]:
    """Return the command of a night in a process of its own."""
    return [sys.executable, "-m", "pipelines.cli", "nightly", "--config", str(company.config)]
