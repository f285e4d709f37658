"""Excuses that a firm's people give, the other half of the twelve, written in the same way."""

from models.behaviour.words import choices

QUOTES = {
    "knowledge": choices(
        "I'm new, I don't know how that works | Nobody told us about that"
        " | I haven't been trained on that | No idea, sorry, it's my second day"
        " | I don't know anything about it | They never showed us how to do that"
    ),
    "not_my_job": choices(
        "That's not my department | You'll have to ask the other desk | I only do new customers"
        " | I don't deal with that, try billing | That's for the day team, not for us"
        " | Not my job, I'm afraid"
    ),
    "blame_others": choices(
        "The courier messed that up, not us | That's the supplier's fault"
        " | My colleague must have entered it wrong | Our partner caused it, complain to them"
        " | Blame the other department for that | It's the weather, we can't help it"
    ),
    "blame_customer": choices(
        "You should have read the small print | You must have done something wrong"
        " | Well, that's your own fault | You should have come sooner"
        " | You filled it in wrong, didn't you | If you had checked, this wouldn't have happened"
    ),
    "status_quo": choices(
        "We've always done it this way | Nobody else complains | That's just how it works here"
        " | It's been like this for twenty years | You're the first who ever had a problem with it"
        " | All our other customers are happy"
    ),
    "cynicism": choices(
        "Why bother, nothing changes here | There's no point, they never listen"
        " | I just do my hours | I gave up trying years ago"
        " | Between you and me, it won't make any difference"
        " | I'm not sticking my neck out for this place"
    ),
}
REASONS = {
    "knowledge": choices(
        "no one there had heard how it is done | they had not been briefed"
        " | it had not been covered in their training | staff were in the dark themselves"
        " | they had only just started and couldn't say | nobody on the shift had a clue about it"
    ),
    "not_my_job": choices(
        "that was something for a different team | they were the wrong people to ask"
        " | they only handle the other half of it | this was a matter for another office"
        " | it belonged on someone else's desk | their section doesn't touch such things"
    ),
    "blame_others": choices(
        "it was all down to a subcontractor | the night shift had caused it"
        " | a third party had dropped the ball | their supplier had let them down"
        " | the clerk before them had got it wrong | the storm was to blame"
    ),
    "blame_customer": choices(
        "I had only myself to blame | I ought to have thought of that earlier"
        " | I must have misunderstood | it was my own doing | I hadn't paid attention"
        " | I had brought it on myself"
    ),
    "status_quo": choices(
        "it had never been done differently | no one had ever minded before"
        " | they saw no need to change what had worked for decades"
        " | that was simply how things go there | everyone else puts up with it"
        " | their ratings were good, so it must be fine"
    ),
    "cynicism": choices(
        "it was a waste of time even to try | no one in that building cares, so why should they"
        " | they had stopped trying long ago | it would only land in a bin anyway"
        " | they keep their heads down and do the minimum | raising it never gets anyone anywhere"
    ),
}
