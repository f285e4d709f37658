"""What challenger and champion did on the behaviour suite, as figures for gate and record."""

from dataclasses import dataclass
from typing import Literal

from models.behaviour import Kind, Result, Summary, summary
from models.gate_settings import BehaviourConfig

KINDS: tuple[Kind, ...] = ("minimum", "direction", "invariance")
WORST = 5
"""Capabilities that are named where there is no room for all."""
Verdict = Literal["reached", "no worse", "alone", "missed"]
_SLACK = 1e-9  # what the rounding of means may add up to


@dataclass(frozen=True, slots=True)
class KindFigure:
    """One kind of case: a mean over its capabilities, 0..1; of invariance the share that flips."""

    kind: Kind
    mark: float
    challenger: float
    champion: float | None
    """None where there is no champion that the cases could be asked of."""
    verdict: Verdict
    """`no worse`: the mark is missed, but by the champion too, and not much further; `alone`: it
    is missed, and there is no champion to be worse than."""

    def is_reached_by(self, share: float) -> bool:
        """Tell whether a share is at the mark or better."""
        return _loss(self.kind, self.mark, share) <= _SLACK

    def as_json(self) -> dict[str, object]:
        """Return plain numbers for the decision record."""
        return {
            "kind": self.kind,
            "mark": self.mark,
            "challenger": round(self.challenger, 4),
            "champion": None if self.champion is None else round(self.champion, 4),
            "verdict": self.verdict,
        }


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Both on the same cases; empty where the suite is turned off."""

    settings: BehaviourConfig
    challenger: tuple[Result, ...] = ()
    champion: tuple[Result, ...] | None = None
    """None where there is no champion that the cases could be asked of."""

    def kinds(self) -> tuple[KindFigure, ...]:
        """Return the figure of every kind that was asked."""
        asked = {result.kind for result in self.challenger}
        return tuple(self._figure(kind) for kind in KINDS if kind in asked)

    def as_json(self) -> dict[str, object]:
        """Return plain numbers of every kind and every capability for the decision record."""
        return self._json("capabilities", self._capabilities())

    def brief_json(self) -> dict[str, object]:
        """Return the same with the capabilities alone that the challenger fails most."""
        failing = [(share, row) for share, row in self._capabilities() if share > 0]
        return self._json("worst", sorted(failing, key=lambda pair: -pair[0])[:WORST])

    def _json(self, name: str, rows: list[tuple[float, dict[str, object]]]) -> dict[str, object]:
        if not self.settings.is_on:
            return {"is_on": False}
        kinds = [figure.as_json() for figure in self.kinds()]
        return {"is_on": True, "kinds": kinds, name: [row for _, row in rows]}

    def _capabilities(self) -> list[tuple[float, dict[str, object]]]:
        """Return the share of cases that the challenger fails, and a row, by capability."""
        before = {r.name: r.failures for r in self.champion} if self.champion is not None else {}
        return [
            (
                result.flip_rate,
                {
                    "name": result.name,
                    "kind": result.kind,
                    "cases": result.cases,
                    "challenger_failures": result.failures,
                    "champion_failures": before.get(result.name),
                },
            )
            for result in self.challenger
        ]

    def _figure(self, kind: Kind) -> KindFigure:
        settings = self.settings
        marks = Summary(settings.minimum, settings.direction, settings.max_flip_rate)
        mark, now = _of(marks, kind), _of(summary(self.challenger), kind)
        before = None if self.champion is None else _of(summary(self.champion), kind)
        verdict: Verdict = "missed"
        if _loss(kind, mark, now) <= _SLACK:
            verdict = "reached"
        elif before is None and not settings.strict:
            verdict = "alone"
        elif before is not None and not settings.strict and _loss(kind, mark, before) > _SLACK:
            # The champion misses the mark, too.
            is_close = _loss(kind, before, now) <= settings.max_loss + _SLACK
            verdict = "no worse" if is_close else "missed"
        return KindFigure(kind, mark, now, before, verdict)


def _of(means: Summary, kind: Kind) -> float:
    return {
        "minimum": means.minimum,
        "direction": means.direction,
        "invariance": means.flip_rate,
    }[kind]


def _loss(kind: Kind, before: float, now: float) -> float:
    """Return by how much `now` is worse; of invariance less is better."""
    return now - before if kind == "invariance" else before - now
