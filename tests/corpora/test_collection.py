"""Collection files: what is accepted, and what a wrong one is told."""

from pathlib import Path

import pytest

from corpora.collection import load_collection
from corpora.errors import ConfigError
from corpora.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
SHIPPED = sorted((Path(__file__).parents[2] / "configs" / "collections").glob("*.yaml"))


def _written(folder: Path, more: str) -> Path:
    path = folder / "mine.yaml"
    path.write_text(f"title: Mine\npurpose: To try.\n{more}", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_collection_fits_the_shipped_taxonomy(path: Path) -> None:
    assert load_collection(path, TAXONOMY).name == path.stem


def test_an_unknown_label_names_the_file_the_key_and_the_known_labels(tmp_path: Path) -> None:
    path = _written(tmp_path, "where: {moment: [wov]}\n")

    with pytest.raises(ConfigError) as caught:
        load_collection(path, TAXONOMY)

    assert str(caught.value) == (
        f"{path}: where.moment: unknown label 'wov'; known labels: wow, met, failed, none"
    )


def test_every_unknown_name_is_told_at_once(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        "where: {mood: [happy], moment: [wow]}\nmin_probability_of: {moment.wov: 0.7}\n"
        "group_by: themes\n",
    )

    with pytest.raises(ConfigError) as caught:
        load_collection(path, TAXONOMY)

    message = str(caught.value)
    assert "where: unknown facet 'mood'; known facets: narrative" in message
    assert "min_probability_of: unknown label 'wov' in 'moment.wov'" in message
    assert "group_by: unknown facet 'themes'" in message


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("where: {moment: [wow]}\nlimits: 3\n", "limits: Extra inputs are not permitted"),
        ("where: {moment: []}\n", "where.moment: "),
        ("where: {moment: [wow]}\nper_source: 1.5\n", "per_source"),
        ("where: {moment: [wow]}\nper_group: 2\n", "per_group: needs group_by"),
        ("where: {moment: [wow]\n", "not YAML (line "),
    ],
)
def test_a_wrong_file_is_refused_with_its_key(tmp_path: Path, more: str, told: str) -> None:
    with pytest.raises(ConfigError, match=r"mine\.yaml") as caught:
        load_collection(_written(tmp_path, more), TAXONOMY)

    assert told in str(caught.value)


def test_a_missing_file_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.yaml: cannot be read"):
        load_collection(tmp_path / "none.yaml", TAXONOMY)


@pytest.mark.parametrize(("per_source", "count"), [("3", 3), ("0.25", 5), ("0.01", 1), ("1.0", 20)])
def test_per_source_is_a_count_or_a_share_of_the_limit(
    tmp_path: Path, per_source: str, count: int
) -> None:
    path = _written(tmp_path, f"where: {{moment: [wow]}}\nlimit: 20\nper_source: {per_source}\n")

    assert load_collection(path, TAXONOMY).asks.per_source_count == count
