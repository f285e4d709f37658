"""Who speaks: transcripts of two sides, employees, and family on the customer's behalf."""

from models.behaviour.cases import Capability, absent, given
from models.behaviour.making import minimum

UNHELPED = """
- Customer: My {product} has not come. // Agent: It is on its way. // Customer: You said that last
  week. // Agent: I can only repeat it. // Customer: So nobody can tell me where it is? // Agent:
  No. Goodbye.
- Agent: Hello, this is {name}. // Customer: I was charged twice in {town}. // Agent: That can't
  be. // Customer: I have both receipts. // Agent: Please write to us. // Customer: I've written
  three times!
- Customer: I've been waiting {wait}. // Agent: We are busy. // Customer: Can you at least look up
  my case? // Agent: No. // Customer: Unbelievable. I'm cancelling.
- Customer: The {product} broke on the first day. // Agent: Did you drop it? // Customer: No! //
  Agent: People always say that. // Customer: Then I want your manager. // Agent: There isn't one.
- Agent: How may I help? // Customer: I need to get to {town} tonight, my train was cancelled. //
  Agent: Tomorrow at nine. // Customer: And where do I sleep? // Agent: I wouldn't know.
- Customer: Hi, still no refund from {day}. // Agent: Which refund? // Customer: I told you an
  hour ago. // Agent: I see nothing here. // Customer: Hello? Hello? // Agent has left the chat.
- Customer: You cut off the wrong line in {town}. // Agent: I can put in a new order, two weeks.
  // Customer: Two weeks without a phone because of you? // Agent: Yes. // Customer: Disgraceful.
- Customer: {Family} is ill and has no heating. // Agent: The next slot is in ten days. //
  Customer: In this cold! No heating! // Agent: Anything else? // Customer: You haven't helped at
  all.
- Agent: Good day, {name} speaking. // Customer: You promised to ring on {day}. // Agent: It
  wasn't me. // Customer: And who calls me now? // Agent: I really don't know. // Customer: This
  is hopeless.
- Customer: My {product} was opened and half the parts are gone. // Agent: It left us complete. //
  Customer: Are you calling me a liar? // Agent: Take it as you like.
"""
HELPED = """
- Customer: My {product} has not come. // Agent: Let me see. It got stuck in {town}, I am sorry. A
  new one goes out today. // Customer: Oh, that's quick. Thank you!
- Agent: Hello, this is {name}. // Customer: I was charged twice in {town}. // Agent: You're
  right, I have just paid it back. // Customer: Perfect, I can see it already.
- Customer: I've been waiting {wait}. // Agent: I am so sorry, let me do it right now. Done. //
  Customer: Thanks, that was all I needed.
- Customer: The {product} broke on the first day. // Agent: Then you get another. It will be there
  on {day}. // Customer: Great, thanks for your help.
- Agent: How may I help? // Customer: I need to get to {town} tonight. // Agent: I've put you on
  the late bus, seat 12. // Customer: You are a star, thank you so much.
- Customer: Hi, still no refund from {day}. // Agent: I found it, the number was wrong. Sent
  again. // Customer: It's here. Thank you, {name}.
- Customer: The line in {town} is dead. // Agent: I've reset it from here, please try. //
  Customer: It works! Wonderful. // Agent: Happy to hear it.
- Customer: {Family} is ill and has no heating. // Agent: A man will be there within the hour. //
  Customer: He just rang the bell. I can't thank you enough.
- Agent: Good day, {name} speaking. // Customer: Can I move my booking to {day}? // Agent: Yes,
  it's moved, no charge. // Customer: Lovely, thanks.
- Customer: A part of my {product} is missing. // Agent: I'll post it tonight with something for
  your trouble. // Customer: That is very kind, thank you.
"""
RUDE_CUSTOMER = """
- I work the till in a shop in {town}. On {day} a man threw his {product} at me because I asked
  for the receipt. I stayed calm, and he got his refund.
- Night desk here. A guest called me every name under the sun because the bar was shut. I brought
  her water and a sandwich and she went to bed.
- We had a woman in our clinic on {day} who screamed at all of us. We saw her on time, treated her
  and she left without a word of thanks.
- As a waiter in {town} you get them: a man snapped his fingers at me all evening. I served him
  like everybody else. He ate, paid and left no tip.
- I answer phones for {firm}. My first caller on {day} swore at me for ten minutes. I sorted his
  {product} while he did it.
- My colleague {name} and I had a customer who wanted a {product} we have never sold and called us
  thieves. We found him a shop that has it.
- I drive a bus in {town}. A passenger spat at my window since I was a minute late. I still let
  him on and took him home.
- At our repair desk a customer told {name} she was stupid. I took over, mended his {product} and
  he grumbled all the way out.
- Cabin crew, twelve years. A man in row 9 threw a cup at me over {town}. We moved him, gave him
  his meal and landed on time.
- I run the returns desk. On {day} a lady hit the counter with her {product} and shouted that I'm
  useless. I swapped it within five minutes, as I would for anyone.
"""
FAMILY = """
- {Family} was left on a trolley in the corridor for {wait}. I sat there and no one came.
- I'm writing for {family}, who is deaf. They told us to phone. We had said it at the desk twice.
- They lost the referral for {family} and we found out on {day}, at the door of the clinic in
  {town}.
- {Family} can't write English well, so I do it. The {product} they sold at the shop in {town} was
  used.
- {Family} was so well looked after in {town}. {Name} helped at every meal and rang us each
  evening.
- I went along with {family} to the bank on {day}. {Name} took her time with the forms, very
  patient.
- We booked a car for {family} in {town} and nobody turned up. We drove there ourselves in the
  end.
- For {family} the stairs are a problem. {Name} opened the goods lift for us without our asking.
- {Family} has been with {firm} for years and was told on {day} to go elsewhere. We are upset.
- {Name} from the home called me when {family} had a fall, and stayed until I got there.
"""


def capabilities() -> tuple[Capability, ...]:
    """Return voices other than a customer's own."""
    other = given("narrator.other")
    return (
        minimum("transcript, no help", [other, given("moment.failed")], UNHELPED),
        minimum("transcript, helped", [other, absent("moment.failed")], HELPED),
        minimum(
            "employee's tale of a rude customer",
            [given("narrator.employee"), absent("moment.failed")],
            RUDE_CUSTOMER,
        ),
        minimum("family speaks for the customer", [given("narrator.customer")], FAMILY),
    )
