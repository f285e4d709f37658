"""From text to windows: nothing lost, sentences whole, offsets into the text."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpora.sentences import sentence_spans
from models.encoded_story import EncodedStory
from models.tokens import MAX_SENTENCE_TOKENS, MAX_WINDOW_TOKENS, StoryEncoder
from tests.models.tiny import CUSTOMER_FAILED, CUSTOMER_WOW, EMPLOYEE_EXCUSE

LONG = " ".join([*CUSTOMER_FAILED, *CUSTOMER_WOW, *EMPLOYEE_EXCUSE] * 3)


@pytest.fixture(scope="module")
def encoder(base_encoder: Path) -> StoryEncoder:
    return StoryEncoder.from_file(base_encoder / "tokenizer.json")


def _words(story: EncodedStory) -> list[int]:
    """Token ids without specials, over all windows."""
    return [
        token
        for window in story.windows
        for token, sentence in zip(window.token_ids, window.token_sentence, strict=True)
        if sentence >= 0
    ]


def test_windows_together_hold_every_token_once_and_in_order(encoder: StoryEncoder) -> None:
    from tokenizers import Tokenizer

    (story,) = encoder.encode([LONG])

    plain: Tokenizer = encoder._tokenizer
    assert len(story.windows) > 1
    assert story.longest <= MAX_WINDOW_TOKENS
    assert _words(story) == plain.encode(LONG, add_special_tokens=False).ids


def test_a_sentence_is_never_cut_between_windows(encoder: StoryEncoder) -> None:
    (story,) = encoder.encode([LONG])

    held = [set(window.token_sentence) - {-1} for window in story.windows]

    assert all(not ours & theirs for ours, theirs in pairwise(held))
    assert story.sentences == len(sentence_spans(LONG))


def test_tokens_point_at_their_characters(encoder: StoryEncoder) -> None:
    text = "  Née\u00a0Müller 😀 waited. Twice!"

    (story,) = encoder.encode([text])

    found = [text[s:e] for s, e in zip(story.token_starts, story.token_ends, strict=True)]
    assert "".join(found) == "NéeMüller😀waited.Twice!"


def test_text_without_an_end_is_cut_into_pieces(encoder: StoryEncoder) -> None:
    # Unknown words: a token for each of their eight letters.
    (story,) = encoder.encode(["zqxjkvwq " * 200])

    sizes = [
        window.token_sentence.count(number)
        for window in story.windows
        for number in set(window.token_sentence) - {-1}
    ]
    assert max(sizes) == MAX_SENTENCE_TOKENS
    assert sum(sizes) == 1600


def test_a_small_window_cuts_sentences_to_its_room(base_encoder: Path) -> None:
    encoder = StoryEncoder.from_file(base_encoder / "tokenizer.json")
    narrow = StoryEncoder(encoder._tokenizer, max_window_tokens=32)

    (story,) = narrow.encode(["and then nobody called " * 30])

    assert story.longest <= 32
    assert len(_words(story)) == 120


@pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
def test_a_text_without_words_is_one_window_of_special_tokens(
    encoder: StoryEncoder, text: str
) -> None:
    (story,) = encoder.encode([text])

    assert [window.token_sentence for window in story.windows] == [[-1, -1]]
    assert story.sentences == 1
    assert story.token_places().shape == (0, 2)


def test_half_a_character_is_passed_over_and_moves_no_offset(encoder: StoryEncoder) -> None:
    (story,) = encoder.encode(["late \ud800 again"])

    assert (story.token_starts, story.token_ends) == ([0, 7], [4, 12])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("[CUSTOMER_4] met [CUSTOMER_2].", "[CUSTOMER_1] met [CUSTOMER_2]."),
        ("[PERSON_7] and [CUSTOMER_7]", "[PERSON_1] and [CUSTOMER_1]"),
        ("[ID_12] is [ID_12]", "[ID_1 ] is [ID_1 ]"),
    ],
)
def test_the_numbers_of_placeholders_count_from_one_as_they_come(
    encoder: StoryEncoder, text: str, same: str
) -> None:
    assert encoder.encode([text]) == encoder.encode([same])


def test_two_people_and_one_person_twice_are_told_apart(encoder: StoryEncoder) -> None:
    one, two = encoder.encode(["[PERSON_1] met [PERSON_1].", "[PERSON_1] met [PERSON_2]."])

    assert _words(one) != _words(two)


def test_the_tokens_around_a_text_are_the_ones_that_the_tokenizer_puts_there() -> None:
    """MPNet's vocabulary holds BERT's names as well, which its encoder has never seen."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.processors import BertProcessing

    names = ["<s>", "<pad>", "</s>", "<unk>", "[PAD]", "[CLS]", "[SEP]", "hello"]
    tokenizer = Tokenizer(WordLevel({name: at for at, name in enumerate(names)}, "<unk>"))
    tokenizer.post_processor = BertProcessing(("</s>", 2), ("<s>", 0))

    encoder = StoryEncoder(tokenizer)

    (story,) = encoder.encode(["hello"])
    assert list(story.windows[0].token_ids) == [0, 7, 2]
    assert encoder.pad_id == 1


def test_a_tokenizer_that_puts_nothing_around_a_text_is_refused() -> None:
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel

    with pytest.raises(ValueError, match="puts 0"):
        StoryEncoder(Tokenizer(WordLevel({"<bos>": 0})))
