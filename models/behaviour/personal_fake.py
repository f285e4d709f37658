"""Personal wrapping around generic treatment, and a name that is used naturally."""

from models.behaviour.cases import Capability, given
from models.behaviour.making import minimum
from models.behaviour.words import choices

WORDS = {
    "offer": choices(
        "ten percent code | newsletter | credit card offer | summer brochure | two for one coupon"
        " | bonus voucher"
    ),
    "times": choices(
        "four times | five times | six times | seven times | eight times | nine times"
    ),
}
NAME_REPEATED = """
- My name was in that call {times} and at the end I got the same {offer} that everybody gets.
- "Dear Martin, we picked this for you, Martin." Then a {offer}. My neighbour got the same, with
  his name in it.
- {Times} she read my first name off the screen, and not one question about me. Then came the
  {offer}.
- The chat called me by my name in every line, {times} in all, and the answer was a pasted
  {offer}.
- They print my name on the cup, on the bill and on the {offer}. Nobody there knows me from Adam.
- Hello Anna, thanks Anna, anything else, Anna? {Times}, I counted. And for what? A {offer}.
- "Just for you, Mr Okafor," it said on the {offer}. The whole street had one, only the names
  differed.
- {Firm} must train them to say your name. {Times} in two minutes, then the standard {offer}.
- A card with my name in gold letters, and inside the {offer} that lies on every counter in
  {town}.
- He used my name {times} while he read out the {offer}. It felt like talking to a mail merge.
"""
NAME_NATURAL = """
- {Name} called my name in the waiting room, I went in, she took the blood and that was it.
- They asked for my name, found the order and handed me the {product}. All fine.
- My name was on the list at the door in {town}, so we went straight in.
- "Mr Hansen? Your {product} is ready." I paid and left. Quick and easy.
- The driver checked my name, gave me the parcel and wished me a good day.
- I gave my name to {who}, got a number and was served after ten minutes.
- "Morning, Mrs Lee, room 12, breakfast from seven." Key in hand, up the stairs, done.
- {Name} introduced herself by name, took down mine and sent the form on {day}.
- The mail had my name and the booking for {town} right. Nothing to add.
- I said who I was, {name} looked up the repair and told me it would be ready on {day}. It was.
"""
LOYALTY_HOLLOW = """
- {Years} with {firm}, and the reward for my loyalty was a {offer} that any stranger can have.
- "As a valued customer of {years}" it began, and then came the {offer} that new customers get,
  too.
- They thanked me for {years} of loyalty with a {offer}. The very same one hung in the window.
- The letter celebrates our {years} together. Lovely words. Inside: a {offer}, printed for
  everyone.
- "We treasure you," wrote {firm} after {years}. What they treasure me with is a {offer} for all.
- Gold member, {years}. It gets me a {offer} and the sentence "because you matter to us". That's
  all.
- {Years} a customer. They sent "a personal thank you" that was just the general {offer} with my
  name.
- On the phone she read out "I see you've been with us {years}, how special" and gave me the usual
  {offer}.
- My so-called loyalty gift after {years}: the {offer} that lies on every seat.
- For {years} I have been "part of the family". Family gets a {offer}, like every address in
  {town}.
"""
YEARS = {
    **WORDS,
    "years": choices(
        "ten years | twelve years | fifteen years | twenty years | nine years | thirty years"
    ),
}
FORM_LETTER = """
- I wrote two pages about my father's death. {Firm} sent the standard letter: "Dear customer, your
  concern is important to us."
- The reply began "we were so sorry to read about your experience with [PRODUCT]". They had not
  even filled in the {product}.
- Every complaint gets the same "heartfelt" mail. {Family} and I laid ours side by side, word for
  word the same, about two different {product}s.
- "We hear you and we feel your frustration," said the mail from {firm}. It answered nothing I had
  asked. A template with a heart on it.
- They signed it "personally yours, {name}". I looked it up, thousands have the same letter from
  {name}.
- My letter was about a {product}, the "personal answer" was about a hotel stay. Copy and paste.
- "Your story touched our whole team." Really? It came four seconds after I pressed send to
  {firm}.
- Got a "handwritten" card from {firm}. The handwriting is a font and {family} got the same one.
- I told them about the burnt {product} and my son's hand. Back came three lines of canned
  sympathy, "we understand how you feel".
- {Name} from the chat said "I totally understand how upsetting this is for you" after each
  message, the same line each time, {times}.
"""


def capabilities() -> tuple[Capability, ...]:
    """Return what only looks personal."""
    fake = [given("personalization.fake")]
    return (
        minimum("name repeated over a generic offer", fake, NAME_REPEATED, WORDS),
        minimum("name used naturally", [given("personalization.none")], NAME_NATURAL),
        minimum("loyalty without substance", fake, LOYALTY_HOLLOW, YEARS),
        minimum("form letter", fake, FORM_LETTER, WORDS),
    )
