"""Phrases for each label, written from what the taxonomy says that it means.

None was taken from a labelled passage, and none was changed after a score was seen.
"""

PHRASES = """
narrative.story: yesterday, last week, last month, last night, the other day, called, asked, told
narrative.story: said, went, waited, arrived, ordered, then
narrative.not_story: would recommend, recommend*, in general, overall, usually, tip, make sure
narrative.not_story: should always, is open, are available
narrator.customer: as a customer, my order, my room, my flight, my account, we stayed, i ordered
narrator.customer: i booked, i bought, my appointment, my bill, our waiter
narrator.employee: i work, we work, my shift, our customers, our guests, my manager, my coworker*
narrator.employee: my colleague*, our team, our patients, my boss, working here
narrator.other: customer:, agent:, the author, according to, the study, interviewer:, the report
narrator.other: the company says
moment.wow: above and beyond, amazing, incredible, exceeded, blown away, so moved, out of her way
moment.wow: out of his way, out of their way, never forget, in tears, outstanding, delighted
moment.wow: made my day, customer for life
moment.met: fine, as expected, no problem*, no complaints, without a hitch, ok, okay, smooth
moment.met: did the job, no issues
moment.failed: worst, terrible, awful, disappoint*, unacceptable, never again, refused, ignored
moment.failed: still waiting, rude, nobody, let down, hung up
drivers.sincerity: kind, kindness, warm*, caring, friendly, smile*, genuine*, took the time
drivers.sincerity: took her time, took his time, compassion*, patient with
drivers.understanding: listened, understood, asked why, asked me what, empath*, understanding
drivers.understanding: asked how, put herself in, put himself in
drivers.initiative: above and beyond, out of her way, out of his way, out of their way, stayed late
drivers.initiative: after his shift, after her shift, own time, personally, own car
drivers.initiative: made an exception, even though it was not, didn't have to, off the clock
drivers.anticipation: without asking, without being asked, before i, noticed, surprise*
drivers.anticipation: already waiting, had prepared, thoughtful, extra touch, complimentary
drivers.recovery: apologi*, made it right, put it right, fixed it, refunded, sorted, replaced
drivers.recovery: owned up, resolved, made up for, upgraded us
drivers.indifference: ignored, shrug*, didn't care, did not care, no apology, no reply, no response
drivers.indifference: never replied, not even look, couldn't care less, never looked up
drivers.indifference: without a word, nobody cared
drivers.runaround: transferred, passed from, back and forth, runaround, on hold, called again
drivers.runaround: call again, called back, sent me to, still waiting, chas*, another department
drivers.runaround: different person, several calls, no one called
drivers.broken_promise: promised, promise*, guaranteed, was supposed to, assured me, never came
drivers.broken_promise: never called back, never showed, didn't show up, was told that
drivers.mistake: wrong, mistake*, error*, incorrect*, lost my, lost our, broken, damaged, mixed up
drivers.mistake: overcharged, charged twice, double booked, botched
drivers.rigidity: no exceptions, refused to, against the rules, wouldn't let, minute late
drivers.rigidity: minutes late, the rule*, by the book, would not budge, script
drivers.disrespect: rude*, condescend*, accus*, yell*, shout*, laughed at, insult*, racist
drivers.disrespect: discriminat*, hostile, rolled her eyes, rolled his eyes, sneer*, liar
drivers.disrespect: talked down
personalization.real: remembered, knew my name, recognised, recognized, my favourite, my favorite
personalization.real: usual, tailored, just for me, knew that i
personalization.fake: valued customer, dear customer, form letter, copy and paste, scripted
personalization.fake: template, canned, my first name, generic, automated, robot*
personalization.intrusive: how did they know, how did he know, how did she know, creep*, spying
personalization.intrusive: tracked, tracking me, invasi*, privacy, too much about me, uneasy
excuses.access: can't see, cannot see, don't have access, no access, not authorised, not authorized
excuses.access: can't open, no permission, login, log in
excuses.tools: system is down, system was down, computer*, the system won't, the system doesn't
excuses.tools: system does not, out of order, no equipment, outdated
excuses.authority: my manager, head office, hands are tied, above my pay grade, above me
excuses.authority: only a manager, ask my supervisor, not my decision, leadership
excuses.policy: policy, policies, the rules, procedure*, terms, regulation*, not allowed
excuses.policy: the contract, bureaucra*
excuses.budget: budget*, no money, can't afford, cannot afford, funding, cost cut*, too expensive
excuses.budget: nothing left
excuses.workload: short staffed, short-staffed, understaffed, too busy, no time, not enough staff
excuses.workload: not enough people, only two of us, overworked, swamped
excuses.knowledge: don't know, didn't know, i'm new, not trained, no training, nobody told
excuses.knowledge: no one told, no idea, never been told, wasn't told
excuses.not_my_job: not my job, not my department, another department, not our problem
excuses.not_my_job: not my problem, have to ask, have to call, need to contact, other desk
excuses.not_my_job: not responsible
excuses.blame_others: their fault, the courier, the supplier, the weather, the airline, third party
excuses.blame_others: covid, pandemic, blamed, the other department, the previous
excuses.blame_customer: your fault, my fault, you should have, should have read, you didn't
excuses.blame_customer: you did not, my own fault, your own
excuses.status_quo: always done, always been, nobody else complain*, no one else complain*
excuses.status_quo: for years, that's how it is, never had a complaint, how we do it
excuses.cynicism: why bother, what's the point, nothing changes, nothing ever changes, pointless
excuses.cynicism: not worth, bare minimum, cover my, nobody cares
"""
"""A line is `facet.label: phrase, phrase`; a label may have several. `*` stands for the rest of a
word, and `:` may end a phrase."""
