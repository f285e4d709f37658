"""What fills the slots of templates, and which of it is personal data."""

from collections.abc import Callable

from benchmarks.redaction.values import Values

Fill = Callable[[Values], str]

PERSONAL: dict[str, tuple[str, Fill]] = {
    **dict.fromkeys(("person", "name", "name_male", "name_female"), ("PERSON", Values.person)),
    **dict.fromkeys(
        ("first_name", "first_name_male", "first_name_female", "first_name_nonbinary"),
        ("PERSON", Values.first_name),
    ),
    **dict.fromkeys(
        ("last_name", "last_name_male", "last_name_female"), ("PERSON", Values.last_name)
    ),
    "email": ("EMAIL", Values.email),
    "url": ("URL", Values.url),
    "phone_number": ("PHONE", Values.phone),
    "credit_card_number": ("CARD", Values.card),
    "iban": ("IBAN", Values.iban),
    "ip_address": ("IP", Values.ip),
    "ssn": ("ID", Values.social_security),
    "us_driver_license": ("ID", Values.licence),
    "date_of_birth": ("DATE_OF_BIRTH", Values.birth_date),
    "address": ("ADDRESS", lambda values: values.places.address()),
}
# Parts of an address when a house number is among them; by itself, a place.
PARTS: dict[str, Fill] = {
    "building_number": lambda values: values.places.house_number(),
    "street_name": lambda values: values.places.street(),
    "secondary_address": lambda values: values.places.flat(),
    "city": lambda values: values.places.city(),
    "postcode": lambda values: values.places.post_code(),
    "zipcode": lambda values: values.places.post_code(),
}
NEUTRAL: dict[str, Fill] = {
    "country": lambda values: values.places.country(),
    "state_abbr": lambda values: values.places.region(),
    "nationality": Values.nationality,
    "nation_woman": Values.nationality,
    "nation_plural": lambda values: f"{values.nationality()} people",
    "age": lambda values: str(values.random.randint(18, 95)),
    "year": lambda values: str(values.random.randint(1890, 2020)),
    "date_time": Values.event_date,
    "day_of_week": lambda values: values.random.choice(("Monday", "Thursday", "Saturday")),
    "prefix": lambda values: values.random.choice(("Mr.", "Mrs.", "Dr.")),
    "prefix_male": lambda values: "Mr.",
    "prefix_female": lambda values: values.random.choice(("Mrs.", "Ms.")),
}
PLAIN: dict[str, Fill] = {
    "organization": Values.organisation,
    "job": Values.job,
}
KNOWN = PERSONAL.keys() | PARTS.keys() | NEUTRAL.keys() | PLAIN.keys()
