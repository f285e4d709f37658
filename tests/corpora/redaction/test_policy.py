"""What a policy file may say, and what is said of one that is wrong."""

from pathlib import Path

import pytest

from corpora.errors import ConfigError
from corpora.redaction import REDACTOR_VERSION, RedactionPolicy, load_policy, redactor_version
from corpora.redaction.placeholders import PLACEHOLDER
from corpora.redaction.policy import ALLOWED, SHIPPED_POLICY


def written(folder: Path, content: str) -> Path:
    path = folder / "redaction.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_shipped_file_says_what_holds_without_one() -> None:
    shipped = load_policy(SHIPPED_POLICY)

    assert shipped == RedactionPolicy()
    assert shipped.digest == RedactionPolicy().digest
    assert all(f"\n  {kind}: " in SHIPPED_POLICY.read_text(encoding="utf-8") for kind in ALLOWED)


def test_every_placeholder_has_a_line_in_the_policy_and_is_masked_without_one() -> None:
    kinds = PLACEHOLDER.pattern.split("(")[1].split(")")[0].split("|")

    assert {*kinds, "DATE"} == set(ALLOWED)
    assert {RedactionPolicy().action(kind) for kind in kinds} == {"mask"}


def test_a_type_that_is_left_out_is_masked(tmp_path: Path) -> None:
    policy = load_policy(written(tmp_path, "types: {EMPLOYEE: keep}"))

    assert (policy.action("EMPLOYEE"), policy.action("CUSTOMER")) == ("keep", "mask")
    assert policy.action("A_TYPE_OF_TOMORROW") == "mask"


def test_the_digest_is_of_what_is_done_not_of_how_it_is_written(tmp_path: Path) -> None:
    default = RedactionPolicy()
    reordered = load_policy(written(tmp_path, "# none\ntypes: {PLATE: mask, EMAIL: mask}"))
    changed = RedactionPolicy(types={"PHONE": "keep"})
    renamed = RedactionPolicy(version="2")

    assert reordered.digest == default.digest
    assert len({default.digest, changed.digest, renamed.digest}) == 3
    assert len(default.digest) == 12


def test_the_version_on_a_row_tells_rules_and_policy() -> None:
    policy = RedactionPolicy(types={"PHONE": "keep"})

    assert redactor_version(policy) == f"{REDACTOR_VERSION}+rules+policy-{policy.digest}"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("types: {PHONE: generalise}", "PHONE is 'generalise', but may only be mask or keep"),
        ("types: {DATE: mask}", "DATE is 'mask', but may only be keep or generalise"),
        ("types: {EMAIL: no}", "EMAIL is 'False', but may only be mask or keep"),
        ("types: {EMAIL: [mask]}", r"EMAIL is '\['mask'\]', but may only be mask or keep"),
        ("types: {FAX: mask}", "'FAX' is no type of personal data; known types: CUSTOMER, EMPL"),
        ("types: {FAX: mask, CARD: burn}", "'FAX' is no type.*CARD is 'burn'"),
        ("types: [PHONE]", "types: got list, expected one line per type, e.g. 'PHONE: mask'"),
        ("types:\n", "types: got NoneType, expected one line per type"),
        ("kinds: {}", "kinds: Extra inputs are not permitted"),
        ("version: 2", "version: Input should be a valid string"),
        ("", "file: Input should be a valid dictionary"),
        ("types: {ID: mask\nversion: '1'", r"not YAML \(line 2\)"),
        (
            "types:\n  ID: mask\n  IP: mask\n  ID: keep\n",
            "'ID' stands in line 2 and again in line 4",
        ),
    ],
)
def test_a_wrong_policy_is_told_with_its_file_and_what_is_allowed(
    tmp_path: Path, content: str, told: str
) -> None:
    path = written(tmp_path, content)

    with pytest.raises(ConfigError, match=told) as caught:
        load_policy(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_policy_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"version: 'caf\xe9'")

    with pytest.raises(ConfigError, match=r"gone\.yaml: cannot be read"):
        load_policy(tmp_path / "gone.yaml")
    with pytest.raises(ConfigError, match=r"latin\.yaml: not UTF-8"):
        load_policy(tmp_path / "latin.yaml")
