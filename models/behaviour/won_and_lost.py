"""Drivers that are easily mixed up: runaround, queueing, broken promise, mistake, recovery."""

from models.behaviour.cases import Capability, absent, given
from models.behaviour.making import minimum

RECOVERY = """
- They sent the wrong {product}. {Name} rang to say it was their fault and had the right one here
  by evening. Sorted.
- My room in {town} hadn't been cleaned. {Name} apologised at once, moved us to a better one and
  paid for dinner.
- The bill was wrong. {Name} owned up to it, corrected it while I waited and gave me a month free.
- The paint was chipped when I collected my car. The boss said "that's on us", took it back in and
  it was perfect by {day}.
- Our food had been dropped. The waiter came over, told us straight, brought new plates and took
  it off the bill.
- {Firm} had booked my money twice. They called me before I saw it, said sorry and had it back in
  my account the same day.
- The lab mixed up my sample. The doctor phoned in person, apologised and did the test again that
  day.
- My case stayed behind in {town}. {Name} tracked it down and brought it to my door with an
  apology and a gift.
- The builder had cut the worktop too short. He admitted it, ordered a new one at his own cost and
  fitted it on {day}.
- They forgot us in the waiting room. {Name} came out, said it was her mistake and stayed late to
  see us.
"""
RUNAROUND = """
- Billing sent me to repairs, repairs to the shop in {town} and the shop back to billing.
- I have called {firm} seven times. Each time someone new, each time from the beginning.
- {Name} put me through to another team, they put me through to a third, and the line went dead.
- Transferred five times about one {product}. The last person asked me why I was calling.
- I mailed, they told me to phone. I phoned, they told me to go to {town}. In {town} they told me
  to mail.
- It is the ninth call about my {product}. "Somebody will be in touch," they say. No one ever is.
- The desk sent us upstairs, upstairs sent us to the other building, and there they sent us to the
  desk.
- Three weeks of ringing {firm}, three case numbers, and each of them knows nothing about the
  others.
- I was passed from {name} to her colleague to some agency and back again. My question is still
  open.
- Every time I ring about the refund I get handed on. Yesterday it was four people in {wait}.
"""
QUEUEING = """
- The queue at the desk in {town} was long, {wait}, and then it was our turn and all went well.
- We stood in line for {wait} on {day}. The lady then stamped the papers and that was it.
- Packed on a {day}. I queued for {wait} to pay for a {product}, and the cashier was quick.
- There was a long line at the bakery in {town}. Worth it, the rolls were warm.
- I waited {wait} at the clinic, as it was full, and was then seen by {name}.
- {Wait} in the queue for the ferry. We read our books, then we drove on board.
- Security in {town} took {wait} on {day}, half the country was flying. Then we boarded.
- One till open and twenty people ahead of me. After {wait} I had my {product}.
- The line went round the block for tickets in {town}. {Wait}, then we had them.
- It was slow on {day}: {wait} until we had a table. The food came fast after that.
"""
BROKEN = """
- {Name} promised to call me back on {day}. She never did.
- I was told my {product} would be ready on {day}. It wasn't, and not on the day after either.
- They guaranteed me a room with a bath in {town}. There was no bath and they knew it.
- "You'll have your money by {day}, you have my word," said {name}. A month later I have nothing.
- The engineer was booked for {day}, eight o'clock. I stayed at home all day and nobody came.
- {Firm} gave me in writing that the price stays the same. It went up the very next month.
- I was assured that I would get the window seat I'd reserved to {town}. I did not.
- He swore that the {product} would be delivered before the party. It came a week after.
- They said I could cancel at any time. When I did on {day}, they refused and kept on charging.
- A free replacement was agreed with {name} on {day}. When I turned up for it she went back on it.
"""
MISTAKE = """
- They put diesel into my petrol car. It stood dead on the road to {town}.
- I had ordered a {product} and got a box of dog food.
- The barber in {town} cut a hole into my hair and the other side is longer.
- {Firm} took the payment from the wrong account and I was overdrawn.
- {Name} typed in the wrong date and our tickets to {town} were for last year.
- On {day} the vegetarian dish had ham in it. I'd told the waiter twice.
- They opened my {product} to clean it, and now it is dead and a screw is missing.
- My {product} came back from repair with a crack in it and someone else's label.
- {Name} sent us a plumber on {day}. He fitted the tap the wrong way round and flooded the
  kitchen.
- The pharmacy in {town} gave {family} the double dose by error.
"""


def capabilities() -> tuple[Capability, ...]:
    """Return drivers, each beside the one that it is mixed up with."""
    kept = absent("drivers.broken_promise")
    return (
        minimum("recovery", [given("drivers.recovery")], RECOVERY),
        minimum("runaround", [given("drivers.runaround")], RUNAROUND),
        minimum("plain queueing is no runaround", [absent("drivers.runaround")], QUEUEING),
        minimum("broken promise", [given("drivers.broken_promise")], BROKEN),
        minimum("mistake, no promise", [given("drivers.mistake"), kept], MISTAKE),
    )
