"""Names and structured values of many countries, drawn from faker."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from faker import Faker

LOCALES = (
    *("en_US", "en_GB", "en_IE", "en_IN", "en_NZ", "de_DE", "fr_FR", "es_MX", "es_ES", "it_IT"),
    *("pl_PL", "pt_BR", "nl_NL", "sv_SE", "tr_TR", "hu_HU", "ro_RO", "cs_CZ", "hr_HR", "fi_FI"),
    *("vi_VN", "id_ID", "yo_NG", "zu_ZA", "fil_PH", "az_AZ", "sk_SK", "lt_LT", "no_NO", "da_DK"),
)
"""Of faker; each gives an equal share of the names."""
_LACKING = {
    "IBAN": (
        *("en_US", "en_IN", "en_NZ", "es_MX", "sv_SE", "hu_HU", "hr_HR", "lt_LT"),
        *("vi_VN", "id_ID", "yo_NG", "zu_ZA", "fil_PH"),
    ),
    "PHONE": ("fil_PH",),
}
"""Where faker has no such number, or gives one of another country."""
_NAMES_PER_LOCALE, _VALUES_PER_LOCALE = 150, 25
_BIRTHS = (date(1925, 1, 1), date(2022, 12, 31))
_DATES = ("%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%B %d, %Y", "%d.%m.%Y", "%m/%d/%y", "%d %b %y")
_ID_FORMS = (
    "##########",
    "??######",
    "???-#####",
    "##-####-###",
    "?########",
    "####-####",
    "#?#?###",
)
_GROUP = 4


@dataclass(frozen=True)
class Pool:
    """Names and structured values of many locales."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Kind -> structured values."""


def draw_pool(seed: int) -> Pool:
    """Draw names and values of every locale from faker."""
    from faker import Faker

    given: list[str] = []
    surnames: list[str] = []
    values: dict[str, list[str]] = {kind: [] for kind in _VALUES}
    for number, locale in enumerate(LOCALES):
        fake = Faker(locale)
        fake.seed_instance(seed * 1000 + number)
        given += [fake.first_name() for _ in range(_NAMES_PER_LOCALE)]
        surnames += [fake.last_name() for _ in range(_NAMES_PER_LOCALE)]
        random = np.random.default_rng([seed, number])
        for kind, value in _VALUES.items():
            if locale in _LACKING.get(kind, ()):
                continue
            with suppress(AttributeError):  # faker knows no plates of some countries
                values[kind] += [value(fake, random) for _ in range(_VALUES_PER_LOCALE)]
    return Pool(tuple(given), tuple(surnames), {k: tuple(v) for k, v in values.items()})


def _phone(fake: "Faker", random: np.random.Generator) -> str:
    number = str(fake.phone_number())
    return (
        number if random.random() < 0.7 else "".join(c for c in number if c.isdigit() or c == "+")
    )


def _address(fake: "Faker", random: np.random.Generator) -> str:
    whole = str(fake.address()) if random.random() < 0.6 else str(fake.street_address())
    return ", ".join(line.strip() for line in whole.splitlines())


def _born(fake: "Faker", random: np.random.Generator) -> str:
    day = fake.date_between_dates(*_BIRTHS)
    return str(day.strftime(_DATES[int(random.integers(len(_DATES)))]))


def _reference(fake: "Faker", random: np.random.Generator) -> str:
    said = str(fake.bothify(_ID_FORMS[int(random.integers(len(_ID_FORMS)))]))
    return said.upper() if random.random() < 0.7 else said


def _grouped(number: str, random: np.random.Generator) -> str:
    if random.random() < 0.5:
        return number
    return " ".join(number[at : at + _GROUP] for at in range(0, len(number), _GROUP))


_VALUES: Mapping[str, Callable[["Faker", np.random.Generator], str]] = {
    "PHONE": _phone,
    "ADDRESS": _address,
    "DATE_OF_BIRTH": _born,
    "ID": _reference,
    "CARD": lambda fake, random: _grouped(str(fake.credit_card_number()), random),
    "IBAN": lambda fake, random: _grouped(str(fake.iban()), random),
    "EMAIL": lambda fake, _: str(fake.email()),
    "USERNAME": lambda fake, _: str(fake.user_name()),
    "IP": lambda fake, random: str(fake.ipv4() if random.random() < 0.7 else fake.ipv6()),
    "PLATE": lambda fake, _: str(fake.license_plate()),
}
