"""Changes that must not flip any tag: who, where, what it is called, how it is typed."""

from collections.abc import Callable, Sequence

from models.behaviour import edits
from models.behaviour.cases import Capability, Case
from models.behaviour.seeds import PRONOUNS, SEEDS, seeds_with, told
from models.behaviour.words import choices

PLAIN_NAMES = choices("Emma | Lucy | Karen")
ORIGINS = choices(
    "Aaliyah | Xiuying | Guadalupe | Oluwaseun | Sunita | Zeynep | Svetlana | Nguyen | Mehwish"
    " | Siobhan | Yael | Leilani"
)
EITHER = choices("Alex | Sam | Robin | Kim | Jamie")
SIGNATURES = choices("Tom Hill | Anita Rao | Jonas | Mrs Baker | Lena Kovac")
PLACES = choices("Lagos | Osaka | Ohio | Mumbai | Glasgow | Lima | Ankara | Perth")
PRODUCTS = choices(
    "kettle | vacuum cleaner | bike | washing machine | keyboard | drill | pram | guitar"
)
REMARKS = (
    "It was raining that day.",
    "I am writing this on the bus.",
    "Sent from my phone.",
    "My cat is asleep on the keyboard.",
    "Today is a bank holiday here.",
    "I drink my tea without sugar.",
)
OPENINGS = (
    "Hello all.",
    "I don't often write these.",
    "Right, here goes.",
    "Posting this as I have a quiet minute.",
    "For the record, this is about last month.",
)
CLOSINGS = ("That is all from me.", "Just so you know.", "Anyway, there you have it.", "Regards.")
Edit = Callable[[str], str]


def edited(name: str, changes: Sequence[Edit], each: int = 3) -> Capability:
    """Change every seed by the edits in turn, `each` fillings of a seed."""
    cases = []
    for number, seed in enumerate(SEEDS):
        for turn in range(each):
            text = told(seed, turn)
            change = changes[(number + turn) % len(changes)]
            if (variant := change(text)) != text:
                cases.append(Case(seed, text, variant))
    return Capability(name, "invariance", tuple(cases))


def swapped(
    name: str,
    slot: str,
    pairs: Sequence[tuple[str, str]],
    each: int = 4,
    signed: Sequence[tuple[str, str]] = (),
) -> Capability:
    """Fill one slot of the seeds with the one and the other of a pair.

    Where `signed` is given, the customer signs with the one and the other of such a pair, too.
    """
    cases = []
    for number, seed in enumerate(seeds_with(slot)):
        for turn in range(each):
            one, other = (
                told(seed, turn, **{slot: value}) for value in pairs[(number + turn) % len(pairs)]
            )
            if signed:
                name_one, name_other = signed[(number + turn) % len(signed)]
                one, other = f"{one} Regards, {name_one}", f"{other} Regards, {name_other}"
            cases.append(Case(seed, one, other))
    return Capability(name, "invariance", tuple(cases))


def _pronouns() -> Capability:
    cases = []
    for seed in (s for s in SEEDS if any(f"{{{p}}}" in s.lower() for p in PRONOUNS["woman"])):
        for name in EITHER:
            cases.append(
                Case(seed, told(seed, 0, name=name), told(seed, 0, name=name, **PRONOUNS["man"]))
            )
    return Capability("gender of pronouns", "invariance", tuple(cases))


def _added(before: str, after: str) -> Edit:
    return lambda text: " ".join(part for part in (before, text, after) if part)


def capabilities() -> tuple[Capability, ...]:
    """Return everything that should not matter."""
    numbers = [(f"[EMPLOYEE_{n}]", f"[EMPLOYEE_{n + 4}]") for n in (1, 2, 3)]
    customers = [(f"[CUSTOMER_{n}]", f"[CUSTOMER_{n + 6}]") for n in (1, 2, 3)]
    masks = [
        (name, f"[{kind}_{n}]")
        for n, name in enumerate(PLAIN_NAMES + EITHER, 1)
        for kind in ("EMPLOYEE", "PERSON")
    ]
    signatures = [(name, f"[CUSTOMER_{n}]") for n, name in enumerate(SIGNATURES, 1)]
    origins = [(PLAIN_NAMES[n % len(PLAIN_NAMES)], name) for n, name in enumerate(ORIGINS)]
    places = [(place, PLACES[(n + 3) % len(PLACES)]) for n, place in enumerate(PLACES)]
    products = [(one, PRODUCTS[(n + 3) % len(PRODUCTS)]) for n, one in enumerate(PRODUCTS)]
    return (
        swapped("placeholders renumbered", "name", numbers, each=3, signed=customers),
        swapped("name or placeholder", "name", masks, signed=signatures),
        swapped("origin of names", "name", origins),
        _pronouns(),
        swapped("places", "town", places, each=5),
        swapped("product nouns", "product", products, each=5),
        edited("one typo", [lambda text: edits.with_typos(text, 1)]),
        edited("three typos", [lambda text: edits.with_typos(text, 3)]),
        edited("case", [str.lower, str.upper, edits.shouted_start]),
        edited("irrelevant remark", [_added("", remark) for remark in REMARKS]),
        edited(
            "neutral padding",
            [_added(o, c) for o, c in zip(OPENINGS, (*CLOSINGS, CLOSINGS[0]), strict=True)],
        ),
        edited(
            "punctuation",
            [edits.without_commas, edits.with_dots, edits.with_curly_quotes, edits.with_wide_gaps],
            each=4,
        ),
        edited("contractions written out", [edits.expanded]),
    )
