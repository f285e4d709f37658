"""What the token head says of a token: outside, or the beginning or inside of a kind of entity."""

KINDS = (
    *("CUSTOMER", "EMPLOYEE", "PERSON", "EMAIL", "PHONE", "ADDRESS", "ID", "CARD", "IBAN"),
    *("DATE_OF_BIRTH", "USERNAME", "PLATE", "IP", "URL"),
)
"""The types of placeholders; the first three are persons, by their role."""
PERSONS = frozenset(KINDS[:3])
OUTSIDE = 0
SIZE = 1 + 2 * len(KINDS)
"""Outside, then beginnings, then insides."""
_BY_ROLE = {"customer": "CUSTOMER", "employee": "EMPLOYEE", "other": "PERSON"}


def kind_of(type_: str, role: str | None) -> str:
    """Return the kind of an entity as marked: a person by the role, all else by the type.

    Raises ValueError for a type or role that is none.
    """
    kind = _BY_ROLE.get(role or "other", "") if type_ == "PERSON" else type_
    if kind not in KINDS:
        raise ValueError(f"an entity of type '{type_}' and role '{role}'; expected one of {KINDS}")
    return kind


def beginning(kind: str) -> int:
    """Return the class of the first token of an entity."""
    return 1 + KINDS.index(kind)


def inside(kind: str) -> int:
    """Return the class of the other tokens of an entity."""
    return 1 + len(KINDS) + KINDS.index(kind)
