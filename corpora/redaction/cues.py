"""What stands before a name and says: here comes a person.

`BEFORE` is anchored at the end of a short slice, so its cost is bounded. The name of the group that
matched is the cue: `title`, `self`, `iam`, `naming`, `form`, `signoff`, `dash`, `greeting`,
`contact`, `praise`, `staff`, `public`, `kin`, `example`, or `list` (after a name and "and").
"""

import re

from corpora.redaction.occupations import KIN, PUBLIC, SOMEONE, STAFF, TITLE

BEFORE_CHARACTERS = 56
LIST_MARK = "\u25b7"  # stands for the name before in "Anna and Jo"

_GREETING = (
    r"(?:dear|hi|hello|hey|hiya|heya|howdy|good ?(?:morning|afternoon|evening|day)|morning"
    r"|afternoon|evening|greetings|welcome(?: back)?|thanks|thank you|thank u|thx|ty|cheers|sorry"
    r"|bye|goodbye|congratulations|well done|bravo)"
)
_CLOSING = (
    r"(?:regards|sincerely|faithfully|thanks|thank you|many thanks|thx|cheers|best|best wishes"
    r"|yours|yours truly|truly|respectfully|cordially|warmly|love|hugs|xx+|x|signed|gratefully"
    r"|hope to hear from you|disappointed|sent from my iphone|in advance)"
)
_FORM_FIELD = (
    r"(?:from|to|cc|bcc|name|full name|first name|last name|surname|contact|customer name"
    r"|guest name|passengers?|agent name|attn|ship to|deliver to|account holder|cardholder|signed"
    r"|by|author|handled by|lead passenger|reviewer|recipient|sender|customer|agent|caller|guest)"
)
# Companies are spoken to and thanked as well: a name that no list knows needs more than these.
_CONTACT = (
    r"(?:(?:sp(?:oke|oken|eak|eaking)|talk(?:ed|ing)?|chat(?:ted|ting)?|met|meet|deal(?:t|ing)?"
    r"|connected|transferred|passed|handed|escalated|complained|put through"
    r"|explained(?: \w{1,5})?)(?: \w{1,8})?"
    r" (?:to|with|by)|(?:thanks|thank you|grateful|compliments|cheers) (?:so |very much )?(?:to"
    r"|for)"
    r"|(?:handled|run|managed|delivered|signed) by|thank|appreciate|recommend|tell"
    r"|(?:e-?mail|letter|call|message|text|reply|response|note|card|visit|voicemail) from"
    r"|(?:i|we|she|he|they|you) (?:told|asked|met|got|saw|messaged|thanked|hugged|tipped|owe|had))"
)
# Persons are asked for by name, mentioned and praised.
_PRAISE = (
    r"(?:(?:kudos|shout ?-?outs?|props|credit|hats off|praise|mention|5 stars?|five stars?"
    r"|my thanks|our thanks|say (?:hi|hello|thanks|thank you)|pass (?:this )?on|give it up)"
    r" (?:again )?(?:to|for)|(?:served|helped|assisted|seen|treated|greeted|hosted|checked in"
    r"|looked after|guided|driven|fitted|welcomed|cared for) by|ask(?:ed|ing)? (?:for|to see)"
    r"|(?:commend|recogni[sz]e|highlight|praise)"
    r"|(?:staff|people|employees|agents|someone|somebody|team members?) like)"
)

BEFORE = re.compile(
    r"(?:"
    rf"(?P<title>\b{TITLE}(?:\.\.|\u2026)?[ \t]{{1,2}}(?:[A-Z]\.?[ \t])?)"
    r"|(?P<self>\b(?:my (?:full |first |last )?name(?: is|'s|\u2019s|:)(?: spel(?:t|led))?"
    r"|i(?:'m| am|\u2019m) called|call me|(?:hi|hello|hey)[,!.]? (?:i(?:'m| am|\u2019m)|this is)"
    r"|(?:this|it) is|you(?:'re| are|\u2019re) (?:speaking|chatting|talking) (?:to|with))"
    r"[ \t\n]{1,2})"
    r"|(?P<iam>\bI(?:'m|\u2019m| am)[ \t\n])"
    r"|(?P<naming>\b(?:(?<!company )(?<!hotel )(?<!the )name"
    r"(?: is| was|'s|\u2019s|:)|name tag (?:said|read)|by the name of|named|name of|nicknamed"
    rf"|known as|(?:{SOMEONE}|{STAFF}|{PUBLIC}|of staff|{KIN})(?: \w{{1,9}})? called|goes by"
    r"|(?<!company )(?<!the )(?<!a )\bname"
    rf"|\b(?:{SOMEONE}|{STAFF}) who(?: \w{{1,12}}){{1,4}} was"
    r"|\bname\b[^\n?]{0,16}\?\n[^\n:]{1,14}:(?: (?:it's|its|yes,?))?)[ \t\n][\"'\u201c]?)"
    rf"|(?P<form>(?:^|\n)[ \t>*-]{{0,4}}{_FORM_FIELD}(?: name)?[ \t]?:[ \t]{{1,4}}"
    r"|\b(?:reviewed|written|posted|submitted) by[ \t])"
    rf"|(?P<signoff>\b{_CLOSING}[,.! ]{{0,4}}[ \t]*\n"
    r"\s{0,4}[-\u2013\u2014~*_ ]{0,4}|\bsigned,[ \t])"
    r"|(?P<dash>\n[ \t]*[-\u2013\u2014~^*]{1,3}[ \t]*|^[-\u2013\u2014~][ \t]"
    r"|[.!?] [-\u2013\u2014~^*]{1,2}[ \t]?)"
    r"|(?P<greeting>(?:^|[\n.!?:\"\u201c>,-][ \t*]*|\bsays? |\bsaid )"
    rf"(?:oh |ok |okay |and |so |many )?{_GREETING}(?: there| again| so much| very much)?"
    r"[, !]{1,3})"
    rf"|(?P<contact>\b{_CONTACT}[ \t\n](?:both |either )?)"
    rf"|(?P<praise>\b{_PRAISE}[ \t\n](?:both |either )?)"
    rf"|(?P<staff>\b{STAFF}(?: (?:at|in|from|on|of|behind)(?: the| your| our)? \w{{2,14}}"
    r"(?: \w{2,10})?)?,?[ \t\n](?:called |named |is |was |\()?[\"'\u201c(]?)"
    rf"|(?P<public>\b{PUBLIC},?[ \t\n](?:called |named |\()?)"
    rf"|(?P<kin>\b{KIN},?[ \t\n](?:called |named |is )?)"
    rf"|(?P<list>{LIST_MARK}(?: and |, | & |, and | or |,? then |/))"
    r"|(?P<example>\b(?:especially|particularly|including|except|without|like|namely|both)[ \t])"
    r")$",
    re.IGNORECASE,
)
NAMING_IN_SMALL_LETTERS = re.compile(
    r"\b(?:my name is|my name's|my names|name is|i am called|i'm called|mr\.?|mrs\.?|ms\.?|dr\.?)"
    r"\s([a-z][a-z'\u2019-]{1,20}(?:\s[a-z][a-z'\u2019-]{1,20})?)(?![\w])",
)
