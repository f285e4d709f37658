"""Leaks between splits are found again at the gate, and TF-IDF learns from train alone."""

from dataclasses import replace

import numpy as np

from models.gate_leaks import leaks
from models.gate_tfidf import tfidf_outcomes
from models.labels import LabelLayout
from models.splits import Splits, split_passages
from models.text_keys import learned_keys
from tests.models.tiny import CUSTOMER_FAILED, passages

PARTS = ("train", "train", "dev", "test")


def split_tiny() -> Splits:
    return split_passages(replace(p, split=PARTS[n % 4]) for n, p in enumerate(passages()))


def test_splits_of_ours_leak_nothing() -> None:
    assert leaks(split_tiny()) == {
        "test in train": 0,
        "test in dev": 0,
        "dev in train": 0,
        "test learned before": 0,
    }


def test_a_copy_and_a_group_on_two_sides_are_counted() -> None:
    splits = split_tiny()
    copy = replace(splits.test[0], text=splits.test[0].text.upper(), passage_id="c", group="c")
    member = replace(splits.dev[0], text="Quite another thing.", passage_id="m")

    found = leaks(replace(splits, train=(*splits.train, copy, member)))

    assert found == {
        "test in train": 1,
        "test in dev": 0,
        "dev in train": 1,
        "test learned before": 0,
    }


def test_what_a_checkpoint_learned_from_is_counted_in_the_test() -> None:
    splits = split_tiny()
    learned = learned_keys([*splits.test[:2], *splits.train])

    assert leaks(splits, learned)["test learned before"] == 2


def test_tfidf_tells_apart_what_a_word_tells_apart(layout: LabelLayout) -> None:
    draw = np.random.default_rng(2)
    moment = {"wow": "birthday", "failed": "broken"}
    rows = []
    for n in range(120):
        label = ("wow", "failed")[n % 2]
        words = [*draw.choice(CUSTOMER_FAILED[0].split(), 6), moment[label]]
        tags = replace(passages()[0].tags, labels={"moment": (label,)}, evidence=())
        rows.append(
            replace(
                passages()[0],
                text=" ".join(words),
                tags=tags,
                passage_id=str(n),
                group=str(n),
                split=PARTS[n // 2 % 4],
            )
        )
    learn, choose, judged = (
        tuple(row for row in rows if row.split == name) for name in ("train", "dev", "test")
    )
    splits = Splits(learn, choose, judged, 0)

    found = tfidf_outcomes(splits, layout)

    at = [layout.names().index(("moment", label)) for label in moment]
    assert (found.given[:, at] == found.gold[:, at]).all()
    assert found.chances.shape == (len(splits.test), layout.size)
    assert found.known[:, at].all()
    assert found.known.sum() == len(splits.test) * len(layout.taxonomy.facet("moment").labels)
