"""Excuses that were not made: denied, imagined, or words that only come along in passing."""

from corpora.taxonomy import load_taxonomy
from models.behaviour.cases import Capability, none_of
from models.behaviour.making import minimum
from models.behaviour.words import choices

REASONS = {
    "reason": choices(
        "it was policy | the system was down | they were too busy | there was no budget for it"
        " | it was another department's job | only the manager could decide"
    )
}
DENIED = """
- Not once did they tell me that {reason}. They changed the booking and wished me a good trip.
- Nobody said {reason}. {Name} simply did it.
- I was waiting to hear that {reason}, but no, {name} fixed it there and then.
- They never claimed {reason}. They admitted that the bill was wrong and paid me back.
- At no point did anybody hide behind the line that {reason}. I had my refund in two days.
- {Name} didn't say {reason}. She got up and found the part.
- What I liked: no talk of how {reason}. My {product} was swapped within ten minutes.
- No one pretended that {reason}. The nurse said they had mixed up two files and put it right.
- {Firm} did not tell me {reason}. I got a yes, a date and a name.
- I never heard that {reason}, not from {who}, not from anyone. The door was mended on {day}.
"""
IMAGINED = """
- If they had told me that {reason}, I could have lived with it. But nobody answered at all.
- Had anyone said {reason}, fine. Instead there was silence for three weeks.
- I was afraid they would say {reason}. They didn't. The new {product} came the next day.
- I half expected {name} to tell me {reason}; she took my number and rang back within the hour.
- Suppose they'd said {reason}, would I have been cross? Probably. But it was done in five
  minutes.
- Other firms would have told me that {reason}. {Name} just did it.
- I wish they had at least said {reason}. We got no reason whatsoever, the shutter simply came
  down.
- I had prepared myself to hear {reason}. None of it. They took the {product} back with a smile.
- {Family} bet me ten euros they would say {reason}. I won. They saw us the same day.
- Nobody could have blamed {name} for saying that {reason}. She didn't, and we got our seats.
"""
PASSING = """
- The manager came over, asked how the meal was and filled our glasses. A nice evening in {town}.
- The new booking system let me pick the seat at home, so on {day} I just walked on board.
- {Name} went through the policy with me page by page and I signed for my {product} cover.
- Head office is next door to the shop in {town}, parking was easy and I had my {product} at ten.
- I asked about the rules on returns, {name} explained them and took the {product} back.
- Our budget was tight and {name} found us a {product} that fitted it. Happy with it.
- The place was busy on {day}, we still got a table and the food came quickly.
- The department for {product}s is on the third floor; {name} walked me there and we found one.
- My manager sent me to {firm} for a quote on {day}, which they gave me within the hour.
- The computer at the desk said gate 9, {name} pointed us that way and we boarded on time.
"""
PRICES = """
- {Priced} for a {product}! Too dear for me, and I told {name} so. She nodded and I left it there.
- My own budget does not stretch to {priced}, so I didn't buy the {product} in the end.
- I paid {priced} in {town} for something that used to cost half. Greedy, if you ask me.
- The {product} costs {priced} now. They must think that we are made of money.
- {Priced} for parking in {town}. I could not believe it, but the barrier went up when I paid.
- It is a lot of money, {priced}, and I had to save for it. The service itself went fine.
- We could not afford the big room at {priced} so we took the small one. Quick check-in, no
  trouble.
- Expensive place: {priced} for two coffees and a cake in {town}. Nice view.
- I think {priced} is a rip-off for a {product} of that size.
- {Name} was nice enough, but {priced} for an oil change is steep and I won't be back.
"""
AMOUNTS = {
    "priced": choices(
        "forty euros | ninety dollars | sixty pounds | thirty quid | eighty euros | fifty dollars"
    )
}


def capabilities() -> tuple[Capability, ...]:
    """Return texts in which nobody on the serving side excuses anything."""
    no_excuse = none_of("excuses", load_taxonomy())
    return (
        minimum("negated: they never said it", no_excuse, DENIED, REASONS),
        minimum("hypothetical: if they had said it", no_excuse, IMAGINED, REASONS),
        minimum("policy, system, manager in passing", no_excuse, PASSING),
        minimum("price complaint is no excuse", no_excuse, PRICES, AMOUNTS),
    )
