"""Make cases from authored parts: carriers with slots, and fillers for the slots.

A carrier is a short text with slots in braces, such as `{who}`; `{Who}` takes the same filler with
a capital letter. No chance is involved: the n-th filling of a carrier is always the same.
"""

import string
from collections.abc import Mapping, Sequence

from models.behaviour.cases import Capability, Case, Claim, given
from models.behaviour.words import COMMON

Fillers = Mapping[str, Sequence[str]]
PER_CARRIER = 6
"""Fillings of each carrier; with ten carriers a capability has sixty cases."""


def listed(block: str) -> tuple[str, ...]:
    """Read carriers from a block: each starts with `- ` on a line, `//` is a line break."""
    items = ("\n" + block.strip()).split("\n- ")[1:]
    return tuple(" ".join(item.split()).replace(" // ", "\n") for item in items)


def slots(carrier: str) -> tuple[str, ...]:
    """Return the slots of a carrier, in lower case, each once, in order."""
    found = [name.lower() for _, name, _, _ in string.Formatter().parse(carrier) if name]
    return tuple(dict.fromkeys(found))


def filled(carrier: str, values: Mapping[str, str]) -> str:
    """Fill the slots; `{Slot}` takes the value with a capital first letter."""
    capitals = {key.capitalize(): value[:1].upper() + value[1:] for key, value in values.items()}
    return carrier.format_map({**values, **capitals})


def fillings(
    carriers: Sequence[str], fillers: Fillers, per_carrier: int = PER_CARRIER, start: int = 0
) -> list[tuple[str, str]]:
    """Return (carrier, text) pairs, all texts distinct, `per_carrier` of each carrier.

    Fillers of slots that are not in `fillers` come from the common words. A carrier whose slots
    offer less than `per_carrier` texts gives fewer.
    """
    words = {**COMMON, **fillers}
    made: dict[str, str] = {}
    for number, carrier in enumerate(carriers):
        names = slots(carrier)
        for turn in range(start, start + per_carrier):
            # Slots move in step within a carrier and start apart from carrier to carrier.
            values = {
                name: words[name][(turn + number * (place + 1)) % len(words[name])]
                for place, name in enumerate(names)
            }
            made.setdefault(filled(carrier, values), carrier)
    return [(carrier, text) for text, carrier in made.items()]


def minimum_cases(
    claims: Sequence[Claim],
    carriers: Sequence[str],
    fillers: Fillers,
    per_carrier: int = PER_CARRIER,
    start: int = 0,
) -> list[Case]:
    """Make cases whose text must be tagged as claimed."""
    return [
        Case(carrier, text, claims=tuple(claims))
        for carrier, text in fillings(carriers, fillers, per_carrier, start)
    ]


def minimum(
    name: str,
    claims: Sequence[Claim],
    block: str,
    fillers: Mapping[str, Sequence[str]] | None = None,
) -> Capability:
    """Make a capability of one claim from a block of carriers."""
    return Capability(name, "minimum", tuple(minimum_cases(claims, listed(block), fillers or {})))


def labelled(
    name: str,
    facet: str,
    carriers: Sequence[str],
    phrases: Mapping[str, Sequence[str]],
    per_label: int,
) -> Capability:
    """Make a minimum capability whose slot `{reason}` decides the label that must be given.

    The labels of `phrases` take turns over the carriers, `per_label` carriers each.
    """
    cases: list[Case] = []
    for number, (label, reasons) in enumerate(phrases.items()):
        turns = [carriers[(number * 5 + n) % len(carriers)] for n in range(per_label)]
        claims = [given(f"{facet}.{label}")]
        cases += minimum_cases(claims, turns, {"reason": reasons}, 1, start=number)
    return Capability(name, "minimum", tuple(cases))


def direction_cases(
    claims: Sequence[Claim], bases: Sequence[str], additions: Sequence[str], per_base: int
) -> list[Case]:
    """Make cases in which an added sentence moves a probability.

    Letters: the n-th base is continued with additions n, n + 1, and so on.
    """
    cases = []
    for number, (carrier, base) in enumerate(fillings(bases, {}, 1)):
        for turn in range(per_base):
            addition = additions[(number + turn) % len(additions)]
            cases.append(Case(carrier, base, f"{base} {addition}", tuple(claims)))
    return cases
