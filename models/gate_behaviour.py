"""Does a challenger do what the behaviour suite asks? One check per kind of case.

The marks are far: while the champion itself misses one, a challenger need only be no worse.
"""

from collections.abc import Callable, Sequence

from corpora.taxonomy import Taxonomy
from models.behaviour import Capability, Tag, capabilities, fitting, run, thinned
from models.gate_behaviour_figures import Behaviour, KindFigure
from models.gate_checks import Check
from models.gate_settings import BehaviourConfig

_MEANS = {
    "minimum": "of the cases are tagged as they must be",
    "direction": "of the cases move as they must",
    "invariance": "of the cases flip a tag",
}


def try_behaviour(
    challenger: Tag,
    champion: Tag | None,
    taxonomy: Taxonomy,
    settings: BehaviourConfig,
    suite: Callable[[], Sequence[Capability]] = capabilities,
) -> Behaviour:
    """Ask both every case that fits the taxonomy, in one pass over the distinct texts each."""
    if not settings.is_on:
        return Behaviour(settings)
    asked = thinned(fitting(suite(), taxonomy), settings.cases_per_capability)
    before = None if champion is None else run(champion, asked)
    return Behaviour(settings, run(challenger, asked), before)


def behaviour_checks(found: Behaviour) -> tuple[Check, ...]:
    """Judge kind by kind; where the suite is turned off, the one check says so."""
    if not found.settings.is_on:
        said = "turned off (gate.behaviour.is_on: false); no case was asked"
        return (Check("behaviour", passed=True, detail=said),)
    return tuple(
        Check(
            f"behaviour, {figure.kind}",
            passed=figure.verdict != "missed",
            detail=_detail(figure, found.settings),
        )
        for figure in found.kinds()
    )


def _detail(figure: KindFigure, settings: BehaviourConfig) -> str:
    said = f"{figure.challenger:.2%} {_MEANS[figure.kind]}"
    if figure.verdict == "reached":
        return f"{said}; the mark is {figure.mark:.2%}"
    said = f"{said}, which misses the mark of {figure.mark:.2%}"
    if figure.champion is None:
        said = f"{said}; there is no champion of this taxonomy to be no worse than"
        return said if settings.strict else f"{said}, so it is let pass"
    if figure.is_reached_by(figure.champion):
        return f"{said}; the champion reaches it with {figure.champion:.2%}"
    said = f"{said}; the champion misses it too, with {figure.champion:.2%}"
    if settings.strict:
        return f"{said}, but gate.behaviour.strict takes the mark as it is"
    return f"{said}; up to {100 * settings.max_loss:.1f} points worse than that " + (
        "is let pass" if figure.verdict == "no worse" else "would be let pass"
    )
