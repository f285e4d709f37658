"""Settling finds that overlap: none of their characters is lost."""

from hypothesis import given
from hypothesis import strategies as st

from corpora.redaction.finds import Find, settle

_KINDS = st.sampled_from(["EMAIL", "PHONE", "ID", "PERSON", "URL", "ADDRESS"])
_FINDS = st.lists(
    st.builds(
        lambda start, length, kind: Find(start, start + length, kind, "key"),
        st.integers(0, 30),
        st.integers(1, 10),
        _KINDS,
    ),
    max_size=8,
)


def test_the_type_that_says_more_wins_and_takes_all_characters() -> None:
    url, digits = Find(0, 20, "URL", "a"), Find(12, 24, "ID", "b")

    assert settle([digits, url]) == [Find(0, 24, "URL", "a")]


@given(_FINDS)
def test_settled_finds_cover_the_same_characters_without_overlap(finds: list[Find]) -> None:
    settled = settle(finds)

    covered = [at for one in settled for at in range(one.start, one.end)]
    assert len(covered) == len(set(covered))
    assert set(covered) == {at for one in finds for at in range(one.start, one.end)}
    assert settled == sorted(settled)
