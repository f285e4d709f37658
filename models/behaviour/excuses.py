"""Each of the twelve excuses, in plain words and retold; and the same reasons at second hand."""

from models.behaviour import excuse_words, excuse_words_more
from models.behaviour.cases import Capability, given
from models.behaviour.making import labelled, listed, minimum_cases
from models.behaviour.words import choices

QUOTES = {**excuse_words.QUOTES, **excuse_words_more.QUOTES}
REASONS = {**excuse_words.REASONS, **excuse_words_more.REASONS}
RETOLD = {
    **REASONS,
    "blame_customer": choices(
        "it was the customer's own doing | people should read what they sign"
        " | we must have done something wrong | customers never pay attention"
        " | we had brought it on ourselves | it wouldn't have happened with a bit more care from us"
    ),
}
"""The same for a customer of whom somebody else tells."""

CARRIERS = listed("""
- {scene} "{quote}," said {who}. That was it. I left with nothing.
- {scene} I explained it twice. The answer I got was "{quote}." No help, no apology.
- {scene} Half an hour of waiting, and then: "{quote}." {Who} had already turned to the next
  person.
- One star. {scene} Their reply, word for word: "{quote}." It's still not sorted.
- {scene} {Who} shrugged. "{quote}." I asked again. Same words, louder.
- "{quote}." That is what you get there when you ask for help. {scene} Three weeks on, nothing has
  been done.
- {scene} I was told {reason}, and that was the end of it.
- {scene} According to {who}, {reason}. Nothing was done.
- {scene} The excuse this time was that {reason}. I gave up in the end.
- {scene} {Who} claimed {reason} and would not do a thing.
- Still angry. {scene} Apparently {reason}, so nobody lifted a finger.
- {scene} When I rang again, a second person said the same: {reason}. I never got any further.
""")
SECOND_HAND = listed("""
- {Family} asked {firm} for help and was told {reason}. Came home with nothing.
- I only know this from {family}: {who} said that {reason}, and the matter was closed.
- In their letter {firm} say that {reason}. They enclosed a leaflet and left it at that.
- {Family} still talks about it. "They told me {reason}," and nobody did anything.
- The story {family} got from {firm} was that {reason}. No one ever came back to it.
- {Who} passed on that the office says {reason}. So no refund for us.
- It was explained to {family} on the phone that {reason}. End of call.
- Word came back from {firm} that {reason}. We stopped asking.
- {Family} rang three times about the leak. Each time the message was that {reason}.
- They let me know through {family} that {reason} and so they would not be doing it.
""")


def capabilities() -> tuple[Capability, ...]:
    """Return a capability per excuse, and one of reports at second hand."""
    plain = tuple(
        Capability(
            f"excuse: {label}",
            "minimum",
            tuple(
                minimum_cases(
                    [given(f"excuses.{label}")],
                    CARRIERS,
                    {"quote": quotes, "reason": REASONS[label]},
                    per_carrier=5,
                    start=number,
                )
            ),
        )
        for number, (label, quotes) in enumerate(QUOTES.items())
    )
    return (*plain, labelled("excuse at second hand", "excuses", SECOND_HAND, RETOLD, 5))
