"""Verdicts that turn: sarcasm, a good end, a bad end, a competitor who did better."""

from models.behaviour.cases import Capability, absent, given
from models.behaviour.making import minimum
from models.behaviour.words import choices

SARCASM = """
- Great job, everyone. {Wait} on hold and then cut off. Really first class.
- Thank you so much for losing my {product}. I always wanted to write six mails about one.
- Well, that was a treat. {Wait} in a cold waiting room and then they had closed. Loved it.
- Five stars for the silence. I wrote to {firm} four times and my inbox is as empty as on day one.
- What a delight {name} was, rolling her eyes at every question I asked. Made my day.
- Fantastic. My new {product} arrived in three pieces and the helpline wished me a lovely weekend.
  That was all they did.
- Hats off to {firm}: it takes talent to send the wrong bill three months running.
- I do so enjoy being shouted at over a {product}. Highly recommended if you miss the army.
- Brilliant idea to cancel my booking in {town} and not tell me. The night on that bench was
  magical.
- Bravo. {Wait} for an engineer who looked at the {product}, said "huh" and left. Money well
  spent.
"""
GOOD_END = """
- It started badly: {wait} in the queue and a grumpy man at the till. Then {name} took over, fixed
  my {product} in minutes and hugged me goodbye. I left smiling and will be back.
- The first call was a mess. The second one, with {name}, made up for all of it: refund the same
  day and a new {product} on top.
- I wanted to give one star after {wait} of waiting in {town}. {Name} turned it into five. She
  listened, sorted the ticket and rang later to check on us.
- They lost our booking, yes. But what {name} did then, a better room, dinner, a taxi in the
  morning, was superb. We'd go again any time.
- Rocky beginning with the wrong {product}. In the end I could not be happier, {name} drove over
  with the right one that night.
- Nobody at the door in {town}, no lights on. I was ready to go home. Then {name} came running,
  said sorry, and gave us the nicest evening we've had in years.
- I was furious on {day}. By Friday I was a fan: {firm} put everything right, paid my costs and
  apologised in person.
- At first they said no. {Name} called me back on her own, said that wasn't fair and replaced the
  {product} free of charge. Very happy now.
- The delivery to {town} was two days late, which annoyed me. All forgiven: {name} carried it up
  four floors, set it up and took the old one away.
- Cold soup, wrong wine, I nearly walked out. {Name} saw it, made it all good and wouldn't let us
  pay. Best service we've had.
"""
BAD_END = """
- {Name} was so sweet when I signed up in {town}. Then my {product} broke, and not one of them
  would take my call. Never again.
- Lovely welcome, warm towels, a smile. At the end they charged me twice and told me to prove it.
  I'm done with them.
- For years {firm} were great. On {day} they left my mother standing in the rain and drove off.
  That's it for us.
- The sale was a dream, {name} could not do enough. The repair was {wait} of being ignored, and my
  {product} still doesn't work.
- A fine meal in {town}, charming waiter. Then he shouted at my wife over the tip, in front of
  everyone. We will not be back.
- It began so well: quick answer, nice chat. After that they took my money, sent no {product} and
  blocked my number.
- Check-in was perfect. At midnight they threw us out of the room in {town} because it had been
  sold twice. Horrible night.
- I used to praise {firm} to all my friends. Last {day} they hung up on me three times. I've
  cancelled.
- {Name} was helpful at first, I'll give her that. When it got difficult she vanished, nobody took
  over and I lost my deposit.
- The first nurse was an angel. The next one forgot me for {wait}, in pain, and snapped at me when
  I asked. I left in tears.
"""
COMPETITOR = """
- {Firm} could not do it in a month. I went to the shop across the road and they did it in ten
  minutes, with a smile.
- After {wait} of nothing from {firm} I rang their rival. They answered at once and sent a man the
  same day. Guess who has my money now.
- {Name} at the other place had my {product} running by noon, after these people had sent me away
  twice.
- You refused to look at my {product}. Your competitor in {town} fixed it for free. Wonderful
  people there.
- I switched to a small firm in {town}, they are superb, because {firm} ignored five of my mails.
- If you want to see how it's done, go next door: they helped me right away, while here I stood
  {wait} and was not even looked at.
- What a difference! The new dentist is gentle and kind. The one I'm reviewing drilled the wrong
  tooth and told me to stop moaning.
- Their competitor called me back within five minutes. These here promised to call on {day} and
  never did.
- Thank heaven for the other airline, they got us to {town}. This one left us on the floor of the
  hall all night without a word.
- I bought the same {product} elsewhere in the end, great service there. Here the man laughed at
  my question and walked off.
"""
GOING = {
    "wait": choices(
        "an hour | two hours | forty minutes | half an hour | ninety minutes | three hours"
    )
}


def capabilities() -> tuple[Capability, ...]:
    """Return texts whose words point one way and whose verdict points the other."""
    failed = [given("moment.failed")]
    return (
        minimum("sarcasm is a failure", [*failed, absent("moment.wow")], SARCASM, GOING),
        minimum(
            "bad start, good end", [absent("moment.failed"), absent("moment.none")], GOOD_END, GOING
        ),
        minimum("good start, bad end", failed, BAD_END, GOING),
        minimum("praise of a competitor", failed, COMPETITOR, GOING),
    )
