"""From text to token ids: whole sentences packed into windows that the encoder can take.

Letters: B stories, W windows, T tokens, S sentences (all in one batch).
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.sentences import sentence_spans
from models.encoded_story import EncodedStory, Window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MAX_WINDOW_TOKENS = 384
"""Longest window, special tokens included; position tables of BERT encoders end at 512."""
MAX_SENTENCE_TOKENS = 96
"""A longer sentence is cut, so that attention over sentences has something to choose from."""
_PLACEHOLDER = re.compile(r"\[([A-Z_]+)_(\d+)\]")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character; no tokenizer takes it. U+FFFD stands in, and offsets stay as they are."""


class StoryEncoder:
    """Turn texts into `EncodedStory`; the same for training and inference.

    Raises ValueError when the tokenizer is not of BERT's or RoBERTa's kind.
    """

    def __init__(
        self, tokenizer: "Tokenizer", *, max_window_tokens: int = MAX_WINDOW_TOKENS
    ) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._first, self._last = _around(tokenizer)
        self.pad_id = _pad_id(tokenizer)
        self._room = max_window_tokens - 2

    @classmethod
    def from_file(cls, path: Path, max_window_tokens: int = MAX_WINDOW_TOKENS) -> "StoryEncoder":
        """Load from a `tokenizer.json`."""
        from tokenizers import Tokenizer

        return cls(Tokenizer.from_file(str(path)), max_window_tokens=max_window_tokens)

    def save_tokenizer(self, path: Path) -> None:
        """Write the `tokenizer.json` that `from_file` reads."""
        self._tokenizer.save(str(path))

    def encode(self, texts: Sequence[str]) -> list[EncodedStory]:
        """Encode each text; an empty text becomes a window of special tokens with one sentence."""
        whole = [_renumbered(_SURROGATE.sub("\ufffd", text)) for text in texts]
        encodings = self._tokenizer.encode_batch(whole, add_special_tokens=False)
        return [
            self._story(text, encoding.ids, encoding.offsets)
            for text, encoding in zip(whole, encodings, strict=True)
        ]

    def _story(self, text: str, ids: list[int], offsets: list[tuple[int, int]]) -> EncodedStory:
        pieces = _sentence_pieces(text, offsets, min(MAX_SENTENCE_TOKENS, self._room))
        windows: list[Window] = []
        token_ids, sentence_of = [self._first], [-1]
        for number, (begin, end) in enumerate(pieces):
            if len(token_ids) > 1 and len(token_ids) - 1 + end - begin > self._room:
                windows.append(Window([*token_ids, self._last], [*sentence_of, -1]))
                token_ids, sentence_of = [self._first], [-1]
            token_ids.extend(ids[begin:end])
            sentence_of.extend([number] * (end - begin))
        windows.append(Window([*token_ids, self._last], [*sentence_of, -1]))
        return EncodedStory(
            windows=windows,
            sentences=max(len(pieces), 1),
            token_starts=[start for start, _ in offsets],
            token_ends=[end for _, end in offsets],
        )


def _renumbered(text: str) -> str:
    """Number the placeholders of each type from 1 in the order in which they come.

    Which number a person got elsewhere in a record says nothing, and must change no tag; that two
    mentions are of one person does. The text keeps its length, and so every offset: a shorter
    number is followed by spaces, and those from 10 on stay 9 where there is room for one digit.
    """
    if "[" not in text:
        return text
    ranks: dict[str, dict[str, int]] = {}

    def again(found: re.Match[str]) -> str:
        kind, number = found.groups()
        of_kind = ranks.setdefault(kind, {})
        rank = min(of_kind.setdefault(number, len(of_kind) + 1), 10 ** len(number) - 1)
        return f"[{kind}_{rank:<{len(number)}}]"

    return _PLACEHOLDER.sub(again, text)


def _sentence_pieces(
    text: str, offsets: list[tuple[int, int]], longest: int
) -> list[tuple[int, int]]:
    """Cut the tokens at sentence ends, and every `longest` tokens: token index ranges."""
    bounds = [span.end for span in sentence_spans(text)]
    pieces: list[tuple[int, int]] = []
    begin, at = 0, 0
    for index, (start, _) in enumerate(offsets):
        while at < len(bounds) and start >= bounds[at]:
            at += 1
            if index > begin:
                pieces.append((begin, index))
                begin = index
        if index - begin >= longest:
            pieces.append((begin, index))
            begin = index
    if len(offsets) > begin:
        pieces.append((begin, len(offsets)))
    return pieces


def _around(tokenizer: "Tokenizer") -> tuple[int, int]:
    """Return the ids that the tokenizer itself puts before and after a text.

    Not by name: MPNet's vocabulary has `[CLS]` and `[SEP]` too, left over from BERT's, and the
    encoder has never seen them.
    """
    around = tokenizer.encode("").ids
    if len(around) != 2:
        raise ValueError(
            f"expected a tokenizer that puts one token before and one after a text, as BERT's and "
            f"RoBERTa's do; this one puts {len(around)}"
        )
    return around[0], around[1]


def _pad_id(tokenizer: "Tokenizer") -> int:
    """Return the id of padding: RoBERTa's name first, as MPNet's vocabulary has both."""
    for token in ("<pad>", "[PAD]"):
        found = tokenizer.token_to_id(token)
        if found is not None:
            return int(found)
    raise ValueError("the tokenizer has neither <pad> nor [PAD]; expected BERT's or RoBERTa's")
