"""Words that say less, in the place of personal data: a month, a town."""

from corpora.redaction.coarse_dates import UNCLEAR, month_of
from corpora.redaction.coarse_places import town_of
from corpora.redaction.finds import Find


def coarser(find: Find, text: str) -> str | None:
    """Return the words that stand for `find` when its type is generalised.

    They are made of names of months, years and names of towns that are on a list, so that they
    cannot hold personal data. None where nothing coarser can be said for sure: mask it then.
    """
    shown = text[find.start : find.end]
    if find.kind == "ADDRESS":
        return town_of(shown)
    if find.kind == "DATE_OF_BIRTH":
        return month_of(shown)
    # There is no placeholder for a plain date.
    return month_of(shown) or UNCLEAR
