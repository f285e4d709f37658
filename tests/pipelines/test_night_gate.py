"""A broken source stops the night before anything is published, until it is mended."""

from pathlib import Path

import pytest

from corpora.release import latest_release
from tests.conftest import Storylode
from tests.pipelines.night_making import UNREADABLE, Company, make_company


@pytest.fixture
def company(tmp_path: Path, untrained_checkpoint: Path, prefect_server: str) -> Company:
    return make_company(tmp_path / "company", untrained_checkpoint)


def test_a_refusal_leaves_the_last_version_and_stands_until_the_file_is_mended(
    storylode: Storylode, company: Company
) -> None:
    command = ("nightly", "--config", company.config, "--json")
    assert storylode(*command).exit_code == 0
    before = latest_release(company.output / "tagged")
    broken = company.inbox / "form.jsonl"
    story = '{"text": "The nurse stayed with my father all night, because he was afraid."}\n'

    broken.write_text(UNREADABLE * 5 + story)
    refused = storylode(*command)
    again = storylode(*command)
    kept = latest_release(company.output / "tagged")
    broken.write_text(story)
    mended = storylode(*command)

    assert (refused.exit_code, refused.out) == (1, "")
    assert refused.err.startswith("storylode: source 'inbox': 5 of 6 new records rejected; ")
    assert len(refused.err.splitlines()) == 1
    assert (again.exit_code, again.err) == (1, refused.err)
    assert kept == before
    assert mended.exit_code == 0, mended.err
    assert latest_release(company.output / "tagged") != before


def test_a_few_unreadable_records_stop_nothing_and_are_counted(
    storylode: Storylode, company: Company
) -> None:
    (company.inbox / "form.jsonl").write_text(UNREADABLE * 2)

    said = storylode("nightly", "--config", company.config)

    assert said.exit_code == 0, said.err
    assert "rejected, read: text is not a string" in said.out
