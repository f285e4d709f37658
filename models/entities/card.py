"""The card of a token head: what it is for, what it learned from, how good it is, its limits."""

from collections.abc import Mapping

_HEAD = """\
---
license: apache-2.0
language: en
tags: [token-classification, personal-data, storylode]
---

# storylode entity recogniser

Finds personal data in customer-experience text: persons with their role (customer, employee,
other), postal addresses, e-mail addresses, phone numbers, ids, cards, IBANs, birth dates, user
names, plates, IP addresses and links. It is made to miss nothing beside the rules and checksums of
`corpora/redaction/`, not to be used alone, and takes some words for names that are none.
"""
_LIMITS = """
## Limits

- English text. Names of any origin in Latin letters.
- The authored texts were written with a language model, full of traps; the real ones are public
  forum posts, reviews and complaints, and hold few names.
- Which role a person has is judged from the words around, and wrong for about one in three.
"""


def recogniser_card(
    *, base_encoder: str, layers: int, learned: Mapping[str, int], figures: Mapping[str, float]
) -> str:
    """Return the card as Markdown.

    `learned` counts texts by origin, `figures` maps a name to a share, 0..1.
    """
    lines = [
        _HEAD,
        f"A token head on the first {layers} layers of `{base_encoder}` (Apache-2.0), told case,",
        "digits and line starts besides, as the encoder itself is uncased.",
        "",
        "## Data",
        "",
        "| origin | texts |",
        "| --- | ---: |",
        *(f"| {origin} | {count:,} |" for origin, count in learned.items()),
        "",
        "Other names (faker, thirty locales) and other digits take their places in every epoch.",
        "",
        "## Beside the rules, on the development split",
        "",
        "The threshold of persons misses fewest of them and, of equals, masks fewest other words;",
        "that of the others is the lowest of a few that masks at most 4.5% of the other words.",
        "",
        "| | |",
        "| --- | ---: |",
        *(f"| {name} | {value:.3f} |" for name, value in figures.items()),
    ]
    return "\n".join([*lines, _LIMITS])
