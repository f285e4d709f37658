"""What stands after a name and says: that was a person."""

import re

from corpora.redaction.occupations import KIN, PUBLIC, STAFF

_PLACE_AT_WORK = (
    r"(?:the )?(?:front desk|reception|desk|bar|counter|check-?in|customer (?:service|care|support)"
    r"|concierge|support|sales|billing|accounts|claims|complaints|housekeeping"
    r"|guest (?:services|relations)|service desk|gate|lounge|call cent(?:er|re)|till|checkout"
    r"|store|shop|branch|phone|chat|ward|team|kitchen|help ?desk|tech(?:nical)? support|hr"
    r"|maintenance|retention\w?|reservations)"
)
_ADVERB = (
    r"(?:,? (?:who|then|also|really|kindly|even|just|always|never|immediately|quickly|very"
    r"|personally|actually|simply|in turn|finally))?"
)
# What companies do as well as persons.
_ACTS = (
    r"(?:helped|said|told|asked|explained|refused|apologi[sz]ed|promised|offered|assured|replied"
    r"|answered|fixed|sorted|brought|insisted|called|rang|phoned|emailed|took|came|went|gave|made"
    r"|found|did|got|kept|ran|looked|served|checked|arranged|upgraded|let|knew|tried|wrote|wanted"
    r"|says|tells|asks|treated|spent|sent|showed|admitted|suggested|managed|recommended|deserves"
    r"|works|worked|spoke|understood|resolved|dealt|responded|saw|thought|decided|left|arrived"
    r"|started|put|set|loved|informed|advised|gets|does|goes|looks|knows|waited|met|had|has"
    r"|ordered|paid|speaking|here|and (?:i|my|me))"
)
# What only a person does, has or is.
_BODILY = (
    r"(?:smiled|laughed|listened|noticed|remembered|walked|greeted|stayed|handed|shrugged|cried"
    r"|rolled (?:his|her|their) eyes|hung up|came (?:over|out|back|to)|went (?:above|out of|off)"
    r"|nodded|held|sat|stood|hugged|drove|sighed|yelled|shouted|knelt|waved|winked|grinned"
    r"|took the time|took (?:his|her) time|told me (?:that )?(?:he|she))"
)
_OWNED = (
    r"(?:kindness|patience|attitude|smile|help|professionalism|manager|colleague|attention|face"
    r"|knowledge|voice|desk|name|shift|wife|husband|mum|mom|hard work|care|boss|answer|advice)"
)
AFTER = re.compile(
    rf"{_ADVERB}(?:\s(?P<bodily>{_BODILY}\b)|,?\s(?:(?P<acts>{_ACTS}\b)"
    r"|(?P<is>(?:is|was|isn't|wasn't|were)\b)"
    rf"|(?P<at>(?:at|from|in|on|with|behind) {_PLACE_AT_WORK}\b)"
    r"|(?P<post>[(-]?\s?(?:as )?(?:the|our|my|your|their|a|an|his|her)?\s?(?:[\w-]{1,14} ){0,2}"
    rf"{STAFF}\b)))",
    re.IGNORECASE,
)
OWNED_AFTER = re.compile(rf"(?:'s|\u2019s) (?:[a-z]{{2,14}} )?{_OWNED}\b", re.IGNORECASE)
POST_AFTER = re.compile(
    r"\s?(?:[,(\u2013-]|as)\s?(?:(?:the|our|my|your|their|a|an|his|her)\s)?(?:[\w-]{1,14} ){0,2}"
    rf"(?:{STAFF}|{PUBLIC}|{KIN})\b|, (?:born|aged)\b|\s\(\d\d\)|\s(?:the|our) {STAFF}\b",
    re.IGNORECASE,
)
KIND_AFTER = re.compile(
    r",?(?: who)?,? (?:is|was) (?:(?:so|very|really|super|such|extremely|incredibly|absolutely"
    r"|just|truly|also|always|a|an|the|our|my|most|beyond) ){0,3}(?:kind|rude|helpful|friendly"
    r"|lovely|amazing|wonderful|great|nice|polite|patient|professional|fantastic|brilliant"
    r"|excellent|awesome|attentive|sweet|knowledgeable|efficient|pleasant|courteous|dismissive"
    r"|unhelpful|gem|star|angel|joy|delight|best|legend|hero)\b",
    re.IGNORECASE,
)
# "he", "her", "who": within the sentence they make a person of the word before.
PRONOUN_AFTER = re.compile(r"[^.!?\n]{0,40}\b(?:he|she|his|her|him|who)\b", re.IGNORECASE)
