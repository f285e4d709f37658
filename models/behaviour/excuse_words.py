"""Excuses that a firm's people give, half of the twelve: as said, and as the customer retells it.

A quote stands between quotation marks; a reason follows `I was told` or `because`.
"""

from models.behaviour.words import choices

QUOTES = {
    "access": choices(
        "I can't see that on my screen | I don't have the login for that"
        " | I've no access to that part | I'm not authorised to look at those records"
        " | That page is locked for us | I haven't got permission to view it"
    ),
    "tools": choices(
        "The system won't let me do that | The computers are down, nothing I can do"
        " | The button is greyed out, look | Our software has no option for it"
        " | We haven't got the equipment for that | The machine doesn't take it"
    ),
    "authority": choices(
        "My hands are tied, that's for the manager | It's above my pay grade"
        " | Only head office can decide that | My supervisor would have to sign it and she won't"
        " | It's not my call, it's up to the boss | I'd say yes, but the area manager says no"
    ),
    "policy": choices(
        "That's our policy | Those are the rules, I'm afraid | It's in the terms and conditions"
        " | Our procedure doesn't allow it | Regulations, no exceptions"
        " | It says so in your contract"
    ),
    "budget": choices(
        "There's no budget for that | We can't afford to do that for people"
        " | The money for it was cut | It would cost us too much"
        " | We haven't got the funds this quarter | There's nothing left in the pot"
    ),
    "workload": choices(
        "We're short-staffed | I'm too busy for that right now | There's only two of us on today"
        " | We don't have the time, look at the queue | Everyone's flat out, I can't spare anybody"
        " | Half the team is off sick"
    ),
}
REASONS = {
    "access": choices(
        "nobody there is allowed into the records"
        " | the details were hidden from everyone in the room"
        " | they had never been given the password for it | they were locked out of that screen"
        " | they lacked the rights to look it up | their login does not go that far"
    ),
    "tools": choices(
        "the computer would not take it | the program has no box for a case like mine"
        " | their terminal had been dead since morning | they had no machine for that kind of thing"
        " | the software crashes each time they try | the till can't process anything like it"
    ),
    "authority": choices(
        "nobody below the director may say yes"
        " | it would take someone higher up, and higher up didn't want to"
        " | they weren't senior enough to agree to anything"
        " | the people upstairs had not given their blessing"
        " | a decision like that gets made two floors up"
        " | the bosses had ruled on it and staff have no say"
    ),
    "policy": choices(
        "there was a guideline against it | clause nine rules it out | the handbook says no"
        " | it has to go through the proper channels first | they had to go by the book"
        " | the conditions don't provide for it"
    ),
    "budget": choices(
        "it was too expensive for them | the cash for that sort of thing ran out in March"
        " | cutbacks had put an end to it | they are squeezed on costs and can't pay for it"
        " | their finances did not stretch that far | every penny was already spent elsewhere"
    ),
    "workload": choices(
        "they were run off their feet | there weren't enough people on shift"
        " | the backlog was so long that nobody could look at it | they had their hands full"
        " | they had lost four people and replaced none | everyone was swamped"
    ),
}
