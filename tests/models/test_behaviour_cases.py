"""The behaviour suite's cases: enough of them, all different, the same in every process."""

import hashlib
import subprocess
import sys

import pytest

from corpora.taxonomy import load_taxonomy
from models.behaviour import Capability, capabilities

CAPABILITIES = capabilities()
DIGEST = """
import hashlib
from models.behaviour import capabilities
print(hashlib.sha256(repr(capabilities()).encode()).hexdigest())
"""
capability_of = pytest.mark.parametrize("capability", CAPABILITIES, ids=lambda c: c.name)


def test_there_are_at_least_32_capabilities_of_three_kinds_each_with_a_name_of_its_own() -> None:
    names = [capability.name for capability in CAPABILITIES]

    assert len(names) >= 32
    assert len(set(names)) == len(names)
    assert {c.kind for c in CAPABILITIES} == {"minimum", "invariance", "direction"}


@capability_of
def test_a_capability_has_50_distinct_cases_from_8_carriers(capability: Capability) -> None:
    distinct = {(case.text, case.variant) for case in capability.cases}

    assert len(distinct) == len(capability.cases) >= 50
    assert capability.carriers >= 8


@capability_of
def test_no_slot_stays_open_and_no_text_is_loose(capability: Capability) -> None:
    for case in capability.cases:
        for text in (case.text, case.variant):
            assert text == text.strip()
            assert not {"{", "}", "|", "//"} & set(text.split())
            assert "{" not in text
            assert "  " not in text


@capability_of
def test_every_claim_names_a_label_of_the_taxonomy(capability: Capability) -> None:
    taxonomy = load_taxonomy()

    for case in capability.cases:
        assert bool(case.claims) == (capability.kind != "invariance")
        for claim in case.claims:
            assert claim.label in taxonomy.facet(claim.facet).label_names


@capability_of
def test_only_invariance_and_direction_change_a_text(capability: Capability) -> None:
    for case in capability.cases:
        assert bool(case.variant) == (capability.kind != "minimum")
        assert case.variant != case.text


def test_every_excuse_has_a_capability_of_its_own() -> None:
    named = {c.name for c in CAPABILITIES}

    labels = load_taxonomy().facet("excuses").label_names
    assert {f"excuse: {label}" for label in labels} <= named


def test_no_case_is_claimed_in_two_ways() -> None:
    wanted: dict[tuple[str, str, str], bool] = {}

    for capability in CAPABILITIES:
        if capability.kind == "minimum":
            for case in capability.cases:
                for claim in case.claims:
                    key = (case.text, claim.facet, claim.label)
                    assert wanted.setdefault(key, claim.holds) == claim.holds, case.text


def test_another_process_makes_the_same_cases() -> None:
    # Another process has another hash seed, so that the order of sets would show.
    there = subprocess.run(
        [sys.executable, "-c", DIGEST], capture_output=True, text=True, check=True
    )

    assert there.stdout.strip() == hashlib.sha256(repr(capabilities()).encode()).hexdigest()


def test_no_contraction_of_the_seeds_is_left_when_they_are_written_out() -> None:
    (written,) = [c for c in CAPABILITIES if c.name == "contractions written out"]

    for case in written.cases:
        owned = case.variant.replace("mother's", "").replace("daughter's", "")
        assert "'" not in owned, case.variant
