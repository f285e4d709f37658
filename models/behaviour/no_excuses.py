"""Reasons that are no excuses: the customer's own, the one overcome, the one followed by help."""

from corpora.taxonomy import load_taxonomy
from models.behaviour.cases import Capability, none_of
from models.behaviour.making import labelled, listed, minimum
from models.behaviour.words import choices

OWN = """
- I missed the appointment because {own}. My mistake. The surgery gave me another slot the same
  afternoon.
- I have to be honest, {own}, which is why I turned up without the papers. {Who} printed them for
  me.
- I never rang back, since {own}. When I finally did, it was settled in five minutes.
- The delay was on my side: {own}. The garage held the car for me and charged nothing extra.
- I told them straight out that {own}. No fuss, they moved the date.
- We turned up a day late. I admit {own}, so it was entirely our doing. The hotel found us a room.
- I can't blame {firm} for the late fee. I let it slide because {own}. They explained it and I
  paid.
- I had put off my check-up for a year, as {own}. The dentist just got on with it. Job done.
- The form went in late as {own}, nobody else's doing. They accepted it all the same.
- Sorry about the late answer to your survey, {own}. My visit in {town} was fine, in and out in
  ten minutes.
"""
MY_REASONS = {
    "own": choices(
        "I was too busy with work | I had no time that week | I was new to all this"
        " | I hadn't read the terms | I couldn't log in to my mail | I hadn't got the money then"
    )
}
STAFF = listed("""
- My refund has been sitting there for a month because {reason}. So {who} told me, and that was
  all.
- {Who} said they had done nothing about my {product} as {reason}. Nobody took over.
- Why was my call never returned? Because {reason}, I was told. I'm still waiting.
- The appointment fell through. {Who} said {reason}, and left it at that.
- They sent me away in {town}: {reason}, {who} said, so no.
- That {reason} was all {firm} had to say about the wrong bill. They haven't fixed it.
- I asked for the papers and {who} said {reason}. I went home without them.
- {Firm} admitted that {reason}, and for that reason would not look at my case.
- {Who} told my neighbour and me that {reason}. We both left with no answer.
- I got one line back: {reason}. No help with the {product}, then.
""")
STAFF_REASONS = {
    "workload": ("they were too busy", "they had no time that week"),
    "knowledge": ("they were new to all this", "nobody had shown them how"),
    "blame_customer": ("I hadn't read the terms", "I should have asked sooner"),
    "access": ("they couldn't log in to my file", "they weren't allowed to see my account"),
    "budget": ("they hadn't got the money for it", "there was no budget left"),
}
OVERCOME = """
- {Who} said {hurdle}, thought for a second and did it anyway. My {product} was swapped on the
  spot.
- Strictly speaking {hurdle}. {Name} looked at my little boy, winked and let us in.
- At first I heard that {hurdle}. Then {name} rang round until she found somebody who said yes.
- Even though {hurdle}, {who} wrote it all down by hand and paid me out within the hour.
- {Name} could have told me that {hurdle} and sent me home. She stayed until it was solved.
- {Name} said she knew that {hurdle}, but I was not going home without my medicine. And I didn't.
- It was true that {hurdle}. Didn't stop {name}: she drove over in her own car with the part.
- {Hurdle}, so {name} lent me her own {product} until the new one came. Who does that?
- They told me {hurdle}. Five minutes later {name} came running after me with the refund. She had
  found a way.
- {Name} said {hurdle} but that she would not leave us standing there, and opened the side door.
"""
HURDLES = {
    "hurdle": choices(
        "the rules were against it | the system would not take it | it was not her department"
        " | only the manager could allow it | they were short of people that night"
        " | there was no money set aside for it"
    )
}
HONEST = """
- {Who} told us straight away that {trouble}, gave us tea and had us seen within the hour.
- My order was a day late because {trouble}. They rang before I noticed and it came the next
  morning.
- {Name} explained that {trouble}, then booked us on the next bus herself. All fine.
- {Name} was honest with me that {trouble} and said she would have it ready by four. At four it
  was.
- They were open about it: {trouble}. I was given a spare {product} meanwhile and had mine back on
  {day}.
- A sign at the door said that {trouble}. Even so I was served after ten minutes, and kindly.
- Dinner took longer as {trouble}. {Name} told us so, brought bread and then everything came hot.
- The text said {trouble} and gave a new time. They came at that very time and did the job.
- I heard from {name} that {trouble}. She took my number, called back at noon and it was done.
- {Name} apologised because {trouble}, and put me through to a colleague who sorted it in one go.
"""
TROUBLES = {
    "trouble": choices(
        "two of them were off sick | their computers were down | a delivery had not come in"
        " | the new team was still learning | the storm had closed the road"
        " | they had a lot on that day"
    )
}


def capabilities() -> tuple[Capability, ...]:
    """Return who gives the reason, and reasons that do not stand in the way."""
    no_excuse = none_of("excuses", load_taxonomy())
    return (
        minimum("customer's own reason is no excuse", no_excuse, OWN, MY_REASONS),
        labelled("the same reason from staff is one", "excuses", STAFF, STAFF_REASONS, 10),
        minimum("excuse overcome", no_excuse, OVERCOME, HURDLES),
        minimum("honest reason, then help", no_excuse, HONEST, TROUBLES),
    )
