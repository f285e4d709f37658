"""Invented streets, towns and addresses of one locale, from mimesis."""

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mimesis import Address

_STREET_FIRST = {"de", "es", "it", "nl", "pl", "pt-br", "sv", "da", "fi", "cs", "hu", "hr", "tr"}


class Places:
    """Draws from `local`, countries and regions from `english`."""

    def __init__(self, locale: str, local: "Address", english: "Address", random: Random) -> None:
        self._is_street_first = locale in _STREET_FIRST
        self._local = local
        self._english = english
        self._random = random

    def street(self) -> str:
        """Return the name of a street."""
        return self._local.street_name()

    def house_number(self) -> str:
        """Return the number of a house, some with a letter."""
        return f"{self._random.randint(1, 240)}{self._random.choice(('', '', '', 'a', 'B'))}"

    def flat(self) -> str:
        """Return the part of an address within a house."""
        return f"{self._random.choice(('Apt.', 'Suite', 'Flat'))} {self._random.randint(1, 99)}"

    def city(self) -> str:
        """Return the name of a town."""
        return self._local.city()

    def post_code(self) -> str:
        """Return a post code."""
        return self._local.zip_code()

    def address(self) -> str:
        """Return street, number, town and post code in the order of the locale."""
        if self._is_street_first:
            return f"{self.street()} {self.house_number()}, {self.post_code()} {self.city()}"
        return f"{self.house_number()} {self.street()}, {self.city()} {self.post_code()}"

    def country(self) -> str:
        """Return a country in English."""
        return self._english.country()

    def region(self) -> str:
        """Return the abbreviation of a state of the United States."""
        return self._english.state(abbr=True)
