"""Being seen as a person: loyalty with substance, preferences kept, and knowing too much."""

from models.behaviour.cases import Capability, given
from models.behaviour.making import minimum
from models.behaviour.words import choices

YEARS = {
    "years": choices(
        "ten years | twelve years | fifteen years | twenty years | nine years | thirty years"
    )
}
LOYALTY_REAL = """
- After {years} with {firm}, {name} looked at what I really use and cut my bill by a third without
  my asking.
- {Name} saw that I had been coming for {years} and kept my old table by the stove free for my
  birthday.
- {Years} a customer, and when my {product} died {name} said "not after {years}" and gave me hers
  until mine was repaired.
- My garage knows me after {years}. {Name} remembered my bad back and had the car brought to my
  door.
- Because we've stayed there for {years}, {name} had put our wedding photo from {town} in the
  room.
- For my {years} with them {firm} sent no voucher: {name} rang, asked what I needed and wrote off
  the fee I'd fallen behind on.
- They noticed I had been with them {years} and that I fly to {town} to see my mother, so they
  moved me to the early flight free of charge.
- The library in {town} marked my {years} by getting in the one book on beetles that I had hunted
  for.
- {Name} at the pharmacy: "{years} you've come here, I know you can't open those caps." She had
  put my pills in the easy box.
- When I'd been with the gym {years}, {name} made me a plan around my new hip. Her own idea.
"""
REMEMBERED = """
- {Name} remembered that I can't eat {food} and had told the kitchen before I sat down.
- Second stay in {town}, and they still knew about the {food}: a different breakfast stood ready
  for me.
- I'd said once, a year ago, that I am scared of needles. {Name} remembered and had the cream
  ready.
- "The usual seat on the left for your bad ear?" {name} asked. She'd kept it in mind since {day}.
- My barber in {town} recalls that I like it quiet, puts me in the corner and turns the radio down
  for me.
- They had noted that {family} walks with a stick and gave us the ground floor without our saying
  a word.
- {Name} knew from last time that my daughter can't stand {food} and brought her something she
  loves.
- The waiter remembered our order from spring, the wine without ice and no {food}, and just
  smiled.
- The vet remembered that my dog panics at the front door and let us in through the garden in
  {town}.
- Before I could say it, {name} had made my coffee the way I take it and left out the {food}.
  She'd served me once before.
"""
FOOD = {"food": choices("nuts | garlic | dairy | shellfish | onions | mushrooms")}
INTRUSIVE = """
- {Who} asked how my divorce was going. I had never told them a thing about it. I felt sick.
- The advert in the app mentioned {private}. How do they know? I deleted it at once.
- I was greeted in {town} with "back from the clinic?" They had followed where my phone had been.
  Creepy.
- {Name} on the phone knew about {private}. I never shared that. It gave me the chills.
- They brought up {private} to sell me a {product}. I felt watched.
- "We saw you looking at this at two in the morning," said the mail from {firm}. That is too close
  for me.
- The man from {firm} had gone through my photos online and joked about {private}. I felt exposed.
- At the counter she said aloud what she had read about {private}. In front of everyone. How dare
  they dig that up?
- {Firm} had a note on {private} in my file. Nobody asked me whether I want to be profiled like
  that.
- A stranger from sales rang and started with {private}. I hung up, locked the door and wondered
  who else knows.
"""
PRIVATE = {
    "private": choices(
        "my miscarriage | my daughter's school | my debts | my late husband | my sick leave"
        " | my new boyfriend"
    )
}
FRIENDLY = """
- Friendly staff, quick service, I had my {product} in ten minutes. They're like that with
  everybody.
- {Name} smiled, wished us a good evening and brought the menu. Pleasant place in {town}.
- Everyone in the queue got a free coffee on {day} because the till was slow. Nice of them.
- {Who} was polite, answered my question about the {product} and I paid.
- The nurse was kind and quick. Blood taken, plaster on, out by nine on {day}.
- Good service in {town}: ordered, eaten, paid, a mint for each guest.
- {Name} helped me carry the {product} to the car, as she does for all who buy one.
- Bus on time, driver cheerful, everybody got a good morning. {Town} does it well.
- The tour in {town} was fun and the guide answered all questions of the group.
- They answered the phone on {day}, took the order and sent the {product}. Lovely manners.
"""


def capabilities() -> tuple[Capability, ...]:
    """Return what is truly personal, what is too personal, and what is merely friendly."""
    real = [given("personalization.real")]
    return (
        minimum("loyalty with substance", real, LOYALTY_REAL, YEARS),
        minimum("preference remembered", real, REMEMBERED, FOOD),
        minimum("intrusive knowledge", [given("personalization.intrusive")], INTRUSIVE, PRIVATE),
        minimum("friendly to anybody", [given("personalization.none")], FRIENDLY),
    )
