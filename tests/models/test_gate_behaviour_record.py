"""What the decision record keeps of the behaviour suite."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora.story import Prediction
from corpora.taxonomy import Taxonomy
from models.behaviour import capabilities
from models.gate import judge
from models.gate_behaviour import behaviour_checks
from models.gate_settings import BehaviourConfig, GateConfig
from models.labels import LabelLayout
from models.retraining_judgement import Contest, judge_challenger
from models.splits import Splits
from tests.models.behaviour_making import CASES, asked, failing
from tests.models.gate_making import held_out, tagger
from tests.models.tiny import passages


def test_turned_off_nothing_is_asked_and_the_record_says_so(layout: LabelLayout) -> None:
    def never(texts: Iterable[str]) -> Iterator[Prediction]:
        raise AssertionError("a text was tagged")

    found = asked(never, never, BehaviourConfig(is_on=False))
    same = tagger(layout)
    decision = judge(held_out(layout, same, same), GateConfig(), behaviour_checks(found))

    assert decision.is_promoted
    assert decision.figures["checks"] == [
        {
            "name": "behaviour",
            "passed": True,
            "detail": "turned off (gate.behaviour.is_on: false); no case was asked",
        }
    ]
    assert found.as_json() == found.brief_json() == {"is_on": False}


def test_the_record_has_every_kind_and_capability_of_both() -> None:
    content = asked(failing(minimum=20, invariance=1), failing(minimum=22, invariance=4)).as_json()

    assert json.loads(json.dumps(content)) == content
    kinds, capabilities = content["kinds"], content["capabilities"]
    assert isinstance(kinds, list)
    assert isinstance(capabilities, list)
    assert kinds[0] == {
        "kind": "minimum",
        "mark": 0.95,
        "challenger": 0.8,
        "champion": 0.78,
        "verdict": "no worse",
    }
    assert capabilities[-1] == {
        "name": "numbers",
        "kind": "invariance",
        "cases": CASES,
        "challenger_failures": 1,
        "champion_failures": 4,
    }
    assert len(capabilities) == 3


def test_the_worst_capabilities_come_first_and_those_without_fault_not_at_all() -> None:
    worst = asked(failing(minimum=2, direction=9), failing()).brief_json()["worst"]

    assert isinstance(worst, list)
    assert [row["name"] for row in worst] == ["policy is added", "policy is said"]


def test_the_behaviour_of_both_stands_in_the_record(
    taxonomy: Taxonomy, tiny_checkpoint: Path, untrained_checkpoint: Path
) -> None:
    own = tuple(passages())
    splits = Splits(own[:16], own[16:20], own[20:], 0)
    gate = GateConfig(behaviour=BehaviourConfig(cases_per_capability=2))

    judgement = judge_challenger(
        Contest(untrained_checkpoint, tiny_checkpoint), splits, taxonomy, gate
    )

    behaviour = judgement.as_json()["behaviour"]
    assert isinstance(behaviour, dict)
    assert [row["kind"] for row in behaviour["kinds"]] == ["minimum", "direction", "invariance"]
    assert [row["name"] for row in behaviour["capabilities"]] == [c.name for c in capabilities()]
    failures = [row["champion_failures"] for row in behaviour["capabilities"]]
    assert all(0 <= count <= 2 for count in failures)
    # It has learned from 24 sentences only, and so cannot be right throughout.
    assert sum(failures) > 0
    checks = judgement.decision.figures["checks"]
    assert isinstance(checks, list)
    assert [c["name"] for c in checks if c["name"].startswith("behaviour")] == [
        f"behaviour, {kind}" for kind in ("minimum", "direction", "invariance")
    ]
