"""Personal data as people garble it: documents from templates, changed form by form."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from benchmarks.redaction.added_forms import adjacent, file_name, misspelt_again, signature
from benchmarks.redaction.documents import Document, Piece, join
from benchmarks.redaction.templates import Draft
from benchmarks.redaction.values import Values

Pieces = tuple[Piece, ...]
# Changes the pieces of a document; None where it holds nothing to change.
Form = Callable[[Pieces, Values], Pieces | None]

_MAIL_SENTENCES = ("\nMy e-mail is {}.", " You can write to {} instead.", "\nMail: {}", " {}")
_AT_AND_DOT = ((" at ", " dot "), (" (at) ", " (dot) "), ("[at]", "[dot]"), (" AT ", " DOT "))
_SPACES = ((" @ ", " . "), (" @ ", "."), ("@ ", ". "), (" @", " ."))
_POSSESSIONS = ("account", "sister", "manager", "old order")


def forms() -> dict[str, Form]:
    """Return name -> form, in the order of the report."""
    return {
        "spaced mail": lambda pieces, values: _mail(pieces, values, _SPACES),
        "at and dot mail": lambda pieces, values: _mail(pieces, values, _AT_AND_DOT),
        "name over a line break": _over_line_break,
        "name in a signature": signature,
        "name in capitals": lambda pieces, values: _persons(pieces, str.upper),
        "name in small letters": lambda pieces, values: _persons(pieces, str.lower),
        "name in a file name": file_name,
        "possessive name": _possessive,
        "misspelt second mention": misspelt_again,
        "no space between two": adjacent,
    }


def garbled(drafts: Sequence[Draft], of_each: int, seed: int) -> Iterator[Document]:
    """Yield up to `of_each` documents of every form, each from another draft."""
    for at, (name, form) in enumerate(forms().items()):
        order = Random(seed + at).sample(range(len(drafts)), len(drafts))  # noqa: S311  no secret
        by_locale: dict[str, Values] = {}
        made = 0
        for draft in (drafts[index] for index in order):
            if made == of_each:
                break
            if draft.locale not in by_locale:
                by_locale[draft.locale] = Values(draft.locale, seed + at)
            changed = form(draft.pieces, by_locale[draft.locale])
            if changed is not None:
                made += 1
                yield join(
                    changed,
                    name=f"{name} {draft.number}",
                    cluster=str(draft.template),
                    group=name,
                )


def _watch(piece: Piece, text: str) -> Piece:
    return Piece(text, piece.type, piece.entity, is_watched=True)


def _mail(pieces: Pieces, values: Values, signs: Sequence[tuple[str, str]]) -> Pieces:
    if not any(piece.type == "EMAIL" for piece in pieces):
        before, after = values.random.choice(_MAIL_SENTENCES).split("{}")
        pieces = (
            *pieces,
            Piece(before),
            Piece(values.email(), "EMAIL", "added mail"),
            Piece(after),
        )
    at, dot = values.random.choice(signs)
    return tuple(
        _watch(piece, piece.text.replace("@", at).replace(".", dot))
        if piece.type == "EMAIL"
        else piece
        for piece in pieces
    )


def _over_line_break(pieces: Pieces, values: Values) -> Pieces | None:
    if not any(piece.type == "PERSON" and " " in piece.text for piece in pieces):
        return None
    return tuple(
        _watch(piece, piece.text.replace(" ", values.random.choice(("\n", " \n")), 1))
        if piece.type == "PERSON" and " " in piece.text
        else piece
        for piece in pieces
    )


def _persons(pieces: Pieces, change: Callable[[str], str]) -> Pieces | None:
    if not any(piece.type == "PERSON" for piece in pieces):
        return None
    return tuple(
        _watch(piece, change(piece.text)) if piece.type == "PERSON" else piece for piece in pieces
    )


def _possessive(pieces: Pieces, values: Values) -> Pieces | None:
    if not any(piece.type == "PERSON" for piece in pieces):
        return None
    changed: list[Piece] = []
    for at, piece in enumerate(pieces):
        changed.append(_watch(piece, piece.text) if piece.type == "PERSON" else piece)
        follows = pieces[at + 1].text if at + 1 < len(pieces) else ""
        if piece.type == "PERSON" and not follows.startswith("'s"):
            mark = "'" if piece.text.endswith("s") else values.random.choice(("'s", "\u2019s"))
            changed.append(Piece(f"{mark} {values.random.choice(_POSSESSIONS)}"))
    return tuple(changed)
