"""Added sentences that must move a probability, up or down."""

from models.behaviour.cases import Capability, Claim, absent, given
from models.behaviour.excuses import QUOTES, REASONS
from models.behaviour.making import direction_cases, listed

PLIGHTS = listed("""
- {scene} It is still not done.
- {scene} I went home without it.
- One star. {scene} Nothing came of it.
- We are old customers. {scene} That was on {day}.
- {scene} It took {wait} until it was my turn.
- {scene} I spoke to {who}.
- Dear all, {firm} here in {town} have let me down. {scene}
- {scene} {Family} came along, too.
- {scene} I asked politely, and I asked again on {day}.
- On {day} I lost my patience. {scene}
""")
FAILURES = listed("""
- They sent the wrong {product}.
- My room in {town} had not been cleaned when we arrived.
- The bill from {firm} was wrong by a hundred euros.
- My suitcase did not come out in {town}.
- The engineer did not turn up on {day}.
- They had lost my booking and we stood there with our bags.
- The {product} came back from the repair with a scratch across the front.
- Our food was cold and it was not what we'd ordered.
- {Firm} charged my card twice on {day}.
- They had forgotten my appointment, and I sat there for {wait}.
""")
AMENDS = (
    "Then the manager rang, said it was entirely their fault, and put it right the same day.",
    "They owned up at once, apologised, and sorted it within the hour, with a gift on top.",
    "The woman in charge said sorry in person and fixed it while I waited.",
    "To their credit they admitted the mistake, made it good and paid for my trouble.",
    "But they apologised from the heart, took the blame and corrected everything by evening.",
    "An hour later a man stood at my door, said they had messed up and made it right.",
)
SERVED = listed("""
- I took my {product} to be repaired in {town} and {name} fixed it.
- {Name} served us dinner on {day}.
- I rang {firm} about my contract and {name} changed it.
- We checked in late in {town} and {name} gave us our key.
- The nurse changed the bandage on {day}.
- I'd left a bag on the bus, and {name} at the office in {town} gave it back to me.
- {Name} helped me with the form at the town hall.
- On {day} the driver brought my {product} to the door.
- We needed another seat on the plane to {town} and {name} found one.
- {Family} had a question about the pills and {name} answered it.
""")
PRAISE = (
    "I have never been treated so wonderfully in my life, I was moved to tears.",
    "She went so far beyond what anyone could expect that I still can't believe it.",
    "It was astonishing, she gave up her own evening for us and wanted nothing in return.",
    "Absolutely amazing, the best service I've ever had, I'll tell everyone for years.",
    "We were stunned by so much kindness and will never forget her.",
    "She did all of it after her shift, unasked, just to make us happy. Incredible.",
)
INSULTS = (
    "Then he called me an idiot in front of everybody.",
    "The clerk sneered at me and said that people like me should stay at home.",
    "She shouted at me as if I were a child.",
    "He accused me of lying and laughed in my face.",
    "They mocked the way I speak.",
    "He swore at me and told me to get lost.",
)
PASSED_ON = (
    "They put me through to four departments and the last one sent me back to the first.",
    "I have called six times since, each time another person, each time from the start.",
    "The desk sent me upstairs, upstairs sent me to the website, the website told me to call.",
    "Since then I'm passed from one to the next and nobody answers.",
    "Seven calls, three case numbers, and they keep transferring me.",
)
BAD_TURNS = (
    "But then they overcharged me, denied it and put the phone down. I'm never going back.",
    "A day later it all fell apart, nobody would help and I lost my money. Awful company.",
    "Afterwards they insulted my wife and threw us out. Disgusting.",
    "It turned out to be wrong, and when I came back they refused to even talk to me.",
    "Then they ignored all my calls for a month. What a let-down.",
)
HOLLOW = (
    "She said my first name in every sentence and then read me the standard offer.",
    "Then came a 'personal letter just for you', the same that the whole street got.",
    "They wrote that I am a valued customer, very special, and enclosed the usual leaflet.",
    "The reply was a form letter with my name pasted in and pretended to be personal.",
    "'We value you as an individual,' said the mail, and it was a mass mailing.",
)


def _excuses() -> Capability:
    cases = []
    for number, (label, quotes) in enumerate(QUOTES.items()):
        said = [f'"{quote}," they said, and did nothing.' for quote in quotes]
        told = [f"They would not help because {reason}." for reason in REASONS[label]]
        turned = PLIGHTS[number % 5 :] + PLIGHTS[: number % 5]
        mixed = [one for pair in zip(said, told, strict=True) for one in pair]
        cases += direction_cases([given(f"excuses.{label}")], turned[:6], mixed, 1)
    return Capability("an excuse is added", "direction", tuple(cases))


def _added(name: str, claim: Claim, bases: tuple[str, ...], more: tuple[str, ...]) -> Capability:
    return Capability(name, "direction", tuple(direction_cases([claim], bases, more, 5)))


def capabilities() -> tuple[Capability, ...]:
    """Return what must move, and the way it must go."""
    return (
        _excuses(),
        _added("apology and fix raise recovery", given("drivers.recovery"), FAILURES, AMENDS),
        _added("apology and fix lower failed", absent("moment.failed"), FAILURES, AMENDS),
        _added("stronger praise raises wow", given("moment.wow"), SERVED, PRAISE),
        _added("an insult raises disrespect", given("drivers.disrespect"), PLIGHTS, INSULTS),
        _added("being passed on raises runaround", given("drivers.runaround"), PLIGHTS, PASSED_ON),
        _added("a bad turn raises failed", given("moment.failed"), SERVED, BAD_TURNS),
        _added("hollow attention raises fake", given("personalization.fake"), PLIGHTS, HOLLOW),
    )
