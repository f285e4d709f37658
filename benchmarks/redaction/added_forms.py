"""Forms that add to a document: a signature, a file, a second mention, data without a space."""

from random import Random

from benchmarks.redaction.documents import Piece
from benchmarks.redaction.values import Values

_CLOSINGS = ("Kind regards,", "Best,", "Thanks", "Yours sincerely,", "Cheers", "--", "Sent by")
_SIGNATURES = ("{}", "{}\n{job}", "{}\n{job}, {company}", "{}\n\n{company}", "{} | {job}")
_FILES = (
    "{first}_{last}_invoice.pdf",
    "cv-{last}-{first}.docx",
    "{first}{last}.jpg",
    "{last}_{first}_2024.xlsx",
    "scan {first} {last}.png",
    "complaint_{last}.eml",
)
_ATTACHED = (" See the attached {}", "\nAttachment: {}", " I uploaded {} yesterday.", "\n[{}]")
_AGAIN = (
    " {} never called back.",
    " I spoke to {} again today.",
    "\nPlease tell {} that it is urgent.",
    " And {} knows it.",
)
_JOINTS = ("", "", "/", ",", "|", ";")
_PAIRS = (
    ("PERSON", "PHONE"),
    ("PERSON", "EMAIL"),
    ("PERSON", "PERSON"),
    ("EMAIL", "PHONE"),
    ("CARD", "PERSON"),
    ("IBAN", "PERSON"),
)
_CONTACTS = ("\nContact: {}", " Reach us here: {}", "\n{}", " ({})")


def signature(pieces: tuple[Piece, ...], values: Values) -> tuple[Piece, ...]:
    """Sign with an invented name."""
    draw = values.random
    rest = draw.choice(_SIGNATURES).format("", job=values.job(), company=values.organisation())
    closing = f"\n\n{draw.choice(_CLOSINGS)}\n"
    return (*pieces, Piece(closing), _added("PERSON", values.person()), Piece(rest))


def file_name(pieces: tuple[Piece, ...], values: Values) -> tuple[Piece, ...]:
    """Name a file after somebody."""
    draw = values.random
    names = {"first": values.first_name(), "last": values.last_name()}
    name = draw.choice(_FILES)
    opening, rest = name.split("{", 1)
    inner, ending = rest.rsplit("}", 1)
    before, after = draw.choice(_ATTACHED).split("{}")
    # What lies between given name and surname is a joint, so both are one mention.
    person = "{" + inner + "}"
    return (
        *pieces,
        Piece(before + opening),
        _added("PERSON", person.format(**names)),
        Piece(ending + after),
    )


def misspelt_again(pieces: tuple[Piece, ...], values: Values) -> tuple[Piece, ...] | None:
    """Mention the first person again with a slip of the pen; both mentions are one entity."""
    people = [piece for piece in pieces if piece.type == "PERSON"]
    if not people:
        return None
    draw, person = values.random, people[0]
    words = person.text.split()
    again = draw.choice((words, words[-1:], words[:1]))
    slip = draw.randrange(len(again))
    again = [misspelt(word, draw) if at == slip else word for at, word in enumerate(again)]
    before, after = draw.choice(_AGAIN).split("{}")
    second = Piece(" ".join(again), "PERSON", person.entity, is_watched=True)
    return (*pieces, Piece(before), second, Piece(after))


def adjacent(pieces: tuple[Piece, ...], values: Values) -> tuple[Piece, ...]:
    """Write two entities with nothing or one sign between them."""
    draw = values.random
    makers = {
        "PERSON": values.person,
        "PHONE": values.phone,
        "EMAIL": values.email,
        "CARD": values.card,
        "IBAN": values.iban,
    }
    first, second = draw.choice(_PAIRS)
    before, after = draw.choice(_CONTACTS).split("{}")
    return (
        *pieces,
        Piece(before),
        _added(first, makers[first](), "first"),
        Piece(draw.choice(_JOINTS)),
        _added(second, makers[second](), "second"),
        Piece(after),
    )


def misspelt(word: str, draw: Random) -> str:
    """Return `word` with two letters swapped, one lost or one doubled, never the first."""
    if len(word) < 3:
        return word + word[-1]
    at = draw.randrange(1, len(word) - 1)
    slip = draw.choice(("swap", "lose", "double"))
    if slip == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if slip == "lose":
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _added(kind: str, text: str, name: str = "") -> Piece:
    return Piece(text, kind, f"added {name}", is_watched=True)
