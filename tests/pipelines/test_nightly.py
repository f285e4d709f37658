"""A night publishes what came in, once, and Prefect sees counts but no story."""

import json
import os
import subprocess
from pathlib import Path

import datasets  # type: ignore[import-untyped] # it ships no types
import pytest

from corpora.redaction import DEFAULT_POLICY, load_policy
from corpora.release import latest_release, read_release
from pipelines.redactors import current_redactor_version
from tests.conftest import Said, Storylode
from tests.pipelines.night_making import CANARY, LETTER, Company, make_company, night_command

RECORDS = 6


@pytest.fixture
def company(tmp_path: Path, untrained_checkpoint: Path, prefect_server: str) -> Company:
    return make_company(tmp_path / "company", untrained_checkpoint)


def counts_of(said: Said) -> dict[str, object]:
    assert said.exit_code == 0, said.err
    counts: dict[str, object] = json.loads(said.out)
    return counts


def texts(company: Company) -> list[str]:
    latest = latest_release(company.output / "tagged")
    assert latest is not None
    return sorted(tagged.story.text for tagged in read_release(latest))


def test_nights_add_what_is_new_and_nothing_else(
    storylode: Storylode, company: Company, tmp_path: Path
) -> None:
    command = ("nightly", "--config", company.config, "--json")

    first = counts_of(storylode(*command))
    told = storylode("nightly", "--config", company.config)
    second = counts_of(storylode(*command))
    (company.inbox / "note.txt").write_text(
        "On Sunday the driver waited in the rain until my son had found the right door.\n"
    )
    third = counts_of(storylode(*command))

    assert (first["read"], first["published"], first["rejected"]) == (RECORDS, RECORDS, {})
    assert first["rows"] == first["stories"] == first["tagged"]
    assert (second["read"], second["skipped"], second["tagged"]) == (RECORDS, RECORDS, 0)
    assert (second["dataset"], second["is_new"]) == (first["dataset"], False)
    assert (third["published"], third["skipped"], third["tagged"]) == (1, RECORDS, 1)
    assert third["rows"] == int(str(first["rows"])) + 1
    assert len(company.versions) == len({first["dataset"], third["dataset"]})
    assert told.exit_code == 0
    assert str(RECORDS) in told.out
    loaded = datasets.load_dataset(str(third["dataset"]), cache_dir=str(tmp_path / "cache"))
    assert sorted(loaded["train"]["text"]) == texts(company)
    assert (company.output / "summary.html").is_file()


def test_prefect_keeps_counts_but_no_word_of_a_story(
    storylode: Storylode, company: Company, prefect_home: Path
) -> None:
    # Imported late: Prefect reads its settings when it is first imported.
    from prefect.client.orchestration import get_client

    # One that fails, with what cannot be read in it, and one that does not.
    (company.inbox / "broken.jsonl").write_text(f'{{"text": ["{LETTER.strip()}"]}}\n' * 5)
    refused = storylode("nightly", "--config", company.config)
    (company.inbox / "broken.jsonl").unlink()
    company.config.write_text(company.config.read_text() + "max_rejected_share: 1.0\n")
    done = storylode("nightly", "--config", company.config, "--json")

    with get_client(sync_client=True) as client:
        shown = [str(artifact.data) for artifact in client.read_artifacts()]
    assert (refused.exit_code, done.exit_code) == (1, 0)
    assert [data for data in shown if '"rejected at": "read 5"' in data]
    assert [data for data in shown if str(json.loads(done.out)["dataset"]) in data]
    for path in prefect_home.rglob("*"):
        kept = path.read_bytes().lower() if path.is_file() else b""
        assert CANARY.encode() not in kept, path.name
        assert b"never forget that" not in kept, path.name


def test_of_two_nights_at_once_one_leaves_cleanly(company: Company) -> None:
    nights = [
        subprocess.Popen(
            night_command(company),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ,
        )
        for _ in range(2)
    ]

    ends = sorted((night.communicate(timeout=240), night.returncode) for night in nights)

    refused = [err for (_, err), code in ends if code == 1]
    assert sorted(code for _, code in ends) in ([0, 1], [0, 0])  # the second may begin late
    assert all("another night is at work" in err for err in refused)
    assert all(len(err.splitlines()) == 1 for err in refused), refused
    assert len(texts(company)) == len(set(texts(company))) >= RECORDS


def test_the_digest_of_the_policy_is_on_every_row_and_a_change_is_told(company: Company) -> None:
    policy = company.folder / "redaction.yaml"
    policy.write_text("types: {DATE: generalise}\n")
    changed = load_policy(policy)

    def night() -> str:
        command, env = night_command(company), os.environ
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stderr

    first = night()
    company.config.write_text(f"{company.config.read_text()}redaction: {{policy: '{policy}'}}\n")
    (company.inbox / "note.txt").write_text(
        "On 3 May 2024 the driver waited in the rain until my son had found the right door.\n"
    )
    second = night()

    latest = latest_release(company.output / "tagged")
    assert latest is not None
    stories = [tagged.story for tagged in read_release(latest)]
    after = [
        story for story in stories if story.redactor_version == current_redactor_version(changed)
    ]
    before = [
        story
        for story in stories
        if story.redactor_version == current_redactor_version(DEFAULT_POLICY)
    ]
    assert [story.text.split(" the driver")[0] for story in after] == ["On May 2024"]
    assert len(before) == len(stories) - 1
    assert "redacted by another version or policy" not in first
    assert f"{len(before)} stories were redacted by another version or policy" in second
    assert current_redactor_version(changed) in (latest / "README.md").read_text(encoding="utf-8")


def test_a_night_does_not_begin_with_a_wrong_policy(storylode: Storylode, company: Company) -> None:
    (company.folder / "redaction.yaml").write_text("types: {FAX: mask}\n")
    path = company.folder / "redaction.yaml"
    company.config.write_text(f"{company.config.read_text()}redaction: {{policy: '{path}'}}\n")

    said = storylode("nightly", "--config", company.config)

    assert said.exit_code == 2
    assert "redaction.yaml: types: 'FAX' is no type of personal data; known types:" in said.err
    assert not company.home.exists()
