"""A small behaviour suite, and taggers that fail as much of it as a test asks for."""

from collections.abc import Iterable, Iterator

from corpora.story import Prediction, Tags
from corpora.taxonomy import load_taxonomy
from models.behaviour import Capability, Case, Tag
from models.behaviour.cases import given
from models.gate_behaviour import try_behaviour
from models.gate_behaviour_figures import Behaviour
from models.gate_settings import BehaviourConfig

POLICY = (given("excuses.policy"),)
CASES = 100
AS_SHIPPED = BehaviourConfig()


def suite() -> tuple[Capability, ...]:
    """One capability of each kind; the n-th case of a kind is about number n."""
    return (
        Capability(
            "policy is said",
            "minimum",
            tuple(Case("{n}", f"minimum {n}", claims=POLICY) for n in range(CASES)),
        ),
        Capability(
            "policy is added",
            "direction",
            tuple(
                Case("{n}", f"before {n}", f"direction {n}", claims=POLICY) for n in range(CASES)
            ),
        ),
        Capability(
            "numbers",
            "invariance",
            tuple(Case("{n}", f"same {n}", f"invariance {n}") for n in range(CASES)),
        ),
    )


def failing(**counts: int) -> Tag:
    """A tagger that fails the first so many cases of each kind that is named."""

    def chance(text: str) -> float:
        kind, _, number = text.partition(" ")
        is_failed = int(number) < counts.get(kind, 0)
        rest = {"minimum": 0.1 if is_failed else 0.9, "invariance": 0.9 if is_failed else 0.2}
        return rest.get(kind, 0.2) if kind != "direction" else 0.2 if is_failed else 0.4

    def tag(texts: Iterable[str]) -> Iterator[Prediction]:
        for text in texts:
            policy = chance(text)
            tags = Tags({"excuses": ("policy",) if policy >= 0.5 else ()})
            yield Prediction(tags, {"excuses": {"policy": policy}}, needs_review=False)

    return tag


def asked(
    challenger: Tag, champion: Tag | None, settings: BehaviourConfig = AS_SHIPPED
) -> Behaviour:
    """Ask both the whole small suite."""
    return try_behaviour(challenger, champion, load_taxonomy(), settings, suite)
