"""One further thing that the gate asks of a challenger, whoever tried it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """What was tried, and how it went."""

    name: str
    passed: bool
    detail: str
    """Half a sentence: why it failed, or what to know although it passed; no text of customers."""
