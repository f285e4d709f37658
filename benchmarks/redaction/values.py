"""Invented values for template slots: names and places by mimesis, checked numbers by faker.

The redactor's name lists come from faker, so names of faker's would be words that it knows.
"""

import unicodedata
from datetime import date
from random import Random

from benchmarks.redaction.places import Places

# mimesis locale -> faker locale; Latin letters alone.
LOCALES = {
    "en": "en_US", "en-gb": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT",
    "nl": "nl_NL", "pl": "pl_PL", "pt-br": "pt_BR", "sv": "sv_SE", "da": "da_DK", "fi": "fi_FI",
    "cs": "cs_CZ", "hu": "hu_HU", "hr": "hr_HR", "tr": "tr_TR",
}  # fmt: skip
_NO_DECOMPOSITION = str.maketrans("łøđıßæ", "lodisa")
_BIRTHS = (date(1935, 1, 1), date(2006, 12, 31))
_EVENTS = (date(2015, 1, 1), date(2026, 6, 30))
_DATES = ("%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%B %d, %Y", "%d.%m.%Y", "%m/%d/%Y")
_MAILS = ("{first}.{last}{tail}", "{first}{last}{tail}", "{last}_{first}{tail}", "{i}{last}{tail}")
_LINKS = (
    "https://www.{site}/users/{first}-{last}",
    "https://{site}/{first}.{last}",
    "www.instagram.com/{first}{last}{tail}",
    "https://www.{first}{last}.com/",
)
_LICENCES = ("?#######", "?##-###-####", "#########", "??######")


class Values:
    """Values of one locale; the same seed gives the same values in the same order."""

    def __init__(self, locale: str, seed: int) -> None:
        from faker import Faker
        from mimesis import Generic, Locale

        self.locale = locale
        self.random = Random(seed)  # noqa: S311  invented data, no secrets
        self._local = Generic(locale=Locale(locale), seed=seed)
        self._english = Generic(locale=Locale.EN, seed=seed)
        self.places = Places(locale, self._local.address, self._english.address, self.random)
        self._numbers = Faker(LOCALES[locale])
        self._numbers.seed_instance(seed)

    def first_name(self) -> str:
        """Return a given name."""
        return self._local.person.first_name()

    def last_name(self) -> str:
        """Return a surname."""
        return self._local.person.last_name()

    def person(self) -> str:
        """Return a given name and a surname."""
        return f"{self.first_name()} {self.last_name()}"

    def email(self) -> str:
        """Return an address made of an invented name."""
        draw = self._numbers
        host = self.random.choice((draw.free_email_domain(), draw.domain_name()))
        return f"{self._handle(_MAILS)}@{host}"

    def url(self) -> str:
        """Return a link to somebody's page."""
        return self._handle(_LINKS, self._numbers.domain_name())

    def phone(self) -> str:
        """Return a number as people of the locale write it."""
        return self._numbers.phone_number()

    def card(self) -> str:
        """Return a card number with a right check digit, half of them in groups of four."""
        return self._grouped(self._numbers.credit_card_number())

    def iban(self) -> str:
        """Return an account number with right check digits, half of them in groups of four."""
        return self._grouped(self._numbers.iban())

    def ip(self) -> str:
        """Return an address, one of five of version 6."""
        draw = self._numbers
        return draw.ipv6() if self.random.random() < 0.2 else draw.ipv4_public()

    def social_security(self) -> str:
        """Return a number of the shape used in the United States."""
        return f"{self.random.randint(100, 665)}-{self._numbers.numerify('%#-%###')}"

    def licence(self) -> str:
        """Return a driver's licence number in one of the shapes in use."""
        return self._numbers.bothify(self.random.choice(_LICENCES)).upper()

    def birth_date(self) -> str:
        """Return a date in one of the ways to write it."""
        return self._date(*_BIRTHS)

    def event_date(self) -> str:
        """Return a date of something else."""
        return self._date(*_EVENTS)

    def organisation(self) -> str:
        """Return the name of a company."""
        return self._local.finance.company()

    def nationality(self) -> str:
        """Return a nationality in English."""
        return str(self._english.person.nationality())

    def job(self) -> str:
        """Return an occupation in English."""
        return self._english.person.occupation()

    def _handle(self, shapes: tuple[str, ...], site: str = "") -> str:
        first, last = (_plain(name) for name in (self.first_name(), self.last_name()))
        tail = self.random.choice(("", "", str(self.random.randint(1, 99))))
        shape = self.random.choice(shapes)
        return shape.format(first=first, last=last, i=first[:1], tail=tail, site=site)

    def _grouped(self, number: str) -> str:
        if self.random.random() < 0.5:
            return number
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))

    def _date(self, first: date, last: date) -> str:
        drawn = self._numbers.date_between(first, last)
        return drawn.strftime(self.random.choice(_DATES))


def _plain(name: str) -> str:
    """Return the ASCII letters of a name in lower case, as mail addresses have them."""
    spread = unicodedata.normalize("NFKD", name.lower().translate(_NO_DECOMPOSITION))
    return "".join(letter for letter in spread if letter.isascii() and letter.isalpha())
