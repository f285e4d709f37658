"""Going on from a champion: its very weights, a mixture that ranks best, nothing learned judged."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from corpora.errors import CheckpointError
from corpora.labelled import LabelledPassage
from corpora.taxonomy import Taxonomy
from models.inference import Tagger
from models.retraining import train_challenger
from models.splits import Splits, split_passages
from models.text_keys import learned_from, learned_keys, text_key
from models.training import EpochReport
from models.training_config import TrainingConfig
from models.warm_start import SHARES, champion_tagger, mix, weights_of
from tests.models.tiny import passages


@pytest.fixture
def splits() -> Splits:
    tiny = passages()
    return Splits(tuple(tiny[:16]), tuple(tiny[16:20]), tuple(tiny[20:]), 0)


@pytest.fixture
def going_on(training_config: TrainingConfig) -> TrainingConfig:
    return training_config.model_copy(update={"start_from": "champion", "epochs": 1})


def test_training_starts_from_the_very_weights_of_the_champion(
    tiny_checkpoint: Path,
    taxonomy: Taxonomy,
    going_on: TrainingConfig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("models.weights.computes_in_bf16", lambda: True)
    config = going_on.model_copy(update={"dropout": 0.4})
    tagger = champion_tagger(tiny_checkpoint, taxonomy, config)

    on_disk = load_file(tiny_checkpoint / "model.safetensors")
    for name, tensor in on_disk.items():
        assert torch.equal(tagger.network.state_dict()[name], tensor.float()), name
    assert all(p.requires_grad for p in tagger.network.parameters())
    assert tagger.network.dropout.p == 0.4


def test_a_challenger_that_goes_on_says_from_whom_and_how_much_of_it_is_new(
    tiny_checkpoint: Path,
    taxonomy: Taxonomy,
    going_on: TrainingConfig,
    splits: Splits,
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    version = train_challenger(going_on, splits, taxonomy, first, champion=tiny_checkpoint)
    fewer = replace(splits, train=splits.train[4:])
    train_challenger(going_on, fewer, taxonomy, second, champion=first)

    metrics = json.loads((second / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["mixture"]["champion"] == version
    assert metrics["mixture"]["share"] in SHARES
    assert set(map(float, metrics["mixture"]["rankings"])) == set(SHARES)
    assert f"Trained on from {version};" in (second / "README.md").read_text(encoding="utf-8")
    assert learned_from(second) == {text_key(p.text) for p in splits.train}
    model = json.loads((second / "model.json").read_text(encoding="utf-8"))
    assert model["base_encoder"] == "tiny-bert"


def test_a_training_that_was_cut_off_goes_on_to_the_same_challenger(
    tiny_checkpoint: Path,
    taxonomy: Taxonomy,
    going_on: TrainingConfig,
    splits: Splits,
    tmp_path: Path,
) -> None:
    config = going_on.model_copy(update={"epochs": 2})
    state = tmp_path / "state.safetensors"

    def stop(report: EpochReport) -> None:
        raise KeyboardInterrupt

    whole = train_challenger(config, splits, taxonomy, tmp_path / "whole", champion=tiny_checkpoint)
    with pytest.raises(KeyboardInterrupt):
        train_challenger(
            config, splits, taxonomy, tmp_path / "cut", stop, state=state, champion=tiny_checkpoint
        )
    gone_on = train_challenger(
        config, splits, taxonomy, tmp_path / "cut", state=state, champion=tiny_checkpoint
    )

    assert state.exists()
    assert gone_on == whole


def test_there_must_be_a_champion_to_go_on_from(
    taxonomy: Taxonomy, going_on: TrainingConfig, splits: Splits, tmp_path: Path
) -> None:
    with pytest.raises(CheckpointError, match="needs a champion to go on from"):
        train_challenger(going_on, splits, taxonomy, tmp_path / "none")


def test_a_recipe_that_begins_anew_does_not_touch_the_champion(
    tmp_path: Path, taxonomy: Taxonomy, training_config: TrainingConfig, splits: Splits
) -> None:
    config = training_config.model_copy(update={"epochs": 1})
    anew = train_challenger(config, splits, taxonomy, tmp_path / "anew")
    beside = train_challenger(
        config, splits, taxonomy, tmp_path / "beside", champion=tmp_path / "nothing"
    )

    assert anew == beside
    metrics = json.loads((tmp_path / "anew" / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["mixture"] is None


def test_the_mixture_that_ranks_best_is_kept(untrained: Tagger) -> None:
    start = {name: torch.zeros_like(tensor) for name, tensor in weights_of(untrained).items()}
    trained = weights_of(untrained)
    asked: list[Tagger] = []

    def likes_half(tagger: Tagger) -> float:
        asked.append(tagger)
        now = tagger.network.state_dict()["whole.weight"]
        return -float((now - trained["whole.weight"] / 2).abs().sum())

    mixture = mix(untrained, start, "older", likes_half)

    assert len(asked) == len(SHARES)
    assert mixture.share == 0.5
    assert max(mixture.rankings, key=lambda share: mixture.rankings[share]) == 0.5
    for name, tensor in untrained.network.state_dict().items():
        if tensor.is_floating_point():
            assert torch.allclose(tensor, trained[name] / 2), name


def test_where_all_shares_rank_alike_the_most_trained_is_kept(untrained: Tagger) -> None:
    before = weights_of(untrained)

    mixture = mix(untrained, before, "older", lambda tagger: 0.5)

    assert mixture.share == 1.0


def test_a_champion_of_another_taxonomy_says_how_to_begin_anew(
    tiny_checkpoint: Path, taxonomy: Taxonomy, going_on: TrainingConfig
) -> None:
    with pytest.raises(CheckpointError, match="set `start_from: base`"):
        champion_tagger(tiny_checkpoint, replace(taxonomy, version="next"), going_on)


def test_what_the_champion_learned_from_never_judges() -> None:
    tiny = passages()
    learned = frozenset(learned_keys([replace(p, text=p.text.upper() + " !") for p in tiny]))

    with_all = split_passages(_learned_and_new())
    without = split_passages(_learned_and_new(), learned)

    assert without.learned_before == len(with_all.dev) + len(with_all.test) - 2
    assert {p.text for p in (*without.dev, *without.test)} == {"dev new", "test new"}
    assert without.train == with_all.train


def test_a_group_of_which_the_champion_learned_a_part_is_learned_from_again() -> None:
    tiny = passages()
    groups = [replace(p, group=f"g{n // 2}", split="") for n, p in enumerate(tiny * 4)]
    rows = [
        replace(p, passage_id=str(n), text=" ".join(f"{n}-{word}" for word in range(8)))
        for n, p in enumerate(groups)
    ]
    before = split_passages(rows)
    named = before.test[0].group
    learned = learned_keys([next(p for p in rows if p.group == named)])

    after = split_passages(rows, learned)

    assert {p.group for p in after.test} == {p.group for p in before.test} - {named}
    assert len(after.train) == len(before.train) + 2
    assert after.learned_before == 0
    assert len([*after.train, *after.dev, *after.test]) == len(rows)


def _learned_and_new() -> list[LabelledPassage]:
    tiny = passages()
    parts = ("train", "dev", "test")
    rows = [replace(p, split=parts[n % 3], group=p.passage_id) for n, p in enumerate(tiny)]
    new = [
        replace(tiny[0], passage_id=f"new-{part}", text=f"{part} new", split=part, group=part)
        for part in ("dev", "test")
    ]
    return [*rows, *new]


def test_a_key_tells_no_word_and_an_older_checkpoint_says_nothing(
    tiny_checkpoint: Path, tmp_path: Path
) -> None:
    keys = learned_keys(passages()[:3], ["ffff"])

    assert len(keys) == 4
    assert all(len(key) <= 16 and int(key, 16) >= 0 for key in keys)
    assert learned_from(tiny_checkpoint) == frozenset()
    (tmp_path / "metrics.json").write_text("[", encoding="utf-8")
    with pytest.raises(CheckpointError, match=r"metrics.json: not readable"):
        learned_from(tmp_path)
