"""Placeholders as people read them aloud: `[CUSTOMER_1]` -> `a customer`, with the number small."""

import re
from dataclasses import dataclass, field

from corpora.redaction.placeholders import PLACEHOLDER

_WORDS = {
    "CUSTOMER": "a customer",
    "EMPLOYEE": "an employee",
    "PERSON": "a person",
    "EMAIL": "an e-mail address",
    "PHONE": "a phone number",
    "ADDRESS": "an address",
    "ID": "a reference number",
    "DATE_OF_BIRTH": "a date of birth",
    "CARD": "a card number",
    "IBAN": "an account number",
    "IP": "an internet address",
    "URL": "a link",
    "USERNAME": "a user name",
    "PLATE": "a number plate",
}
# Words that take the article's place: "my [ADDRESS_1]", "Dear [CUSTOMER_1]".
_NO_ARTICLE = re.compile(
    r"\b(?:a|an|the|my|your|our|his|her|their|its|this|that|any|no|every|dear|hi|hello|mr|mrs|ms"
    r"|miss|dr|sir|madam)\.?[\s*_\"]+$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['\"\N{RIGHT DOUBLE QUOTATION MARK})]*\s+|\n)[\s'\"(]*$")
_LOOK_BACK = 40
"""Characters before a placeholder that decide on its article and capital."""


@dataclass(slots=True)
class Reader:
    """Words the placeholders of one text, in order: first `a customer`, then `the customer`."""

    text: str = field(repr=False)
    met: set[str] = field(default_factory=set)

    def spans(self) -> list[tuple[int, int]]:
        """Return where the placeholders stand."""
        return [found.span() for found in PLACEHOLDER.finditer(self.text)]

    def words(self, start: int, end: int) -> tuple[str, str]:
        """Return the words and the number of the placeholder at `text[start:end]`."""
        kind, _, number = self.text[start + 1 : end - 1].rpartition("_")
        before = self.text[max(0, start - _LOOK_BACK) : start]
        article, _, noun = _WORDS[kind].partition(" ")
        if _NO_ARTICLE.search(before):
            words = noun
        else:
            is_known = self.text[start:end] in self.met
            words = f"{'the' if is_known else article} {noun}"
        self.met.add(self.text[start:end])
        if _SENTENCE_START.search(before):
            words = words[0].upper() + words[1:]
        return words, number
