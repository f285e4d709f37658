"""Follow characters through changes of a text: from the changed text back to the original.

A function that changes a text says so as edits; `apply_edits` makes the new text and the map.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpora.story import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in the place of `text[start:end]`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The places of the edits on one side (before or after), in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One round of edits: the same blocks as they lie in its input and in its output."""

    before: _Blocks
    after: _Blocks


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of an output come from in its input. Rounds of edits are kept as layers.

    A span that begins or ends inside a replacement is widened to the whole edit: which of the
    replaced characters made which of the new ones is not known.
    """

    input_length: int
    output_length: int
    _layers: tuple[_Layer, ...] = ()

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """Return the map of a text of `length` characters that did not change."""
        return cls(length, length)

    def to_input(self, start: int, end: int) -> Span:
        """Return the input span that the output span `[start, end)` was made from.

        Text deleted at its very edges does not count. A span of inserted text alone gets the
        input character before it, or after it at the beginning. Raises ValueError when the span is
        empty, lies outside the output, or the input is empty.
        """
        _check_span(start, end, self.output_length)
        if self.input_length == 0:
            raise ValueError("the input is empty: all of the output was inserted")
        for layer in reversed(self._layers):
            start, end = _carry(start, end, layer.after, layer.before)
            if start == end:
                start, end = (start - 1, start) if start else (0, 1)
        return Span(start, end)

    def to_output(self, start: int, end: int) -> Span | None:
        """Return what became of the input span `[start, end)`; None where it was deleted.

        Raises ValueError when the span is empty or lies outside the input.
        """
        _check_span(start, end, self.input_length)
        for layer in self._layers:
            start, end = _carry(start, end, layer.before, layer.after)
            if start == end:
                return None
        return Span(start, end)

    def then(self, later: "OffsetMap") -> "OffsetMap":
        """Return the map of this change followed by `later`, whose input is this one's output.

        Raises ValueError when the lengths show that it is not.
        """
        if later.input_length != self.output_length:
            raise ValueError(
                f"the later map is of a text of {later.input_length} characters, "
                f"but this one's output has {self.output_length}"
            )
        return OffsetMap(self.input_length, later.output_length, self._layers + later._layers)


def apply_edits(text: str, edits: Sequence[Edit]) -> tuple[str, OffsetMap]:
    """Return the edited text and the map back to `text`. No edits give `text` itself.

    Raises ValueError when edits overlap, are not in order, or leave the text.
    """
    if not edits:
        return text, OffsetMap.identity(len(text))
    starts = tuple(edit.start for edit in edits)
    ends = tuple(edit.end for edit in edits)
    _check_edits(starts, ends, len(text))
    grown = [len(edit.replacement) - (edit.end - edit.start) for edit in edits]
    shifts = list(accumulate(grown, initial=0))
    after = _Blocks(
        starts=tuple(start + shift for start, shift in zip(starts, shifts, strict=False)),
        ends=tuple(end + shift for end, shift in zip(ends, shifts[1:], strict=True)),
    )
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.replacement)
        done = edit.end
    parts.append(text[done:])
    layer = _Layer(_Blocks(starts, ends), after)
    return "".join(parts), OffsetMap(len(text), len(text) + shifts[-1], (layer,))


def _carry(start: int, end: int, source: _Blocks, target: _Blocks) -> tuple[int, int]:
    """Carry a span from one side of a layer to the other; empty on the other side: start == end."""
    first = bisect_right(source.starts, start) - 1  # the last block that begins at or before start
    if first >= 0:
        inside = start < source.ends[first]
        start = target.starts[first] if inside else target.ends[first] + start - source.ends[first]
    last = bisect_left(source.starts, end) - 1  # the last block that begins before end
    if last >= 0:
        end = target.ends[last] + max(0, end - source.ends[last])
    return start, end


def _check_span(start: int, end: int, length: int) -> None:
    if not 0 <= start < end <= length:
        raise ValueError(
            f"a span of this text needs 0 <= start < end <= {length}, got {start, end}"
        )


def _check_edits(starts: tuple[int, ...], ends: tuple[int, ...], length: int) -> None:
    bounds = [0, *(bound for pair in zip(starts, ends, strict=True) for bound in pair), length]
    for number, (bound, following) in enumerate(pairwise(bounds)):
        if bound > following:
            raise ValueError(
                f"edits must be in order, apart, and inside the text of {length} characters; "
                f"edit {min(number // 2, len(starts) - 1)} is not ({following} after {bound})"
            )
