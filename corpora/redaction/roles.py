"""Who a person is in the story: the customer, one of the staff, or somebody else."""

import re
from collections import Counter
from collections.abc import Iterable

from corpora.redaction.occupations import KIN, PUBLIC, SOMEONE, STAFF
from corpora.redaction.names import Name
from corpora.redaction.turns import CUSTOMER, EMPLOYEE, Turns

PERSON = "PERSON"
_REACH = 64  # characters looked at on each side of a name
_COMPANY_VOICE = re.compile(
    r"\b(?:thank you for (?:contacting|reaching|your (?:feedback|patience|e-?mail|letter|review|enquiry))"
    r"|on behalf of|we (?:sincerely )?apologi[sz]e|we are (?:very |so )?sorry|our (?:guests|customers)"
    r"|your (?:recent )?(?:stay|complaint|feedback|enquiry|case) (?:with us|has been)|valued guest"
    r"|we value your|as a gesture of goodwill|please accept)\b",
    re.IGNORECASE,
)
_STAFF_VOICE = re.compile(
    rf"\b(?:i work(?:ed)? (?:at|in|for|as|the)|my (?:shift|manager|boss|co-?workers?|colleagues?"
    r"|customers?|tables?|team lead|supervisor|register)|our (?:customers|guests|patients)"
    r"|a (?:customer|guest|caller|patient|regular|woman|man|lady|guy) (?:comes|calls|walks|rings|asks)"
    r"|(?:lady|guy|man|woman|customer) (?:storms|calls|comes|walks)|tech support here|on the help ?desk"
    r"|on shift|i was (?:serving|working|on the till|at the register|covering)|name tag says|thank you for calling"
    rf"|i(?:'m|\u2019m| am| was) an? (?:\w{{3,12}} )?{STAFF}|as an? {STAFF}|i drive an?|retail,)\b",
    re.IGNORECASE,
)
_CALLED = r",?\s(?:called |named |is |was |\()?[\"'\u201c]?"
_BEFORE_STAFF = re.compile(
    rf"(?:\b{STAFF}(?: (?:at|in|from|of)(?: the| our)?(?: \w{{2,12}}){{1,2}})?{_CALLED}|\b(?:nurse|dr|doctor|sister|captain|officer)\.?\s)$",
    re.IGNORECASE,
)
_BEFORE_PUBLIC = re.compile(
    rf"\b{PUBLIC}(?:'s name)?(?:{_CALLED}|, (?:let's|we'll|i'll) call (?:him|her|them) )"
    r"(?:mr|mrs|ms|miss)?\.?\s?$",
    re.IGNORECASE,
)
_BEFORE_KIN = re.compile(
    rf"\b(?:(?:my|his|her|our|their|your)\s(?:\w{{1,12}}\s){{0,2}})?{KIN},?\s(?:is )?(?:called |named )?$",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\b(?:(?:it's|it is|this is|it\u2019s|i'm|i am)\s(?:mrs?|ms|miss|dr)?\.?\s?|thank you from (?:mrs?|ms)?\.?\s?)$",
    re.IGNORECASE,
)
_SOMEONE_CALLED = re.compile(
    rf"\b(?:a|an|this|one|the) (?:\w{{2,12}} )?{SOMEONE} (?:called|named) $", re.IGNORECASE
)
_ASKED_FOR = re.compile(
    r"\b(?:am i speaking (?:to|with)|is (?:that|this)) (?:mrs?\.?|ms\.?|miss)?\s?$", re.IGNORECASE
)
_OF_A_THIRD = re.compile(r"\b(?:his|her|their|name tag)[^.]{0,20}$", re.IGNORECASE)
_CALLS_SELF = re.compile(r"\bcalled (?:himself|herself) $", re.IGNORECASE)
_AFTER_STAFF = re.compile(
    rf"(?:'s|\u2019s)?,?\s(?:(?:the|our|my|your|their|a|an)\s)?(?:[\w-]{{1,14}}\s){{0,2}}\(?{STAFF}\b"
    r"|\s(?:at|from|in|on|behind)\s(?:the\s)?(?:front|reception|desk|bar|counter|check|customer"
    r"|concierge|support|sales|billing|accounts|claims|housekeeping|guest|service|gate|till|branch"
    r"|team|help)|,?\s(?:who\s)?(?:helped|served|refused|assisted|explained|upgraded|apologi[sz]ed"
    r"|greeted|checked us|resolved|fixed|sorted|went (?:above|out of))\b",
    re.IGNORECASE,
)
_AFTER_KIN = re.compile(
    rf"\s?[,(]\s?(?:my|his|her|our)\s(?:\w{{1,12}}\s){{0,2}}{KIN}\b", re.IGNORECASE
)
_AFTER_SPEAKING = re.compile(r",?\s(?:speaking|here)\b(?! (?:is|was))")
_AFTER_IN_A_POST = re.compile(
    r"(?:,|\n)[^\n]{0,40}\b(?:manager|director|care|team|relations|ceo)\b", re.I
)


class Roles:
    """Judges the persons of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turns = Turns(text)
        is_staff = _COMPANY_VOICE.search(text) or _STAFF_VOICE.search(text)
        self._narrator = EMPLOYEE if is_staff else CUSTOMER

    def role(self, mentions: Iterable[Name]) -> str:
        """Return `CUSTOMER`, `EMPLOYEE` or `PERSON` for the person with these mentions."""
        votes: Counter[str] = Counter()
        for mention in mentions:
            role, weight = self._vote(mention)
            votes[role] += weight
        best = max(votes.values(), default=0)
        # The fixed order settles draws, so that the same text always gives the same role.
        return next((r for r in (EMPLOYEE, CUSTOMER, PERSON) if best and votes[r] == best), PERSON)

    def _vote(self, name: Name) -> tuple[str, int]:
        """Return a role and how much this mention speaks for it."""
        before = self._text[max(0, name.start - _REACH) : name.start]
        after = self._text[name.end : name.end + _REACH]
        side = self._turns.side(name.start)
        if name.cue == "speaker":
            return (side or PERSON), 8
        return (
            _by_words_around(before, after)
            or _by_cue(name.cue, before, after, side or self._narrator)
            or ((EMPLOYEE, 1) if (side or self._narrator) == CUSTOMER else (PERSON, 1))
        )


def _by_words_around(before: str, after: str) -> tuple[str, int] | None:
    if _BEFORE_KIN.search(before) or _AFTER_KIN.match(after):
        return PERSON, 6
    if _BEFORE_PUBLIC.search(before):
        return CUSTOMER, 6
    if _BEFORE_STAFF.search(before):
        return EMPLOYEE, 5
    return None


def _by_cue(cue: str, before: str, after: str, narrator: str) -> tuple[str, int] | None:
    opposite = CUSTOMER if narrator == EMPLOYEE else EMPLOYEE
    third = EMPLOYEE if narrator == CUSTOMER else PERSON
    if _ASKED_FOR.search(before):
        return opposite, 5
    if _SOMEONE_CALLED.search(before):
        return opposite, 3
    if cue == "closing":
        return narrator, 2
    if cue in {"self", "iam"} or _INTRODUCED.search(before) or _AFTER_SPEAKING.match(after):
        return narrator, 5
    if cue in {"signoff", "signature", "dash"}:
        return (EMPLOYEE if _AFTER_IN_A_POST.match(after) else narrator), 4
    if cue == "greeting":
        return opposite, 3
    if cue == "form":
        label = before.rsplit("\n", 1)[-1].casefold()
        return (opposite if "to" in label.split(":")[0].split() else narrator), 4
    if _CALLS_SELF.search(before):
        return PERSON, 4
    if _AFTER_STAFF.match(after):
        return EMPLOYEE, 3
    if cue == "naming":
        return (third if _OF_A_THIRD.search(before) else narrator), 2
    if cue in {"contact", "praise"}:
        return third, 2
    if cue == "title":
        return opposite, 2
    return None
