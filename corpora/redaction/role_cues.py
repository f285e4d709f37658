"""Words that tell the customer from the staff: who writes, and what stands around a name."""

import re

from corpora.redaction.occupations import KIN, PUBLIC, SOMEONE, STAFF

COMPANY_VOICE = re.compile(
    r"\b(?:thank you for (?:contacting|reaching|your (?:feedback|patience|e-?mail|letter|review"
    r"|enquiry))"
    r"|on behalf of|we (?:sincerely )?apologi[sz]e|we are (?:very |so )?sorry|our (?:guests"
    r"|customers)"
    r"|your (?:recent )?(?:stay|complaint|feedback|enquiry|case) (?:with us|has been)|valued guest"
    r"|we value your|as a gesture of goodwill|please accept)\b",
    re.IGNORECASE,
)
STAFF_VOICE = re.compile(
    rf"\b(?:i work(?:ed)? (?:at|in|for|as|the)|my (?:shift|manager|boss|co-?workers?|colleagues?"
    r"|customers?|tables?|team lead|supervisor|register)|our (?:customers|guests|patients)"
    r"|a (?:customer|guest|caller|patient|regular|woman|man|lady|guy) (?:comes|calls|walks|rings"
    r"|asks)"
    r"|(?:lady|guy|man|woman|customer) (?:storms|calls|comes|walks)|tech support here"
    r"|on the help ?desk"
    r"|on shift|i was (?:serving|working|on the till|at the register|covering)|name tag says"
    r"|thank you for calling"
    rf"|i(?:'m|\u2019m| am| was) an? (?:\w{{3,12}} )?{STAFF}|as an? {STAFF}|i drive an?|retail,)\b",
    re.IGNORECASE,
)
CALLED = r",?\s(?:called |named |is |was |\()?[\"'\u201c]?"
BEFORE_STAFF = re.compile(
    rf"(?:\b{STAFF}(?: (?:at|in|from|of)(?: the| our)?(?: \w{{2,12}}){{1,2}})?{CALLED}"
    rf"|\b(?:nurse|dr|doctor|sister|captain|officer)\.?\s)$",
    re.IGNORECASE,
)
BEFORE_PUBLIC = re.compile(
    rf"\b{PUBLIC}(?:'s name)?(?:{CALLED}|, (?:let's|we'll|i'll) call (?:him|her|them) )"
    r"(?:mr|mrs|ms|miss)?\.?\s?$",
    re.IGNORECASE,
)
BEFORE_KIN = re.compile(
    rf"\b(?:(?:my|his|her|our|their|your)\s(?:\w{{1,12}}\s){{0,2}})?{KIN},?\s(?:is )?(?:called "
    rf"|named )?$",
    re.IGNORECASE,
)
INTRODUCED = re.compile(
    r"\b(?:(?:it's|it is|this is|it\u2019s|i'm|i am)\s(?:mrs?|ms|miss|dr)?\.?\s?"
    r"|thank you from (?:mrs?|ms)?\.?\s?)$",
    re.IGNORECASE,
)
SOMEONE_CALLED = re.compile(
    rf"\b(?:a|an|this|one|the) (?:\w{{2,12}} )?{SOMEONE} (?:called|named) $", re.IGNORECASE
)
ASKED_FOR = re.compile(
    r"\b(?:am i speaking (?:to|with)|is (?:that|this)) (?:mrs?\.?|ms\.?|miss)?\s?$", re.IGNORECASE
)
OF_A_THIRD = re.compile(r"\b(?:his|her|their|name tag)[^.]{0,20}$", re.IGNORECASE)
CALLS_SELF = re.compile(r"\bcalled (?:himself|herself) $", re.IGNORECASE)
AFTER_STAFF = re.compile(
    rf"(?:'s|\u2019s)?,?\s(?:(?:the|our|my|your|their|a"
    rf"|an)\s)?(?:[\w-]{{1,14}}\s){{0,2}}\(?{STAFF}\b"
    r"|\s(?:at|from|in|on|behind)\s(?:the\s)?(?:front|reception|desk|bar|counter|check|customer"
    r"|concierge|support|sales|billing|accounts|claims|housekeeping|guest|service|gate|till|branch"
    r"|team|help)|,?\s(?:who\s)?(?:helped|served|refused|assisted|explained|upgraded|apologi[sz]ed"
    r"|greeted|checked us|resolved|fixed|sorted|went (?:above|out of))\b",
    re.IGNORECASE,
)
AFTER_KIN = re.compile(
    rf"\s?[,(]\s?(?:my|his|her|our)\s(?:\w{{1,12}}\s){{0,2}}{KIN}\b", re.IGNORECASE
)
AFTER_SPEAKING = re.compile(r",?\s(?:speaking|here)\b(?! (?:is|was))")
AFTER_IN_A_POST = re.compile(
    r"(?:,|\n)[^\n]{0,40}\b(?:manager|director|care|team|relations|ceo)\b", re.I
)
