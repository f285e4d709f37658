"""Twenty stories of all sorts that the invariance cases change; slots as in all carriers.

`{she}`, `{her}`, `{him}` and `{herself}` are the pronouns of the one who is called `{name}`.
"""

from models.behaviour.making import filled, listed, slots
from models.behaviour.words import COMMON

PRONOUNS = {
    "woman": {"she": "she", "her": "her", "him": "her", "herself": "herself"},
    "man": {"she": "he", "her": "his", "him": "him", "herself": "himself"},
}

SEEDS = listed("""
- I took my {product} back to the shop in {town} because it didn't switch on. {Name} said the
  rules don't allow a refund without the box, and {she} wouldn't even look at it. I left with a
  broken {product}.
- {Name} at the {town} branch stayed an hour after closing to find my mother's ring behind the
  counter. {She} wouldn't take a tip. I've never seen anything like it.
- Rang about my {product}. {Name} passed me to billing, billing passed me to repairs, and repairs
  didn't pick up. That's four calls, and I'm still waiting.
- Collected my {product} in {town} on Tuesday. {Name} checked the order, I signed, and it's
  working. Can't complain.
- The {product} is lighter than the old one and it doesn't get hot. It's a bit dear, but I'd buy
  it again.
- {Name} remembered that I can't manage the stairs, and {she} had already put us on the ground
  floor when we got to {town}. It's the first hotel that's ever noticed.
- Four times {name} called me by my first name on the phone, and then {she} read out the same
  offer that everyone's had in the post. They don't know me at all.
- Our train to {town} was cancelled. {Name} at the desk said it wasn't {her} job, and that we'd
  have to ring head office. {She} didn't look up once.
- They'd sent the wrong {product}. {Name} rang me {herself}, said it was their mistake, drove over
  to {town} with the right one that evening and wouldn't let me pay. I'm impressed.
- I work at a shop in {town}. Last week a woman threw a {product} on my counter and shouted. I
  didn't argue, I checked the receipt, and {name} paid out the refund. That's how it goes.
- {Name} promised that the engineer would be here on Monday. It's Friday, nobody's come, and when
  I rang {town} again {she} said they're short-staffed.
- How did {name} know that I'd moved to {town}? I haven't told the company. {She} even asked about
  my daughter's school. It made me shiver.
- I asked {name} why my bill had doubled. {She} said {she} couldn't see that on {her} screen, and
  that I should've read the contract. I'm leaving them after nine years.
- Appointment at the clinic in {town} at nine, seen at five past. {Name} took the blood and told
  me when they'd ring, and they did. It's all I wanted.
- Always friendly in that place in {town}, and you don't wait long. I'd recommend the {product}s
  and the staff, they're a good bunch.
- My {product} stopped after two days. I wrote to {name} in customer care three times and didn't
  hear a thing. I won't buy there again.
- {Name} laughed at my accent and told me that I shouldn't shop in {town} if I can't speak
  properly. I walked out. {She} isn't fit to serve anyone.
- Customer: My {product} hasn't come. // Agent: This is {name}. The courier's had it since Monday,
  that isn't us. // Customer: So you won't help? // Agent: I can't, sorry.
- My flight to {town} was cancelled at midnight. {Name} saw my two children asleep on the bags,
  asked what we'd need and found us a room {herself}. We'll never forget {him}.
- {Name} apologised before I'd said a word: they had scratched my {product} in the workshop in
  {town}. {She} had ordered a new one already, and it didn't cost me a cent.
""")


def seeds_with(*wanted: str) -> tuple[str, ...]:
    """Return the seeds that have all of these slots."""
    return tuple(seed for seed in SEEDS if set(wanted) <= set(slots(seed)))


def told(seed: str, turn: int, **values: str) -> str:
    """Fill a seed, the n-th way; `values` go before the common words."""
    at = SEEDS.index(seed) + turn
    common = {key: COMMON[key][at % len(COMMON[key])] for key in ("name", "town", "product")}
    return filled(seed, {**common, **PRONOUNS["woman"], **values})
