"""Words around a name that say: here stands a person.

Patterns of what comes before are anchored at the end of a short slice, so their cost is bounded.
"""

import re

BEFORE_CHARACTERS = 64
_STAFF = (
    r"(?:manager|supervisor|agent|rep|representative|advis[oe]r|assistant|associate|attendant"
    r"|receptionist|concierge|waiter|waitress|server|bartender|barista|cashier|teller|clerk|nurse"
    r"|midwife|physio(?:therapist)?|dentist|surgeon|consultant|paramedic|hygienist|driver|courier"
    r"|mechanic|engineer|technician|plumber|electrician|pilot|steward(?:ess)?|purser|porter"
    r"|housekeeper|chef|host(?:ess)?|guide|stylist|hairdresser|therapist|trainer|instructor|tutor"
    r"|teacher|banker|broker|salesman|saleswoman|salesperson|employee|staff|colleague|co-?worker"
    r"|team ?mate|boss|intern|trainee|operator|handler|officer|specialist|planner|cleaner|fitter"
    r"|installer|pharmacist|optician|matron|carer|caseworker|ceo|owner|worker|crew ?member|buddy)"
)
_PUBLIC = r"(?:customer|client|guest|patient|caller|passenger|regular|resident|tenant|patron|diner)"
_SOMEONE = (
    r"(?:man|woman|guy|girl|boy|lady|gentleman|chap|bloke|lad|person|someone|somebody|individual|kid"
    r"|colleagues?|one|member|friend)"
)
KIN = (
    r"(?:husband|wife|partner|fianc\u00e9e?|fiancee?|son|daughter|mother|father|mum|mom|dad|brother"
    r"|sister|uncle|aunt(?:ie)?|cousin|nephew|niece|grand(?:mother|father|son|daughter|ma|pa|dad)"
    r"|friend|neighbou?r|boyfriend|girlfriend|flatmate|room ?mate|baby|kid|child|toddler|twins?"
    r"|carer|mate|parents?|in-law|ex)"
)
_TITLE = (
    r"(?:(?:mr|mrs|ms|mx|dr|prof|capt|sgt|rev|sr)\.?|miss|professor|nurse|sister|captain|officer|herr"
    r"|frau|monsieur|madame|se\u00f1ora?|sir|dame|auntie|uncle)"
)
_GREETING = (
    r"(?:dear|hi|hello|hey|hiya|heya|howdy|good ?(?:morning|afternoon|evening|day)|morning|afternoon"
    r"|evening|greetings|welcome(?: back)?|thanks|thank you|thank u|thx|ty|cheers|sorry|bye|goodbye"
    r"|congratulations|well done|bravo)"
)
_CLOSING = (
    r"(?:regards|sincerely|faithfully|thanks|thank you|many thanks|thx|cheers|best|best wishes|yours"
    r"|yours truly|truly|respectfully|cordially|warmly|love|hugs|xx+|x|hope to hear from you|signed"
    r"|gratefully|disappointed|sent from my iphone|in advance)"
)
_CONTACT = (
    r"(?:"
    r"(?:sp(?:oke|oken|eak|eaking)|talk(?:ed|ing)?|chat(?:ted|ting)?|met|meet|deal(?:t|ing)?"
    r"|connected|transferred|passed|handed|escalated|complained|put through)(?: \w{1,8})? (?:to|with|by)"
    r"|(?:thanks|thank you|kudos|shout ?-?out|props|credit|grateful|hats off|compliments|praise|cheers"
    r"|5 stars?|five stars?|well done) (?:so much |again |very much )?(?:to|for)"
    r"|(?:served|helped|assisted|seen|treated|greeted|handled|hosted|checked in|looked after|guided"
    r"|driven|signed|fitted|delivered|serviced|welcomed|cared for|run|managed|represented|met) by"
    r"|ask(?:ed|ing)? (?:for|to see)|thank|attn|attention|attention of|appreciate|recommend|praise"
    r"|say (?:hi|hello|thanks|thank you) to|(?:commend|mention|recogni[sz]e|highlight)"
    r"|(?:i|we|she|he|they|you) (?:told|asked|met|saw|messaged|thanked|hugged|tipped|owe)"
    r")"
)

BEFORE = re.compile(
    r"(?:"
    rf"(?P<title>\b{_TITLE}[ \t]{{1,2}}(?:[A-Z]\.?[ \t])?)"
    r"|(?P<self>\b(?:my (?:full |first |last )?name(?: is|'s|\u2019s|:)(?: spel(?:t|led))?|i(?:'m| am|\u2019m) called"
    r"|call me|(?:this|it) is|you(?:'re| are|\u2019re) (?:speaking|chatting|talking) (?:to|with))"
    r"[ \t\n]{1,2})"
    r"|(?P<iam>\bI(?:'m|\u2019m| am)[ \t\n])"
    r"|(?P<naming>\b(?:(?:her|his|their|whose|employee|the \w{1,14}(?:'s|\u2019s)?|\w{1,14}'s) name"
    r"(?: is| was|'s|\u2019s|:)|name tag (?:said|read)|by the name of|named|name of|nicknamed|known as"
    rf"|(?:{_SOMEONE}|{_STAFF}|{_PUBLIC}|of staff|{KIN})(?: \w{{1,9}})? called"
    r"|goes by|(?<!company )(?<!the )(?<!a )\bname)[ \t\n][\"'\u201c]?)"
    r"|(?P<form>(?:^|\n)[ \t>*-]{0,4}(?:from|to|cc|bcc|name|full name|first name|last name|surname"
    r"|contact|customer name|guest name|passengers?|agent name|attn|ship to|deliver to"
    r"|account holder|cardholder|signed|by|author|handled by|lead passenger|reviewer"
    r"|recipient|sender|customer|agent|caller|guest)(?: name)?[ \t]?:[ \t]{1,4})"
    rf"|(?P<signoff>(?:^|[\n.!,]|\b)[ \t]*(?:\w{{1,8}} ){{0,2}}{_CLOSING}[,.! ]{{0,4}}[ \t]*\n\s{{0,4}}"
    r"[-\u2013\u2014~*_ ]{0,4})"
    r"|(?P<dash>\n[ \t]*[-\u2013\u2014~^*]{1,3}[ \t]*|[.!?] [-\u2013\u2014~^*]{1,2}[ \t]?)"
    rf"|(?P<greeting>(?:^|[\n.!?:\"\u201c>,-][ \t*]*|\bsays? |\bsaid )(?:oh |ok |okay |and |so |many )?{_GREETING}(?: there| again| so much| very much)?"
    r"[, !]{1,3})"
    rf"|(?P<contact>\b{_CONTACT}[ \t\n](?:both |either )?)"
    rf"|(?P<staff>\b{_STAFF}(?: (?:at|in|from|on|of|behind)(?: the| your| our)? \w{{2,14}}(?: \w{{2,10}})?)?,?[ \t\n](?:called |named |is |was |\()?[\"'\u201c(]?)"
    rf"|(?P<public>\b{_PUBLIC},?[ \t\n](?:called |named |\()?)"
    rf"|(?P<kin>\b(?:(?:my|his|her|our|their|the|your)[ \t](?:\w{{1,12}}[ \t]){{0,2}})?{KIN},?[ \t\n](?:called |named |is )?)"
    r"|(?P<list>\u25b7(?: and |, | & |, and ))"
    r")$",
    re.IGNORECASE,
)

_PLACE_AT_WORK = (
    r"(?:the )?(?:front desk|reception|desk|bar|counter|check-?in|customer (?:service|care|support)"
    r"|concierge|support|sales|billing|accounts|claims|complaints|housekeeping|guest (?:services|relations)"
    r"|service desk|gate|lounge|call cent(?:er|re)|till|checkout|store|shop|branch|phone|chat|ward|team"
    r"|kitchen|help ?desk|tech(?:nical)? support|hr|maintenance|retention\w?|reservations)"
)
AFTER = re.compile(
    r"(?:,? (?:who|then|also|really|kindly|even|just|always|never|immediately|quickly|very|personally"
    r"|actually|simply|in turn|finally))?,?\s"
    r"(?:(?P<acts>helped|said|told|asked|explained|refused|apologi[sz]ed|promised|offered|assured|smiled"
    r"|laughed|replied|answered|listened|fixed|sorted|noticed|remembered|brought|insisted|called|rang"
    r"|phoned|emailed|took|came|went|gave|made|found|did|got|kept|walked|ran|looked|greeted|served"
    r"|checked|arranged|upgraded|let|handed|stayed|knew|tried|wrote|wanted|says|tells|asks|treated"
    r"|spent|sent|showed|shrugged|rolled|admitted|suggested|managed|recommended|deserves|works|worked"
    r"|spoke|understood|resolved|dealt|responded|saw|thought|decided|left|arrived|started|put|set"
    r"|loved|cried|hung|informed|advised|gets|does|goes|looks|knows|waited|met|had|has|ordered|paid"
    r"|speaking|here)\b"
    r"|(?P<is>(?:is|was|isn't|wasn't|were)\b)"
    rf"|(?P<at>(?:at|from|in|on|with|behind) {_PLACE_AT_WORK}\b)"
    rf"|(?P<post>[(-]?\s?(?:the|our|my|your|their|a|an|his|her)?\s?(?:[\w-]{{1,14}} ){{0,2}}{_STAFF}\b))",
    re.IGNORECASE,
)
POST_AFTER = re.compile(
    rf"\s?[,(\u2013-]\s?(?:(?:the|our|my|your|their|a|an|his|her)\s)?(?:[\w-]{{1,14}} ){{0,2}}(?:{_STAFF}|{_PUBLIC}|{KIN})\b",
    re.IGNORECASE,
)
NAMING_LOWER = re.compile(
    r"\b(?:my name is|my name's|my names|name is|i am called|i'm called"
    r"|mr\.?|mrs\.?|ms\.?|dr\.?)"
    r"\s([a-z][a-z'\u2019-]{1,20}(?:\s[a-z][a-z'\u2019-]{1,20})?)(?![\w])",
)
KIND_AFTER = re.compile(
    r",?(?: who)?,? (?:is|was) (?:(?:so|very|really|super|such|extremely|incredibly|absolutely|just|truly|also"
    r"|always|a|an|the|our|my|most|beyond) ){0,3}(?:kind|rude|helpful|friendly|lovely|amazing|wonderful"
    r"|great|nice|polite|patient|professional|fantastic|brilliant|excellent|awesome|attentive|sweet"
    r"|knowledgeable|efficient|pleasant|courteous|dismissive|unhelpful|gem|star|angel|joy|delight|best"
    r"|legend|hero)\b",
    re.IGNORECASE,
)
STAFF, PUBLIC = _STAFF, _PUBLIC
