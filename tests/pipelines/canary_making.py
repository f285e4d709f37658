"""Canaries: invented personal data that must be found nowhere behind the inbox."""

import random
from dataclasses import dataclass, field

from faker import Faker

_HEADS = (
    "Bram",
    "Quil",
    "Thorn",
    "Wex",
    "Dal",
    "Fenn",
    "Gris",
    "Hol",
    "Marl",
    "Vos",
    "Zand",
    "Oster",
)
_MIDDLES = ("avor", "iddle", "omba", "urtin", "ekker", "asten", "obly", "undar")
_TAILS = ("sworth", "feather", "quist", "mondly", "vane", "brook", "thwaite", "zell")
_GIVEN = ("Tobias", "Wanda", "Harriet", "Oliver", "Priya", "Marcus", "Ingrid", "Sofia", "Dmitri")


@dataclass(slots=True)
class Canaries:
    """Hands out invented values, never one twice, and remembers where each was planted."""

    seed: int = 20261122
    planted: dict[str, str] = field(default_factory=dict)
    """What to search for, in lower case -> the road it was planted on."""
    _random: random.Random = field(init=False)
    _faker: Faker = field(init=False)
    _surnames: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - which names, no secret
        self._faker = Faker("en_GB")
        self._faker.seed_instance(self.seed)
        names = [f"{a}{b}{c}" for a in _HEADS for b in _MIDDLES for c in _TAILS]
        self._surnames = self._random.sample(names, len(names))

    def surname(self, road: str) -> str:
        """Return a surname that is planted alone."""
        return self._plant(self._surnames.pop(), road)

    def person(self, road: str) -> str:
        """Return a given name and a surname; it is the surname that is searched for."""
        return f"{self._random.choice(_GIVEN)} {self.surname(road)}"

    def mail(self, road: str) -> str:
        """Return an e-mail address."""
        name = f"{self._random.choice(_GIVEN)}.{self._surnames.pop()}".lower()
        return self._plant(f"{name}@example.org", road)

    def phone(self, road: str) -> str:
        """Return a British mobile number of the range kept for fiction."""
        return self._plant(f"07700 900{self._random.randrange(1000):03}", road)

    def card(self, road: str) -> str:
        """Return a card number with a right checksum."""
        return self._plant(self._faker.unique.credit_card_number("visa16"), road)

    def iban(self, road: str) -> str:
        """Return a British IBAN with a right checksum."""
        return self._plant(self._faker.unique.iban(), road)

    def user(self, road: str) -> str:
        """Return the name of an account."""
        return self._plant(f"{self._surnames.pop().lower()}{self._random.randrange(10, 99)}", road)

    def booking(self, road: str) -> str:
        """Return a booking number."""
        letters = "".join(self._random.sample("BCDFGHJKLMNPQRSTVWXZ", 3))
        return self._plant(f"{letters}{self._random.randrange(10**5, 10**6)}", road)

    def story(self, road: str, number: int) -> list[str]:
        """Return sentences of one story with a canary of every kind in them."""
        text = f"{road}: text"
        return [
            f"On day {number} of our stay at counter {number * 37} the heating failed at night.",
            f"The clerk, {self.person(text)}, stayed an hour after closing and helped me move.",
            f"You can write to {self.mail(text)} about it.",
            f"My phone number is {self.phone(text)} and I am at home all day.",
            f"I paid with my card {self.card(text)} in the shop.",
            f"Please send the refund to my account, IBAN {self.iban(text)}, this week.",
            f"My username is {self.user(text)} in your app.",
            f"My booking number is {self.booking(text)} and nobody has called me back.",
        ]

    def _plant(self, value: str, road: str) -> str:
        if value.lower() in self.planted:
            raise ValueError(f"planted twice on {road}; draw another")
        self.planted[value.lower()] = road
        return value
