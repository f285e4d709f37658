"""How the behaviour suite makes its cases: carriers and fillers, typos, contractions."""

import pytest

from models.behaviour.cases import given
from models.behaviour.edits import expanded, mistyped, with_typos
from models.behaviour.making import direction_cases, fillings, labelled, listed, slots


def test_a_block_is_read_into_carriers_and_line_breaks() -> None:
    block = """
- One carrier that
  goes on.
- Customer: Hi. // Agent: Hi.
"""

    assert listed(block) == ("One carrier that goes on.", "Customer: Hi.\nAgent: Hi.")


def test_slots_are_found_once_whatever_their_case() -> None:
    assert slots("{Who} gave {who} the {thing}.") == ("who", "thing")


def test_fillings_move_through_the_fillers_and_capitalise() -> None:
    made = fillings(["{Who} saw {what}."], {"who": ["he", "she"], "what": ["it", "us", "me"]}, 3)

    # Slot p of carrier n starts n * (p + 1) on; the first carrier starts at nought.
    assert [text for _, text in made] == ["He saw it.", "She saw us.", "He saw me."]


def test_fillings_that_would_repeat_are_left_out() -> None:
    assert fillings(["{Who} left."], {"who": ["he"]}, 3) == [("{Who} left.", "He left.")]


def test_typos_hit_as_many_long_words_as_asked_and_nothing_else() -> None:
    text = "The kettle arrived broken and nobody at the counter would listen."

    typed = with_typos(text, 3)

    changed = [w for w, t in zip(text.split(), typed.split(), strict=True) if w != t]
    assert len(changed) == 3
    assert all(len(word.strip(".")) >= 5 for word in changed)
    assert with_typos(text, 3) == typed


@pytest.mark.parametrize("word", ["kettle", "arrived", "nobody", "counter", "listen", "apple"])
def test_a_mistyped_word_keeps_its_first_letter_and_length_within_one(word: str) -> None:
    typed = mistyped(word)

    assert typed != word
    assert typed[0] == word[0]
    assert len(word) - len(typed) in (0, 1)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("I can't and won't.", "I cannot and will not."),
        ("It didn't, it's late, I've left.", "It did not, it is late, I have left."),
        ("They'd sent it. I'd buy it.", "They had sent it. I would buy it."),
        ("That's mine; we'll see, they're here.", "That is mine; we will see, they are here."),
    ],
)
def test_contractions_are_written_out(short: str, long: str) -> None:
    assert expanded(short) == long


def test_an_added_sentence_follows_its_base() -> None:
    cases = direction_cases([given("moment.wow")], ["One.", "Two."], ["Up!", "Yes!"], 1)

    # The n-th base begins with the n-th addition.
    assert [(c.text, c.variant) for c in cases] == [("One.", "One. Up!"), ("Two.", "Two. Yes!")]


def test_the_reason_decides_the_label_that_is_claimed() -> None:
    reasons = {"policy": ["it was the rule"], "budget": ["there was no money"]}

    made = labelled("said", "excuses", ["They say {reason}."], reasons, per_label=1)

    assert [(case.text, str(case.claims[0])) for case in made.cases] == [
        ("They say it was the rule.", "excuses.policy"),
        ("They say there was no money.", "excuses.budget"),
    ]
