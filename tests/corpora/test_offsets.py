"""Offset maps: worked by hand, then against a character-by-character oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.offsets import Edit, OffsetMap, apply_edits
from corpora.story import Span


def test_a_span_after_a_replacement_is_shifted_back() -> None:
    text, offsets = apply_edits("Call Ann Lee today", [Edit(5, 12, "[PERSON_1]")])

    assert text == "Call [PERSON_1] today"
    assert offsets.to_input(16, 21) == Span(13, 18)
    assert offsets.to_output(13, 18) == Span(16, 21)


def test_a_span_that_touches_a_replacement_is_widened_to_the_whole_edit() -> None:
    _, offsets = apply_edits("Call Ann Lee today", [Edit(5, 12, "[PERSON_1]")])

    assert offsets.to_input(0, 8) == Span(0, 12)
    assert offsets.to_output(9, 18) == Span(5, 21)


def test_what_was_deleted_at_the_edge_of_a_span_is_left_out() -> None:
    text, offsets = apply_edits("a<b>bold</b>c", [Edit(1, 4, ""), Edit(8, 12, "")])

    assert text == "aboldc"
    assert offsets.to_input(1, 5) == Span(4, 8)
    assert offsets.to_input(0, 6) == Span(0, 13)
    assert offsets.to_output(1, 4) is None


def test_inserted_text_maps_to_its_neighbour() -> None:
    _, offsets = apply_edits("ab", [Edit(0, 0, "<<"), Edit(2, 2, ">>")])

    assert offsets.to_input(0, 2) == Span(0, 1)
    assert offsets.to_input(4, 6) == Span(1, 2)


def test_edits_side_by_side_keep_apart() -> None:
    text, offsets = apply_edits("abcd", [Edit(0, 2, "X"), Edit(2, 4, "YZ")])

    assert text == "XYZ"
    assert (offsets.to_input(0, 1), offsets.to_input(1, 2)) == (Span(0, 2), Span(2, 4))


def test_maps_compose() -> None:
    middle, first = apply_edits("a  b  c", [Edit(1, 3, " "), Edit(4, 6, " ")])
    _, second = apply_edits(middle, [Edit(2, 3, "bee")])

    both = first.then(second)

    assert both.to_input(2, 5) == Span(3, 4)
    assert both.to_input(5, 7) == Span(4, 7)
    assert both.to_output(6, 7) == Span(6, 7)


@pytest.mark.parametrize("span", [(0, 0), (-1, 1), (2, 4), (2, 1)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="0 <= start < end <= 3"):
        OffsetMap.identity(3).to_input(*span)


@pytest.mark.parametrize(
    "edits",
    [[Edit(0, 2, ""), Edit(1, 3, "")], [Edit(2, 3, ""), Edit(0, 1, "")], [Edit(3, 9, "")]],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edits must be in order"):
        apply_edits("abcd", edits)


def test_maps_of_different_texts_do_not_compose() -> None:
    with pytest.raises(ValueError, match="has 3"):
        OffsetMap.identity(3).then(OffsetMap.identity(4))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Draw a text and edits of it that replace, delete or leave, none of them empty."""
    text = draw(st.text("abc ", min_size=1, max_size=30))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=10)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [Edit(start, end, draw(st.text("XYZ", max_size=4))) for start, end in pairs]


@given(edited())
def test_every_output_span_covers_the_sources_of_its_characters(
    case: tuple[str, list[Edit]],
) -> None:
    text, edits = case
    output, offsets = apply_edits(text, edits)
    sources: list[tuple[int, int]] = []  # the oracle: one input span per output character
    done = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        sources += [(i, i + 1) for i in range(done, edit.start)]
        sources += [(edit.start, edit.end)] * len(edit.replacement)
        done = edit.end

    assert len(output) == len(sources) == offsets.output_length
    for start in range(len(output)):
        for end in range(start + 1, len(output) + 1):
            assert offsets.to_input(start, end) == Span(sources[start][0], sources[end - 1][1])


@given(edited(), st.data())
def test_what_survives_finds_its_way_back(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    _, offsets = apply_edits(text, edits)

    out = offsets.to_output(start, end)

    if out is not None and not any(e.start < end and start < e.end for e in edits):
        assert offsets.to_input(out.start, out.end) == Span(start, end)


@given(st.text(), st.data())
def test_no_edits_give_the_identity(text: str, data: st.DataObject) -> None:
    output, offsets = apply_edits(text, [])

    assert output == text
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assert offsets.to_input(start, end) == offsets.to_output(start, end) == Span(start, end)
