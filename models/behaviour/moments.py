"""How high a moment was: wow, merely fine, and no moment at all."""

from models.behaviour.cases import Capability, given
from models.behaviour.making import minimum
from models.behaviour.words import choices

WOW = """
- {Name} drove all the way to {town} after her shift to bring me the {product} I had left behind.
  I cried. I'll never forget it.
- My flight was gone and my phone dead. {Name} gave me her own charger, found me a bed and sat
  with me until the taxi came. Unbelievable.
- They heard that {family} was dying and opened the restaurant in {town} on their day off so that
  we could have one last dinner there. I have no words.
- I only asked for directions. {Name} closed her stall, walked me there and waited until somebody
  let me in. Who does that? Amazing.
- The mechanic saw that I had the kids in the car and fixed it in the rain at nine at night, for
  nothing. I still can't believe it.
- {Name} noticed it was our anniversary and had the whole staff sing for us. We were moved to
  tears.
- My {product} was ten years old and out of warranty. {Name} repaired it at home over the weekend
  and would not take a penny. I'm speechless.
- The nurse stayed three hours after her shift to hold my hand before the operation. I owe her
  more than I can say.
- When my purse was stolen in {town}, {name} lent me fifty of her own money and told me to pay it
  back whenever. The kindest thing anyone has done for me on a trip.
- {Name} learned that my son loves trains and arranged for him to sit with the driver. His face!
  Best day of our lives.
"""
FINE = """
- Dropped my {product} off on {day}, picked it up two days later. It works. Fine.
- Ordered a {product}, it came on {day} as they said it would. No complaints, nothing special.
- Had my appointment in {town} on {day}, was called in on time, got my answer and left. Does the
  job.
- I rang about my bill, {name} explained it, I paid it. All in order.
- Checked in at {town}, got the key, slept, checked out. Staff did what they have to.
- The man came on {day} between eight and ten as agreed and fitted the {product}. That's that.
- Asked for a copy of my contract and {firm} sent it two days later. OK.
- Got my tyres changed in {town} on {day}. Half an hour, price as quoted. Can't complain.
- {Name} took our order, brought the food, brought the bill. Decent enough.
- I returned a {product} with the receipt and got my money back. As it should be.
"""
PRODUCT_ONLY = """
- The {product} is lighter than my old one and makes less noise. The cord could be longer.
- Nice {product}, but the colour is not like in the picture. It takes up little space.
- The seats are narrow and the table wobbles. Leg room is fine if you're under six foot.
- The {product} heats up fast. The handle gets warm, so use a cloth.
- Room with a view of {town}, soft bed, tiny bathroom, thin walls.
- A bit dear for what it is. The {product} looks good on the shelf, feels cheap in the hand.
- The soup at the place in {town} is salty, the bread is good and the portions are huge.
- My {product} has three settings and I only ever use one. Easy to clean.
- The app has dark mode now and the map of {town} loads quicker. Icons are too small.
- Solid {product}, does what it says, the lid is a little stiff.
"""
GOODS = {"product": choices("kettle | heater | toaster | iron | frying pan | table grill")}
OPINION = """
- I always recommend {firm}. Honest prices, and you can trust them.
- Customer service in {town} is a joke these days. Nobody cares about people any more.
- Great place, friendly staff, would recommend to anyone who likes a good {product}.
- If you ask me, {firm} should train their people better and charge less.
- Never order a {product} in December, that's my advice. Go to the shop.
- In my opinion a company that doesn't pick up the phone doesn't deserve your money.
- Best café in {town}. Cosy, cheap and always a kind word.
- Overrated. You pay for the name, and the {product}s are no better than elsewhere.
- They are usually quick and polite, and on a {day} it is quiet there.
- Companies talk a lot about loyalty and it's all marketing. {Firm} are no different.
"""


def capabilities() -> tuple[Capability, ...]:
    """Return moments of every height."""
    return (
        minimum("wow: staff went beyond duty", [given("moment.wow")], WOW),
        minimum("merely fine", [given("moment.met")], FINE),
        minimum("product only", [given("moment.none")], PRODUCT_ONLY, GOODS),
        minimum("general opinion is no story", [given("narrative.not_story")], OPINION),
    )
