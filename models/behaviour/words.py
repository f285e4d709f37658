"""Common words that fill the slots of carriers, where a capability brings none of its own."""

from collections.abc import Mapping, Sequence


def choices(line: str) -> tuple[str, ...]:
    """Split fillers written as `one | two | three`."""
    return tuple(" ".join(choice.split()) for choice in line.split("|"))


COMMON: Mapping[str, Sequence[str]] = {
    "name": choices("Priya | Helen | Aisha | Ingrid | Mei | Carmen | Ruth | Fatima"),
    "town": choices("Leeds | Ghent | Tucson | Cork | Bergen | Dundee | Halifax | Porto"),
    "product": choices("kettle | lamp | printer | toaster | radio | heater | blender | phone"),
    "firm": choices(
        "the bank | the phone company | the insurer | the gas people | the travel agency"
        " | the garage | the gym | the removal firm"
    ),
    "who": choices(
        "the woman at the desk | the lad on the phone | the clerk | the agent I got"
        " | the man behind the counter | the assistant | the person who answered"
        " | the guy in the chat"
    ),
    "wait": choices(
        "two hours | ninety minutes | an hour | fifty minutes | three hours | a whole morning"
        " | an hour and a half"
    ),
    "day": choices("Monday | Tuesday | Wednesday | Thursday | Friday | Saturday"),
    "family": choices(
        "my mum | my father | my wife | my brother | my son | my aunt | my neighbour"
    ),
    "scene": (
        "My bank card was blocked on a Friday night and I rang to have it opened.",
        "I went in for a refund on a coat that had split at the seam.",
        "Our boiler was out for the third time, so I called the number on the contract.",
        "I asked at the clinic for the results that were due last week.",
        "My parcel had been sitting in the depot for nine days and I went there in person.",
        "I needed a letter from the council to say that we live here.",
        "Our train was cancelled and I asked for another way to get home.",
        "I wanted the hotel to move us away from the building site next door.",
        "My phone bill had doubled and I asked why.",
    ),
}
