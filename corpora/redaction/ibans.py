"""Account numbers in the shape of an IBAN, mistyped or cut: the checksum is not asked."""

import re
from collections.abc import Iterator

from corpora.redaction.finds import Find, find

_SHAPE = re.compile(
    r"(?<![A-Za-z0-9])(?:A[DELTZ]|B[AEGHR]|C[HYZ]|D[EK]|E[ES]|F[IR]|G[BER]|H[RU]|I[ELST]|K[WZ]"
    r"|L[ITUV]|M[CDEKT]|N[LO]|P[LT]|R[OS]|S[AEIKM]|T[NR]|UA|XK) ?\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}"
    r"(?:[ -]?[A-Z0-9]{1,4})?(?![A-Za-z0-9])"
)
_LEAST_DIGITS = 10


def ibans(text: str) -> Iterator[Find]:
    """Yield what has the country, the check digits and the groups of an IBAN."""
    for found in _SHAPE.finditer(text):
        if sum(map(str.isdigit, found.group())) >= _LEAST_DIGITS:
            yield find("IBAN", text, *found.span())
