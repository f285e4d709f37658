"""Words for what people are to one another: staff, customers, kin; and titles before a name.

Each is a pattern without groups, to be put into others and read without regard to case.
"""

STAFF = (
    r"(?:manager|supervisor|agent|rep|representative|advis[oe]r|assistant|associate|attendant"
    r"|receptionist|concierge|waiter|waitress|server|bartender|barista|cashier|teller|clerk|nurse"
    r"|midwife|physio(?:therapist)?|dentist|surgeon|consultant|paramedic|hygienist|driver|courier"
    r"|mechanic|engineer|technician|plumber|electrician|pilot|steward(?:ess)?|purser|porter"
    r"|housekeeper|chef|host(?:ess)?|guide|stylist|hairdresser|therapist|trainer|instructor|tutor"
    r"|teacher|banker|broker|salesman|saleswoman|salesperson|employee|staff|colleague|co-?worker"
    r"|team ?mate|boss|intern|trainee|operator|handler|officer|specialist|planner|cleaner|fitter"
    r"|installer|pharmacist|optician|matron|caseworker|ceo|owner|worker|crew ?member|buddy)"
)
PUBLIC = r"(?:customer|client|guest|patient|caller|passenger|regular|resident|tenant|patron|diner)"
SOMEONE = (
    r"(?:man|woman|guy|girl|boy|lady|gentleman|chap|bloke|lad|person|someone|somebody|individual"
    r"|kid|colleagues?|one|member|friend)"
)
KIN = (
    r"(?:husband|wife|partner|fianc\u00e9e?|fiancee?|son|daughter|mother|father|mum|mom|dad|brother"
    r"|sister|uncle|aunt(?:ie)?|cousin|nephew|niece|grand(?:mother|father|son|daughter|ma|pa|dad)"
    r"|friend|neighbou?r|boyfriend|girlfriend|flatmate|room ?mate|baby|kid|child|toddler|twins?"
    r"|carer|mate|parents?|in-law|ex)"
)
TITLE = (
    r"(?:(?:mr|mrs|ms|mx|dr|prof|capt|sgt|rev|sr)\.?|miss|professor|nurse|sister|captain|officer"
    r"|herr|frau|monsieur|madame|se\u00f1ora?|sir|dame|auntie|uncle)"
)
